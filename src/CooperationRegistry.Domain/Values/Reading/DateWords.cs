using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>What the words around a date say of it, and the text between them.</summary>
internal sealed partial record DateWords(string Text, string Mark, bool IsSince, bool IsUntil, bool IsCoarser, DayOfWeek? Weekday)
{
    private const string About = "~";
    private const string Since = "since";
    private const string Until = "until";
    private const string Coarse = "coarse";
    private const string Plain = "";

    private static readonly PhraseTable<string> Before = new(
        (About, "about|around|circa|approx.|approx|ca.|ca|c.|c|approximately|roughly|~|约|大约|大概"),
        ("?", "possibly|probably|perhaps|maybe|可能"),
        (Since, "since|ever since|自|自从"),
        (Until, "until|till|up to|直到|直至"),
        (Coarse, "end|at the end|beginning|at the beginning|start|middle|early|mid|mid-|late|first half|second half|first quarter|"
            + "second quarter|third quarter|fourth quarter|q1|q2|q3|q4|h1|h2"),
        (Plain, "in|on|dated|the|as of|as at|as|于|在|截至"));

    private static readonly PhraseTable<string> Behind = new(
        (About, "左右|前后"),
        ("?", "?"),
        (Since, "以来|起|开始|至今|onwards|onward|- present|-present|to present|to the present|to date|- now|-now|to now"),
        (Until, "为止"),
        (Coarse, "底|初|末|中|上旬|中旬|下旬|上半年|下半年|第一季度|第二季度|第三季度|第四季度|一季度|二季度|三季度|四季度|q1|q2|q3|q4|h1|h2"));

    private static readonly PhraseTable<bool> Bounds = new((true,
        "before|after|by|prior to|earlier than|later than|not earlier than|no earlier than|not later than|no later than|不早于|不晚于"));

    private static readonly PhraseTable<bool> BoundsBehind = new((true, "之前|以前|前|之后|以后|后|at the latest|at the earliest|or later|or earlier|or before"));

    private static readonly PhraseTable<bool> Relative = new((true,
        "today|yesterday|tomorrow|now|recently|last|this|next|currently|ago|今天|昨天|明天|今年|去年|前年|明年|本月|上月|上个月|本周|近日|日前|最近|当天|同日"));

    private static readonly PhraseTable<DayOfWeek> Weekdays = new(
        (DayOfWeek.Monday, "monday|mon|mon.|星期一|周一"),
        (DayOfWeek.Tuesday, "tuesday|tue|tues|tue.|星期二|周二"),
        (DayOfWeek.Wednesday, "wednesday|wed|wed.|星期三|周三"),
        (DayOfWeek.Thursday, "thursday|thu|thurs|thu.|星期四|周四"),
        (DayOfWeek.Friday, "friday|fri|fri.|星期五|周五"),
        (DayOfWeek.Saturday, "saturday|sat|sat.|星期六|周六"),
        (DayOfWeek.Sunday, "sunday|sun|sun.|星期日|星期天|周日"));

    public static ReadingProblem? Take(string folded, out DateWords words)
    {
        var text = Levelled(folded);
        DayOfWeek? weekday = Weekdays.TryTakeFirst(text, out var day, out text) || Weekdays.TryTakeLast(text, out day, out text) ? day : null;
        words = new(text.Trim(), "", false, false, Time().IsMatch(folded), weekday);
        if (Relative.TryTakeFirst(words.Text, out _, out _) || Relative.TryTakeLast(words.Text, out _, out _))
            return ReadingProblem.RelativeDate;

        while (Before.TryTakeFirst(words.Text, out var said, out var rest) || Behind.TryTakeLast(words.Text, out said, out rest))
            words = words.With(said, rest);
        return Bounds.TryTakeFirst(words.Text, out _, out _) || BoundsBehind.TryTakeLast(words.Text, out _, out _) ? ReadingProblem.BoundOnly : null;
    }

    private DateWords With(string said, string rest) => this with
    {
        Text = rest,
        Mark = said is About or "?" ? (Mark.Length == 0 || Mark == said ? said : "%") : Mark,
        IsSince = IsSince || said == Since,
        IsUntil = IsUntil || said == Until,
        IsCoarser = IsCoarser || said == Coarse,
    };

    private static string Levelled(string folded) => Blanks().Replace(Ignored().Replace(Time().Replace(folded, " "), " "), " ").Trim();

    [GeneratedRegex(@"[,()]|\bof\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    /// <summary>A time of day, as news pages print it behind the date.</summary>
    [GeneratedRegex(@"(?<=[0-9]),?[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?Z?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}

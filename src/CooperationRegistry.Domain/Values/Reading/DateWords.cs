using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>What the words around a date say of it, and the text between them.</summary>
internal sealed partial record DateWords(string Text, string Mark, bool IsSince, bool IsUntil, bool IsCoarser, DayOfWeek? Weekday)
{
    private const string About = "~";
    private const string Since = "since";
    private const string Until = "until";
    private const string Bound = "bound";
    private const string Coarse = "coarse";
    private const string Plain = "";

    private const string Halves = "first half|second half|1st half|2nd half|latter half|h1|h2|1h|2h|first quarter|second quarter|third quarter|"
        + "fourth quarter|final quarter|1st quarter|2nd quarter|3rd quarter|4th quarter|q1|q2|q3|q4|1q|2q|3q|4q";

    private const string ChineseHalves = "上半年|下半年|第一季度|第二季度|第三季度|第四季度|一季度|二季度|三季度|四季度|前三季度|第1季度|第2季度|第3季度|第4季度|"
        + "1季度|2季度|3季度|4季度";

    private static readonly PhraseTable<string> Before = new(
        (About, "about|around|circa|approx.|approx|ca.|ca|c.|c|approximately|roughly|in or around|in or about|on or about|~|约|大约|大概"),
        ("?", "possibly|probably|perhaps|maybe|可能"),
        (Since, "since|ever since|starting|starting from|starting in|starting on|effective|effective from|with effect from|自|自从"),
        (Until, "until|till|up to|up until|through|valid until|直到|直至|至"),
        (Bound, "before|after|not before|not after|on or before|on or after|by|prior to|earlier than|later than|not earlier than|no earlier than|not later than|no later than|不早于|不晚于|到"),
        (Coarse, "end|at end|year-end|beginning|at beginning|start|middle|early|mid|mid-|late|earlier|later|morning|afternoon|evening|" + Halves),
        (Plain, "in|on|dated|as of|as at|as|sometime|some time|year|published|published:|updated|updated:|posted|posted:|于|在|截至"));

    private static readonly PhraseTable<string> Behind = new(
        (About, "左右|前后|or so"),
        ("?", "?"),
        (Since, "以来|起|开始|至今|on|onwards|onward|present|to present|until present|to date|now|to now|until now|today|to today|until today"),
        (Until, "为止|止"),
        (Bound, "之前|以前|前|之后|以后|后|at latest|at earliest|or later|or earlier|or before"),
        (Coarse, "底|初|末|中|年底|年末|年初|年中|上旬|中旬|下旬|上午|下午|晚|晚上|凌晨|morning|afternoon|evening|" + Halves + "|" + ChineseHalves));

    private static readonly PhraseTable<bool> Relative = new((true,
        "today|yesterday|tomorrow|now|recent|recently|last|this|next|currently|ago|今天|昨天|昨日|明天|今日|今年|去年|前年|明年|后年|近年|同年|当年|次年|"
        + "本世纪|本月|上月|上个月|下月|下个月|这个月|本周|上周|下周|近日|日前|近期|目前|现在|至今|最近|当天|当日|同日|次日|翌日"));

    private static readonly PhraseTable<DayOfWeek> Weekdays = new(
        (DayOfWeek.Monday, "monday|mon|mon.|星期一|周一"),
        (DayOfWeek.Tuesday, "tuesday|tue|tues|tue.|星期二|周二"),
        (DayOfWeek.Wednesday, "wednesday|wed|wed.|星期三|周三"),
        (DayOfWeek.Thursday, "thursday|thu|thurs|thu.|星期四|周四"),
        (DayOfWeek.Friday, "friday|fri|fri.|星期五|周五"),
        (DayOfWeek.Saturday, "saturday|sat|sat.|星期六|周六"),
        (DayOfWeek.Sunday, "sunday|sun|sun.|星期日|星期天|周日"));

    /// <summary>A quarter or a half alone.</summary>
    public bool IsWithoutYear => IsCoarser && Text.Length == 0;

    public static ReadingProblem? Take(string folded, out DateWords words)
    {
        words = new(Levelled(folded), "", false, false, Time().IsMatch(folded), null);
        if (IsRelative(words.Text))
            return ReadingProblem.RelativeDate;

        var isBound = false;
        while (words.Next(out var said) is { } next)
        {
            isBound |= said == Bound;
            words = next;
        }

        if (IsRelative(words.Text) || (words.Text.Length == 0 && (words.IsSince || words.Weekday is not null)))
            return ReadingProblem.RelativeDate;
        return isBound ? ReadingProblem.BoundOnly : null;
    }

    private static bool IsRelative(string text) => Relative.TryTakeFirst(text, out _, out _) || Ago().IsMatch(text);

    private DateWords? Next(out string said)
    {
        said = Plain;
        if (Weekday is null && (Weekdays.TryTakeFirst(Text, out var day, out var rest) || Weekdays.TryTakeLast(Text, out day, out rest)))
            return this with { Text = rest, Weekday = day };
        return Before.TryTakeFirst(Text, out said!, out rest) || Behind.TryTakeLast(Text, out said!, out rest) ? With(said, rest) : null;
    }

    private DateWords With(string said, string rest) => this with
    {
        Text = rest.Trim(' ', '-', '/'),
        Mark = said is About or "?" ? (Mark.Length == 0 || Mark == said ? said : "%") : Mark,
        IsSince = IsSince || said == Since,
        IsUntil = IsUntil || said == Until,
        IsCoarser = IsCoarser || said == Coarse,
    };

    private static string Levelled(string folded) => Blanks().Replace(Ignored().Replace(Time().Replace(folded, " "), " "), " ").Trim();

    [GeneratedRegex(@"[,()]|\b(of|the)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    /// <summary>"two years ago", 三年前. But 2012年前 is a bound.</summary>
    [GeneratedRegex(@"\bago\z|\A.{1,3}(年|个月|周|天|日)前\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    /// <summary>A time of day, as news pages print it beside the date.</summary>
    [GeneratedRegex(@"((?<=[0-9])(T|,? (at )?)|(?<=[日午晚晨]),? ?)([0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( ?[ap]\.?m\b)?|[0-9]{1,2} ?[ap]\.?m\b|[0-9]{1,2}[时点]([0-9]{1,2}分)?) ?(Z|GMT|UTC)?([+-][0-9]{1,2}(:?[0-9]{2})?)?\z|\A[0-9]{1,2}:[0-9]{2},? ",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>The ways of writing one date. A form is a pattern; its groups say which part is the year, the month, the day.</summary>
internal static class DateForms
{
    private const string Day = "(?<d>[0-9]{1,2})(st|nd|rd|th)?";
    private const string Year = "(?<y>[0-9]{4})";
    private const string Month = @"(?<name>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";
    private const string Season = "(?<s>spring|summer|autumn|fall|winter)";
    private const string Gap = "[ ./-]{0,2}";
    private const string ChineseYear = "(?<y>[0-9]{4}|[零一二三四五六七八九]{4}) ?年";
    private const string ChineseMonth = "(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月份?";
    private const string ChineseDay = "(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]";
    private const string ChineseSeason = "(?<s>[春夏秋冬])[季天]?";
    private const string Century = "(?<c>[0-9]{1,2})(st|nd|rd|th) century";
    private const string ChineseCentury = "((?<c>[0-9]{1,2}|[一二三四五六七八九十]{1,3})|上)世纪";
    private const string ChineseDecade = "(?<decade>[0-9]0|[一二三四五六七八九]?十)年代";

    private static readonly PhraseTable<EdtfSeason> Seasons = new(
        (EdtfSeason.Spring, "spring|春"), (EdtfSeason.Summer, "summer|夏"), (EdtfSeason.Autumn, "autumn|fall|秋"), (EdtfSeason.Winter, "winter|冬"));

    private static readonly string[] Names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Regex[] Whole =
    [
        .. Patterns(
            $"{Day}{Gap}{Month}{Gap}{Year}", $"{Month} ?{Day} {Year}", $"{Year}{Gap}{Month}{Gap}{Day}", $"{Month}[ -]?{Year}", $"{Year}[ -]?{Month}",
            $"{Day}{Gap}{Month}", $"{Month} ?{Day}", Month, Year, "(?<y>[0-9]{3})0'?s", $"{Season} {Year}", $"{Year} {Season}",
            $"(?<s>winter) {Year}[-/](?<next>[0-9]{{2}}|[0-9]{{4}})", Century, "(?<c>[0-9]{1,2}|[一二三四五六七八九十]{1,3})世纪", $"{ChineseCentury}{ChineseDecade}",
            $"{ChineseYear} ?{ChineseMonth} ?{ChineseDay}", $"{ChineseYear} ?{ChineseMonth}", $"{ChineseMonth} ?{ChineseDay}", ChineseYear,
            ChineseMonth, $"{ChineseYear} ?{ChineseSeason}", "(?<y>[0-9]{3})0 ?年代",
            @"(?<y>[0-9]{4})(?<sep>[-/.] ?)(?<m>[0-9]{1,2})\k<sep>(?<d>[0-9]{1,2})", "(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})",
            "(?<y>[0-9]{4})[/.-](?<m>[0-9]{1,2})", "(?<m>[0-9]{1,2})[/.-](?<y>[0-9]{4})"),
    ];

    /// <summary>Only beside the other end of an interval: the 6 of "3-6 December".</summary>
    private static readonly Regex[] Partial = [.. Patterns(Day, $"{Day} {Year}", ChineseDay, $"({ChineseYear} ?)?{ChineseMonth} ?(?<d>[0-9]{{1,2}})", $"{ChineseYear} ?(?<m>[0-9]{{1,2}})")];

    private static readonly Regex Numeric = Patterns(@"(?<a>[0-9]{1,2})(?<sep> ?[-/.] ?)(?<b>[0-9]{1,2})\k<sep>(?<y>[0-9]{4})", "(?<a>[0-9]{1,2})/(?<b>[0-9]{1,2})")
        .Aggregate((one, other) => new($"{one}|{other}", one.Options));

    private static readonly Regex Hundred = Patterns("(?<c>[0-9]{2})00'?s").Single();

    /// <summary>Both orders of day and month where the numbers allow both; none where the text is no date.</summary>
    public static IReadOnlyList<DateParts> Read(string text)
    {
        if (Hundred.Match(text) is { Success: true } hundred && hundred.Groups["c"].Value is var century and not "20")
            return [new($"{century}0X", null, null, null, DateMeaning.Decade), new($"{century}XX", null, null, null, DateMeaning.Century)];
        if (Numeric.Match(text) is not { Success: true } numeric)
            return First(Whole, text) is { } parts ? [parts] : [];

        var (a, b) = (Number(numeric.Groups["a"])!.Value, Number(numeric.Groups["b"])!.Value);
        var year = numeric.Groups["y"].Success ? numeric.Groups["y"].Value : null;
        var (dayFirst, monthFirst) = (new DateParts(year, b, a, null, DateMeaning.DayFirst), new DateParts(year, a, b, null, DateMeaning.MonthFirst));
        return a == b || a > 12 ? [dayFirst] : b > 12 ? [monthFirst] : [dayFirst, monthFirst];
    }

    /// <summary>Null also where day and month may be swapped: then the interval is not read.</summary>
    public static DateParts? ReadEnd(string text) => Read(text) switch
    {
        [var one] => one,
        [] => First(Partial, text),
        _ => null,
    };

    private static DateParts? First(Regex[] forms, string text) =>
        forms.Select(form => form.Match(text)).FirstOrDefault(match => match.Success) is { } match && FollowsOn(match.Groups) ? PartsOf(match.Groups) : null;

    /// <summary>Winter 2017-18 is one winter, 2017-19 is not.</summary>
    private static bool FollowsOn(GroupCollection groups) =>
        !groups["next"].Success || (Number(groups["next"]) - Number(groups["y"]) - 1) % 100 == 0;

    private static DateParts PartsOf(GroupCollection groups)
    {
        var year = groups["y"].Value switch
        {
            "" => YearOfCentury(groups),
            { Length: 3 } decade => decade + "X",
            var text => Number(groups["y"])?.ToString("0000", CultureInfo.InvariantCulture) ?? text,
        };
        var month = groups["name"].Success ? Array.FindIndex(Names, name => groups["name"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1 : Number(groups["m"]);
        var season = Seasons.TryMean(groups["s"].Value, out var known) ? known : (EdtfSeason?)null;
        return new(year, month, Number(groups["d"]), season);
    }

    /// <summary>The 21st century is 20XX. 上世纪, the last one, is the twentieth.</summary>
    private static string? YearOfCentury(GroupCollection groups) => (Number(groups["c"]), Number(groups["decade"])) switch
    {
        (null, null) => null,
        ({ } century, null) => $"{century - 1:00}XX",
        var (century, decade) => $"{(century ?? 20) - 1:00}{decade / 10}X",
    };

    private static int? Number(Group group) =>
        int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : NumberWords.Chinese(group.Value);

    private static IEnumerable<Regex> Patterns(params string[] patterns) => patterns.Select(pattern =>
        new Regex($@"\A(?:{pattern})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));
}

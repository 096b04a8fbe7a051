using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values;

/// <summary>Reads the forms listed at <see cref="EdtfDate"/>, exactly as ISO 8601-2 writes them: no blanks, capital X.</summary>
internal static partial class EdtfParser
{
    private static readonly EdtfPoint Open = new() { IsOpen = true };
    private static readonly EdtfPoint Unknown = new() { IsUnknown = true };

    public static EdtfReading Read(string text)
    {
        if (text.Length == 0)
            return EdtfReading.Refused(EdtfProblem.Empty);

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ReadSingle(text) : ReadInterval(text[..slash], text[(slash + 1)..]);
    }

    private static EdtfReading ReadSingle(string text)
    {
        var (point, problem) = ReadPoint(text);
        return new(point, null, problem);
    }

    private static EdtfReading ReadInterval(string startText, string endText)
    {
        var (start, startProblem) = ReadEnd(startText);
        var (end, endProblem) = ReadEnd(endText);
        if (start is null || end is null)
            return EdtfReading.Refused((startProblem ?? endProblem)!.Value);

        return ProblemBetween(start, end) is { } problem ? EdtfReading.Refused(problem) : new(start, end, null);
    }

    private static (EdtfPoint? Point, EdtfProblem? Problem) ReadEnd(string text) => text switch
    {
        "" => (Unknown, null),
        ".." => (Open, null),
        _ => ReadPoint(text),
    };

    private static EdtfProblem? ProblemBetween(EdtfPoint start, EdtfPoint end)
    {
        if (start.Precision is null && end.Precision is null)
            return EdtfProblem.SaysNothing;
        if (start.Precision is null || end.Precision is null)
            return null;
        if (start.HasYear != end.HasYear)
            return EdtfProblem.YearAtOneEndOnly;

        return start.Earliest > end.Latest ? EdtfProblem.StartAfterEnd : null;
    }

    private static (EdtfPoint? Point, EdtfProblem? Problem) ReadPoint(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return (null, NegativeYear().IsMatch(text) ? EdtfProblem.YearOutOfRange : EdtfProblem.UnknownForm);

        var (year, month, day) = (match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value);
        if (month == "XX" && day is not ("" or "XX"))
            return (null, EdtfProblem.UnknownForm);
        if (year == "XXXX" && month is ("" or "XX"))
            return (null, EdtfProblem.SaysNothing);

        var point = ReadYear(year) with
        {
            Month = Number(month) is { } number and < 21 ? number : null,
            Season = Number(month) is { } code and >= 21 and <= 24 ? (EdtfSeason)code : null,
            Day = Number(day),
            IsMonthMasked = month == "XX",
            IsDayMasked = day == "XX",
            IsApproximate = match.Groups["mark"].Value is "~" or "%",
            IsUncertain = match.Groups["mark"].Value is "?" or "%",
        };
        return ProblemOf(point, month, day) is { } problem ? (null, problem) : (point, null);
    }

    private static EdtfPoint ReadYear(string year)
    {
        if (year == "XXXX")
            return new();

        var masked = year.Count(c => c == 'X');
        var first = int.Parse(year.Replace('X', '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return masked switch
        {
            0 => new() { Year = first },
            1 => new() { MaskedFrom = first, MaskedYears = 10 },
            _ => new() { MaskedFrom = first, MaskedYears = 100 },
        };
    }

    private static EdtfProblem? ProblemOf(EdtfPoint point, string month, string day) => point switch
    {
        { Year: 0 } => EdtfProblem.YearOutOfRange,
        { MaskedYears: not null } when month.Length > 0 => EdtfProblem.UnknownForm,
        { Season: not null } when day.Length > 0 || point.Year is null => EdtfProblem.UnknownForm,
        { Season: null, Month: null } when month is not ("" or "XX") => EdtfProblem.MonthOutOfRange,
        { Month: < 1 or > 12 } => EdtfProblem.MonthOutOfRange,
        { Day: < 1 } => EdtfProblem.DayOutOfRange,
        // Without a year the 29th of February may be meant: 2000 has one.
        { Month: { } m, Day: { } d } when d > DateTime.DaysInMonth(point.Year ?? 2000, m) => EdtfProblem.DayOutOfRange,
        _ => null,
    };

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\A(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(-(?<month>[0-9]{2}|XX)(-(?<day>[0-9]{2}|XX))?)?(?<mark>[?~%])?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\A-[0-9]{4}(-[0-9]{2}){0,2}[?~%]?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NegativeYear();
}

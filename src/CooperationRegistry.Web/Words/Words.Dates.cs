using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web;

public sealed partial class Words
{
    private static readonly string[] MonthKeys = [.. Enumerable.Range(0, 13).Select(month => $"Month_{month}")];

    /// <summary>"15 March 2025", "19 October, year not stated", "3 to 6 December 2014", "since 2012"; an unreadable date as it was typed.</summary>
    public string Date(EdtfDate date) =>
        date switch
        {
            { IsReadable: false } => date.Text,
            { Start: { } start, End: { } end } => Interval(start, end),
            { Start: { } point } => Point(point),
            _ => date.Text,
        };

    public string Date(DateOnly date) => texts["Date_Day", date.Day, Month(date.Month), date.Year];

    /// <summary>"not before 2016", "not after 2017", "not before 2016, not after 2017"; null where there is no bound.</summary>
    public string? Bounds(EdtfDate? notBefore, EdtfDate? notAfter) =>
        (notBefore, notAfter) switch
        {
            ({ } from, { } to) => texts["Date_NotBeforeNotAfter", Date(from), Date(to)].Value,
            ({ } from, null) => texts["Date_NotBefore", Date(from)].Value,
            (null, { } to) => texts["Date_NotAfter", Date(to)].Value,
            _ => null,
        };

    /// <summary>Why the date is not a plain one: "The source gives no year."; null for a plain one.</summary>
    public string? DateHint(EdtfDate date)
    {
        if (!date.IsReadable)
            return texts["DateHint_Unreadable"];
        if (!date.HasYear)
            return texts["DateHint_NoYear"];
        if (date.IsApproximate || date.IsUncertain)
            return texts[date.IsApproximate ? "DateHint_About" : "DateHint_Uncertain"];
        return date.Start is { IsDayMasked: true } or { IsMonthMasked: true } ? texts["DateHint_Masked"].Value : null;
    }

    private string Interval(EdtfPoint start, EdtfPoint end) =>
        (start, end) switch
        {
            (_, { IsOpen: true }) => texts["Date_Since", Point(start)],
            (_, { IsUnknown: true }) => texts["Date_EndUnknown", Point(start)],
            ({ IsOpen: true }, _) => texts["Date_Until", Point(end)],
            ({ IsUnknown: true }, _) => texts["Date_StartUnknown", Point(end)],
            _ when SameMonth(start, end) => WithYear(texts["Date_DaysOfMonth", start.Day!, end.Day!, Month(end.Month!.Value)], end.Year),
            _ when SameYear(start, end) => WithYear(texts["Date_FromTo", Point(start with { Year = null }, bare: true), Point(end with { Year = null }, bare: true)], end.Year),
            _ => texts["Date_FromTo", Point(start), Point(end)],
        };

    private static bool IsPlain(EdtfPoint point) =>
        point is { IsApproximate: false, IsUncertain: false, IsDayMasked: false, IsMonthMasked: false, MaskedFrom: null, Season: null, Month: not null };

    private static bool SameYear(EdtfPoint start, EdtfPoint end) =>
        start.Year == end.Year && IsPlain(start) && IsPlain(end) && start.Day is null == end.Day is null;

    private static bool SameMonth(EdtfPoint start, EdtfPoint end) => SameYear(start, end) && start.Month == end.Month && start.Day is not null;

    private string WithYear(string days, int? year) =>
        year is { } known ? texts["Date_WithYear", days, known] : texts["Date_WithoutYear", days];

    private string Point(EdtfPoint point, bool bare = false)
    {
        string text = point switch
        {
            { MaskedYears: 100, MaskedFrom: { } first } => texts["Date_Century", first, first + 99],
            { MaskedFrom: { } first } => texts["Date_Decade", first],
            { Season: { } season, Year: { } year } => texts["Date_Season", Label(season), year],
            { Day: { } day, Month: { } month, Year: { } year } => texts["Date_Day", day, Month(month), year],
            { Day: { } day, Month: { } month } => bare ? texts["Date_DayOfMonth", day, Month(month)] : WithYear(texts["Date_DayOfMonth", day, Month(month)], null),
            { Month: { } month, Year: { } year } => texts["Date_Month", Month(month), year],
            { Month: { } month } => bare ? Month(month) : WithYear(Month(month), null),
            _ => texts["Date_Year", point.Year!],
        };
        if (point.IsMonthMasked || point.IsDayMasked)
            text = texts[point.IsMonthMasked ? "Date_MonthMasked" : "Date_DayMasked", text];
        if (point.IsApproximate)
            text = texts["Date_About", text];
        return point.IsUncertain ? texts["Date_Uncertain", text] : text;
    }

    private string Month(int month) => texts[MonthKeys[month]];
}

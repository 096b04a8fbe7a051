namespace CooperationRegistry.Domain.Values;

/// <summary>
/// One date of an <see cref="EdtfDate"/>, or one end of its interval, in parts that can be written in words.
/// </summary>
public sealed record EdtfPoint
{
    /// <summary>Null where not stated or masked.</summary>
    public int? Year { get; init; }

    /// <summary>First year of a masked decade (<c>201X</c> is 2010) or century (<c>20XX</c> is 2000).</summary>
    public int? MaskedFrom { get; init; }

    /// <summary>How many years a masked year may mean: 10, 100, or null where it is not masked.</summary>
    public int? MaskedYears { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    public EdtfSeason? Season { get; init; }

    /// <summary>Written <c>2017-XX</c>: some month of the year.</summary>
    public bool IsMonthMasked { get; init; }

    /// <summary>Written <c>2017-10-XX</c> or <c>2017-XX-XX</c>: some day.</summary>
    public bool IsDayMasked { get; init; }

    /// <summary>Marked <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Marked <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The end of an interval written <c>..</c>: it goes on, or goes back, without a bound.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The end of an interval left empty: there is one, but nobody knows when.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Null for an open or unknown end. Never <see cref="EdtfPrecision.Interval"/>.</summary>
    public EdtfPrecision? Precision => this switch
    {
        { IsOpen: true } or { IsUnknown: true } => null,
        { MaskedYears: 100 } => EdtfPrecision.Century,
        { MaskedYears: 10 } => EdtfPrecision.Decade,
        { Season: not null } => EdtfPrecision.Season,
        { Year: null, Day: not null } => EdtfPrecision.DayWithoutYear,
        { Year: null } => EdtfPrecision.MonthWithoutYear,
        { Day: not null } => EdtfPrecision.Day,
        { Month: not null } => EdtfPrecision.Month,
        _ => EdtfPrecision.Year,
    };

    public bool HasYear => Year is not null || MaskedYears is not null;

    /// <summary>
    /// First day it may mean, <c>~</c> and <c>?</c> left aside. Seasons are the northern meteorological ones: spring is
    /// March to May, winter runs from December to the end of February of the next year.
    /// </summary>
    public DateOnly? Earliest => this switch
    {
        { MaskedFrom: { } first } => new DateOnly(Math.Max(first, 1), 1, 1),
        { Year: null } => null,
        { Year: { } year, Season: { } season } => new DateOnly(year, FirstMonth(season), 1),
        { Year: { } year } => new DateOnly(year, Month ?? 1, Day ?? 1),
    };

    /// <summary>Last day it may mean; see <see cref="Earliest"/>.</summary>
    public DateOnly? Latest => this switch
    {
        { MaskedFrom: { } first, MaskedYears: { } years } => new DateOnly(first + years - 1, 12, 31),
        { Year: null } => null,
        { Year: 9999, Season: EdtfSeason.Winter } => DateOnly.MaxValue,
        { Year: { } year, Season: { } season } => new DateOnly(year, FirstMonth(season), 1).AddMonths(3).AddDays(-1),
        { Year: { } year } => new DateOnly(year, Month ?? 12, Day ?? DateTime.DaysInMonth(year, Month ?? 12)),
    };

    private static int FirstMonth(EdtfSeason season) => ((int)season - 20) * 3;
}

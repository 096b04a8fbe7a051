namespace CooperationRegistry.Domain.Values.Reading;

public sealed record DateCandidate(EdtfDate Date, DateMeaning Meaning);

/// <summary>The way of writing dates in which a candidate was read.</summary>
public enum DateMeaning
{
    /// <summary>Nothing else could be meant.</summary>
    Only,

    DayFirst,
    MonthFirst,

    /// <summary>2021-22 as a code of EDTF: summer 2021.</summary>
    Season,

    /// <summary>2021-22 as two years.</summary>
    TwoYears,

    /// <summary>The 1900s to 1909.</summary>
    Decade,

    /// <summary>The 1900s to 1999.</summary>
    Century,
}

namespace CooperationRegistry.Domain.Values;

public enum EdtfProblem
{
    Empty,

    /// <summary>The text follows none of the forms that the registry reads.</summary>
    UnknownForm,

    /// <summary>The year is 0000 or negative. The registry reads 0001 to 9999.</summary>
    YearOutOfRange,

    /// <summary>Neither a month (01 to 12) nor a season (21 to 24).</summary>
    MonthOutOfRange,

    /// <summary>The month has no such day.</summary>
    DayOutOfRange,

    StartAfterEnd,

    /// <summary>Nothing is known: <c>XXXX</c>, or an interval open or unknown at both ends.</summary>
    SaysNothing,

    /// <summary>One end of the interval has a year, the other has none.</summary>
    YearAtOneEndOnly,
}

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Why a typed text was not read.</summary>
public enum ReadingProblem
{
    Empty,

    /// <summary>Longer than what is kept as printed.</summary>
    TooLong,

    NotUnderstood,

    /// <summary>There is no figure: "several", "hundreds of".</summary>
    NoNumber,

    /// <summary>The separators fit no way of writing numbers: <c>1,23,4</c>.</summary>
    MalformedNumber,

    /// <summary>Negative, or too large for the registry.</summary>
    OutOfRange,

    /// <summary>A second figure stands behind the first; each wants a field of its own.</summary>
    SeveralFigures,

    /// <summary>The range ends before it begins.</summary>
    RangeReversed,

    /// <summary>The words around the figure contradict each other: "over 5-6", "at least 5 or less".</summary>
    QualifiersDisagree,

    /// <summary>A bare number: nothing says what it counts or measures.</summary>
    NoUnit,

    UnknownUnit,

    /// <summary>A year or a date, typed where a quantity is wanted.</summary>
    LooksLikeDate,

    NoCurrency,

    UnknownCurrency,

    /// <summary>Two currencies for one amount, or the same currency twice.</summary>
    CurrenciesDisagree,

    /// <summary>"1 euro = 1.25 US dollars": what one currency is worth in another.</summary>
    ExchangeRate,

    /// <summary>The month has no such day, or the year no such month.</summary>
    NoSuchDay,

    WeekdayDisagrees,

    TwoDigitYear,

    /// <summary>A season or a decade needs its year.</summary>
    NoYear,

    /// <summary>"today", "last year": it depends on when it was said.</summary>
    RelativeDate,

    /// <summary>"before 2016", "by 2020": bounds have fields of their own.</summary>
    BoundOnly,
}

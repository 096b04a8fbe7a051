namespace CooperationRegistry.Domain.Values;

/// <summary>What a printed number may stand for before it was rounded. Null is unbounded ("over 8.42" has no upper bound).</summary>
public readonly record struct RoundingBand(decimal? Low, decimal? High)
{
    /// <summary>Half a unit in the last decimal place as given: 1.25 is 1.245 to 1.255, 30 is 29.5 to 30.5.</summary>
    public static RoundingBand ByLastPlace(decimal amount) => Around(amount, Place(amount));

    /// <summary>As <see cref="ByLastPlace"/>, but the trailing zeros of a whole amount are taken as rounded: 215 000 is 214 500 to 215 500.</summary>
    public static RoundingBand BySignificantPlace(decimal amount) =>
        amount.Scale > 0 ? ByLastPlace(amount) : ByLastNonZero(amount);

    /// <summary>Zeros at the end are taken as rounded, decimals too: 9.0 is 8.5 to 9.5.</summary>
    public static RoundingBand ByLastNonZero(decimal amount)
    {
        if (amount == 0)
            return ByLastPlace(amount);

        var place = Place(amount);
        while (amount % (place * 10) == 0)
            place *= 10;
        return Around(amount, place);
    }

    private static RoundingBand Around(decimal amount, decimal place) => new(amount - place / 2, amount + place / 2);

    private static decimal Place(decimal amount) => new(1, 0, 0, false, amount.Scale);
}

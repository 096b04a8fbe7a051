namespace CooperationRegistry.Domain.Values;

public static class Shares
{
    /// <summary>Percent with two decimals; null where the whole is zero.</summary>
    /// <exception cref="DimensionMismatchException">Part and whole measure different things.</exception>
    public static decimal? ComputedShare(Quantity part, Quantity whole)
    {
        var portion = Units.Convert(part.Amount, part.Unit, whole.Unit);
        return Percent(portion, whole.Amount) is { } share ? decimal.Round(share, 2, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>
    /// True where no unrounded part and whole could give the reported share. The decimals of
    /// <paramref name="reportedPercent"/> count: 24.69 stands for 24.685 to 24.695.
    /// </summary>
    /// <exception cref="DimensionMismatchException">Part and whole measure different things.</exception>
    public static bool Disagrees(decimal reportedPercent, Quantity part, Quantity whole)
    {
        var (partLow, partHigh) = part.RoundingBand;
        var (wholeLow, wholeHigh) = whole.RoundingBand;
        var lowest = Percent(Converted(partLow), wholeHigh);
        var highest = Percent(Converted(partHigh), wholeLow);
        var reported = RoundingBand.ByLastPlace(reportedPercent);
        return reported.High < lowest || reported.Low > highest;

        decimal? Converted(decimal? amount) =>
            amount is { } bound ? Units.Convert(bound, part.Unit, whole.Unit) : null;
    }

    private static decimal? Percent(decimal? part, decimal? whole)
    {
        if (part is not { } portion || whole is not > 0)
            return null;

        try
        {
            return portion / whole.Value * 100;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

namespace CooperationRegistry.Domain.Values;

public static class Units
{
    public static Dimension DimensionOf(Unit unit) => Define(unit).Dimension;

    /// <summary>As a source would print it behind the number: "MW", "million kW", "万千瓦", "%". Empty for <see cref="Unit.Each"/>.</summary>
    public static string Symbol(Unit unit) => Define(unit).Symbol;

    /// <summary>The unit in which <see cref="ToBase"/> answers.</summary>
    public static Unit BaseOf(Dimension dimension) => UnitTable.ByUnit.Values
        .Where(unit => unit.Dimension == dimension && unit.Numerator == unit.Denominator)
        .Min(unit => unit.Unit);

    /// <summary>The exact worth of one unit in base units, as a fraction: 亩 is 2000/3 m².</summary>
    public static (long Numerator, long Denominator) Factor(Unit unit) => (Define(unit).Numerator, Define(unit).Denominator);

    public static decimal ToBase(decimal amount, Unit unit) => Convert(amount, unit, BaseOf(DimensionOf(unit)));

    /// <summary>
    /// Converting there and back gives the same amount, for amounts below 10^12 with up to six decimals. A factor that
    /// has no finite decimal (亩, week, mean month) leaves an error far behind the last digit that counts, and is mended.
    /// </summary>
    /// <exception cref="DimensionMismatchException">The units measure different things.</exception>
    public static decimal Convert(decimal amount, Unit from, Unit to)
    {
        if (DimensionOf(from) != DimensionOf(to))
            throw new DimensionMismatchException(from, to);

        var (fromNumerator, fromDenominator) = Factor(from);
        var (toNumerator, toDenominator) = Factor(to);
        var (numerator, denominator) = Reduce(fromNumerator * toDenominator, fromDenominator * toNumerator);
        var converted = amount * numerator / denominator;
        return IsDecimal(numerator) && IsDecimal(denominator) ? converted : Mend(converted);
    }

    private static decimal Mend(decimal converted)
    {
        var rounded = decimal.Round(converted, 9);
        return rounded != 0 && Math.Abs(converted - rounded) < 1e-14m ? rounded : converted;
    }

    private static (long Numerator, long Denominator) Reduce(long numerator, long denominator)
    {
        var (a, b) = (numerator, denominator);
        while (b != 0)
            (a, b) = (b, a % b);
        return (numerator / a, denominator / a);
    }

    private static bool IsDecimal(long factor)
    {
        while (factor % 10 == 0)
            factor /= 10;
        while (factor % 2 == 0)
            factor /= 2;
        while (factor % 5 == 0)
            factor /= 5;
        return factor == 1;
    }

    private static UnitDefinition Define(Unit unit) =>
        UnitTable.ByUnit.GetValueOrDefault(unit) ?? throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit.");
}

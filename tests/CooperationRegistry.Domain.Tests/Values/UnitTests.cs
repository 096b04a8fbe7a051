using CooperationRegistry.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CooperationRegistry.Domain.Tests.Values;

public class UnitTests
{
    private static readonly Unit[] All = Enum.GetValues<Unit>();

    /// <summary>Below 10^12, up to six decimals.</summary>
    private static readonly Gen<decimal> Amounts =
        from whole in Gen.Choose(-999_999, 999_999)
        from thousands in Gen.Choose(0, 999_999)
        from scale in Gen.Choose(0, 6)
        select (whole * 1_000_000m + thousands) / (decimal)Math.Pow(10, scale);

    private static readonly Gen<(Unit From, Unit To)> Pairs =
        from pair in Gen.Elements((from a in All from b in All where Units.DimensionOf(a) == Units.DimensionOf(b) select (a, b)).ToArray())
        select pair;

    [Fact]
    public void Converting_there_and_back_loses_nothing() => Property.Holds(
        from amount in Amounts
        from pair in Pairs
        select (amount, pair.From, pair.To),
        test => Units.Convert(Units.Convert(test.amount, test.From, test.To), test.To, test.From) == test.amount);

    [Fact]
    public void Units_of_different_dimension_never_convert()
    {
        foreach (var (from, to) in from a in All from b in All where Units.DimensionOf(a) != Units.DimensionOf(b) select (a, b))
        {
            var mismatch = Assert.Throws<DimensionMismatchException>(() => Units.Convert(1, from, to));
            Assert.Equal((from, to), (mismatch.From, mismatch.To));
            Assert.Contains($"{from}", mismatch.Message, StringComparison.Ordinal);
            Assert.Contains($"{to}", mismatch.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("842", Unit.TenThousandKilowatts, "8.42", Unit.MillionKilowatts)]
    [InlineData("8.42", Unit.MillionKilowatts, "8.42", Unit.Gigawatt)]
    [InlineData("1", Unit.TenThousandKilowatts, "10", Unit.Megawatt)]
    [InlineData("1", Unit.HundredMillionKilowattHours, "0.1", Unit.TerawattHour)]
    [InlineData("40", Unit.GigawattHourPerYear, "40000000", Unit.KilowattHourPerYear)]
    [InlineData("3", Unit.Mu, "2000", Unit.SquareMetre)]
    [InlineData("15", Unit.Mu, "1", Unit.Hectare)]
    [InlineData("1500", Unit.Mu, "1", Unit.SquareKilometre)]
    [InlineData("1", Unit.Year, "12", Unit.Month)]
    [InlineData("400", Unit.Year, "146097", Unit.Day)]
    [InlineData("2.5", Unit.TenThousandTonnesCo2ePerYear, "25000", Unit.TonneCo2ePerYear)]
    [InlineData("0.000000001", Unit.SquareMetre, "0.000000000000001", Unit.SquareKilometre)]
    public void Amount_converts_exactly(string amount, Unit from, string expected, Unit to) =>
        Assert.Equal(Number(expected), Units.Convert(Number(amount), from, to));

    [Fact]
    public void Every_unit_has_a_symbol_of_its_own_and_every_dimension_a_base()
    {
        Assert.Equal(All.Length, All.Select(Units.Symbol).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Unit.Each, Assert.Single(All, unit => Units.Symbol(unit).Length == 0));
        foreach (var dimension in Enum.GetValues<Dimension>())
            Assert.Equal(dimension, Units.DimensionOf(Units.BaseOf(dimension)));
    }

    [Fact]
    public void Amount_at_the_limit_converts_between_any_two_units()
    {
        foreach (var (from, to) in from a in All from b in All where Units.DimensionOf(a) == Units.DimensionOf(b) select (a, b))
            Assert.NotEqual(0, Units.Convert(Quantity.AmountLimit, from, to));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class QuantityTests
{
    [Theory]
    [InlineData("9", Qualifier.About, "8.5", "9.5")]
    [InlineData("9.0", Qualifier.About, "8.5", "9.5")]
    [InlineData("20", Qualifier.About, "15", "25")]
    [InlineData("2.22", Qualifier.Exactly, "2.215", "2.225")]
    [InlineData("8.40", Qualifier.Exactly, "8.395", "8.405")]
    [InlineData("58", Qualifier.Exactly, "57.5", "58.5")]
    [InlineData("215000", Qualifier.Exactly, "214500", "215500")]
    [InlineData("0", Qualifier.Exactly, "-0.5", "0.5")]
    [InlineData("-7.5", Qualifier.Exactly, "-7.55", "-7.45")]
    [InlineData("8.42", Qualifier.Over, "8.42", null)]
    [InlineData("1000", Qualifier.AtLeast, "1000", null)]
    [InlineData("1000", Qualifier.UpTo, null, "1000")]
    [InlineData("1000", Qualifier.Under, null, "1000")]
    public void Amount_stands_for_its_rounding_band(string amount, Qualifier qualifier, string? low, string? high)
    {
        var quantity = new Quantity { Amount = Number(amount)!.Value, Unit = Unit.MillionKilowatts, Qualifier = qualifier };

        Assert.Equal(new RoundingBand(Number(low), Number(high)), quantity.RoundingBand);
    }

    [Fact]
    public void Range_stands_for_all_from_its_lower_to_its_upper_end()
    {
        var quantity = new Quantity { Amount = 4.9m, UpperAmount = 6.2m, Unit = Unit.Gigawatt, Qualifier = Qualifier.Range };

        Assert.Equal(new RoundingBand(4.85m, 6.25m), quantity.RoundingBand);
    }

    [Fact]
    public void Canonical_amount_is_in_the_base_unit()
    {
        Assert.Equal(8_420_000m, new Quantity { Amount = 8.42m, Unit = Unit.MillionKilowatts }.CanonicalAmount);
        Assert.Equal(Dimension.Energy, new Quantity { Amount = 40, Unit = Unit.GigawattHour }.Dimension);
    }

    [Fact]
    public void Quantities_are_equal_by_content()
    {
        Assert.Equal(Companies(), Companies());
        Assert.NotEqual(Companies(), Companies() with { Of = LocalizedText.En("projects") });

        static Quantity Companies() => new() { Amount = 20, Unit = Unit.Each, Of = LocalizedText.En("companies") };
    }

    [Fact]
    public void Computed_values_stay_out_of_JSON_and_decimals_keep_their_zeros()
    {
        var quantity = new Quantity
        {
            Amount = 8.40m,
            Unit = Unit.TenThousandKilowatts,
            Qualifier = Qualifier.UpTo,
            Of = LocalizedText.En("renewable capacity"),
            AsPrinted = "8.40万千瓦",
        };
        var json = Json.Write(quantity);

        Assert.Equal(
            """{"amount":8.40,"unit":"tenThousandKilowatts","qualifier":"upTo","of":{"en":"renewable capacity"},"asPrinted":"8.40万千瓦"}""",
            json);
        Assert.Equal(quantity, Json.Read<Quantity>(json));
        Assert.Equal(json, Json.Write(Json.Read<Quantity>(json)));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

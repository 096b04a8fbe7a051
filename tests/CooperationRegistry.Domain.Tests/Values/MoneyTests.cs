using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class MoneyTests
{
    private static Money Exports(decimal? rate) => new()
    {
        Amount = 215_000_000,
        Currency = "EUR",
        AsPrinted = "215 million euros ($265 million)",
        SecondAmount = 265_000_000,
        SecondCurrency = "USD",
        PrintedRate = rate,
    };

    [Fact]
    public void Rate_is_implied_both_ways()
    {
        var money = new Money { Amount = 74_610_000_000, Currency = "CNY", SecondAmount = 11_550_000_000, SecondCurrency = "USD" };

        Assert.Equal(6.46m, decimal.Round(money.ImpliedRateInverse!.Value, 2));
        Assert.Equal(0.1548m, decimal.Round(money.ImpliedRate!.Value, 4));
        Assert.False(money.RateDisagrees);
    }

    [Theory]
    [InlineData("1.25", true)]
    [InlineData("1.20", true)]
    [InlineData("1.23", false)]
    [InlineData("1.24", false)]
    [InlineData("1.2", false)]
    [InlineData("1.3", true)]
    [InlineData("1", false)]
    [InlineData("2", true)]
    public void Printed_rate_is_flagged_only_beyond_the_rounding(string rate, bool disagrees) =>
        Assert.Equal(disagrees, Exports(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture)).RateDisagrees);

    [Fact]
    public void No_rate_is_implied_without_two_amounts()
    {
        Assert.Null(new Money { Amount = 5, Currency = "EUR", PrintedRate = 1.25m }.ImpliedRate);
        Assert.Null((Exports(null) with { Amount = 0 }).ImpliedRate);
        Assert.Null((Exports(null) with { Qualifier = Qualifier.Range, UpperAmount = 300_000_000 }).ImpliedRate);
        Assert.False(new Money { Amount = 5, Currency = "EUR", PrintedRate = 1.25m }.RateDisagrees);
    }

    [Fact]
    public void Computed_values_stay_out_of_JSON()
    {
        var json = Json.Write(Exports(1.25m));

        Assert.Equal(
            """{"amount":215000000,"currency":"EUR","qualifier":"exactly","asPrinted":"215 million euros ($265 million)","secondAmount":265000000,"secondCurrency":"USD","printedRate":1.25}""",
            json);
        Assert.Equal(Exports(1.25m), Json.Read<Money>(json));
    }
}

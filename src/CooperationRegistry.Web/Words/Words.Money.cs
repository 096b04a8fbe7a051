using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web;

public sealed partial class Words
{
    // Powers of ten for which a language may have a word: trillion, billion, 亿, million, 万.
    private static readonly int[] Scales = [12, 9, 8, 6, 4];

    /// <summary>"74.61 billion" and "CNY".</summary>
    public Figure Money(Money money)
    {
        var (before, after) = Qualified(money.Qualifier);
        return new Figure(before, Amounts(money.Amount, money.UpperAmount, Scaled), CurrencyBehind(money.Currency), after);
    }

    /// <summary>The same sum in the second currency that the source printed; null where it printed one only.</summary>
    public Figure? SecondMoney(Money money) =>
        money is { SecondAmount: { } amount, SecondCurrency: { } currency } ? Sum(amount, currency) : null;

    /// <summary>"1 USD = 6.46 CNY", from the two amounts, the way round that gives more than one.</summary>
    public string? ImpliedRate(Money money)
    {
        if (money.ImpliedRate is not { } rate || money.ImpliedRateInverse is not { } inverse)
            return null;
        var places = Math.Max(2, (int)(money.PrintedRate ?? 0).Scale);
        return rate >= 1 || money.PrintedRate is not null
            ? Rate(money.Currency, decimal.Round(rate, places), money.SecondCurrency!)
            : Rate(money.SecondCurrency!, decimal.Round(inverse, places), money.Currency);
    }

    /// <summary>"1 EUR = 1.25 USD", as the source printed it.</summary>
    public string? PrintedRate(Money money) =>
        money is { PrintedRate: { } rate, SecondCurrency: { } second } ? Rate(money.Currency, rate, second) : null;

    /// <summary>What the printed rate would make of the first amount, where the source's own second amount is another; else null.</summary>
    public string? RateDisagreement(Money money) =>
        money is { RateDisagrees: true, PrintedRate: { } rate, SecondAmount: { } second, SecondCurrency: { } currency }
            ? texts["Money_RateDisagrees", Sum(money.Amount * rate, currency), Sum(second, currency)].Value
            : null;

    /// <summary>The word that a language has for the currency behind a sum, such as 亿元; else its code.</summary>
    private string CurrencyBehind(string code) => texts[$"Money_Unit_{code}"] is { ResourceNotFound: false } word ? word : code;

    private Figure Sum(decimal amount, string currency) => new("", Scaled(amount), CurrencyBehind(currency), "");

    private string Rate(string one, decimal rate, string other) => texts["Money_Rate", one, Number(rate), other];

    /// <summary>In the largest scale word of the language that leaves at least one whole and at most three decimals; else in full.</summary>
    private string Scaled(decimal amount)
    {
        foreach (var power in Scales)
        {
            var one = Pow10(power);
            if (Math.Abs(amount) < one || texts[$"Money_Scale_{power}"] is not { ResourceNotFound: false, Value.Length: > 0 } word)
                continue;
            var scaled = WithoutEndingZeros(amount / one);
            if (scaled.Scale <= 3)
                return texts["Money_Scaled", Number(scaled), word.Value];
        }

        return Number(amount);
    }

    private static decimal Pow10(int power)
    {
        var one = 1m;
        for (var i = 0; i < power; i++)
            one *= 10;
        return one;
    }

    // Division by a decimal with more places than any amount has strips the zeros at the end.
    private static decimal WithoutEndingZeros(decimal amount) => amount / 1.000000000000000000000000000000m;
}

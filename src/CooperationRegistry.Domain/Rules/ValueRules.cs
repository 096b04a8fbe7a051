using System.Globalization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Rules;

/// <summary>What quantities, amounts and identifiers must hold, wherever they stand.</summary>
internal static class ValueRules
{
    public static IEnumerable<Breach> Of(object value) =>
        value switch
        {
            Quantity quantity => Upper(quantity.Amount, quantity.UpperAmount, quantity.Qualifier, Quantity.AmountLimit),
            Money money => OfMoney(money),
            ExternalId id when !ExternalIds.IsWellFormed(id.Scheme, id.Value) => [new Breach("value", Rule.MalformedExternalId, id.Value, ContentJson.Name(id.Scheme))],
            _ => [],
        };

    private static IEnumerable<Breach> OfMoney(Money money)
    {
        foreach (var breach in Upper(money.Amount, money.UpperAmount, money.Qualifier, Money.AmountLimit))
            yield return breach;
        if (!CodeLists.Currencies.Contains(money.Currency))
            yield return new Breach("currency", Rule.UnknownCode, money.Currency, "CNY");
        if (money.SecondCurrency is { } second && !CodeLists.Currencies.Contains(second))
            yield return new Breach("secondCurrency", Rule.UnknownCode, second, "USD");
        if (money.SecondAmount is null != money.SecondCurrency is null || (money.PrintedRate is not null && money.SecondCurrency is null))
            yield return new Breach("secondAmount", Rule.SecondCurrencyIncomplete);
        if (money.PrintedRate <= 0)
            yield return new Breach("printedRate", Rule.OutOfRange, Written(money.PrintedRate.Value), "0", Written(Money.AmountLimit));
        if (money.SecondAmount is { } amount && (amount < 0 || amount > Money.AmountLimit))
            yield return new Breach("secondAmount", Rule.OutOfRange, Written(amount), "0", Written(Money.AmountLimit));
    }

    private static IEnumerable<Breach> Upper(decimal amount, decimal? upper, Qualifier qualifier, decimal limit)
    {
        if (amount < 0 || amount > limit)
            yield return new Breach("amount", Rule.OutOfRange, Written(amount), "0", Written(limit));
        if (qualifier == Qualifier.Range && upper is null)
            yield return new Breach("upperAmount", Rule.RangeNeedsUpper);
        if (qualifier != Qualifier.Range && upper is not null)
            yield return new Breach("upperAmount", Rule.UpperWithoutRange, Written(upper.Value));
        if (upper <= amount)
            yield return new Breach("upperAmount", Rule.UpperBelow, Written(upper.Value), Written(amount));
        if (upper > limit)
            yield return new Breach("upperAmount", Rule.OutOfRange, Written(upper.Value), "0", Written(limit));
    }

    private static string Written(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

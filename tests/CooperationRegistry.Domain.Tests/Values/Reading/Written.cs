using System.Globalization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

/// <summary>A value on one line, as the tables of cases write it.</summary>
internal static class Written
{
    public static string Of(Quantity quantity)
    {
        var thing = quantity.Of is { } of ? " of " + of.Values.Single() : "";
        return $"{quantity.Qualifier} {Of(quantity.Amount)}{Upper(quantity.UpperAmount)} {quantity.Unit}{thing}";
    }

    public static string Of(Money money)
    {
        var second = money.SecondAmount is { } amount ? $" = {Of(amount)} {money.SecondCurrency}" : "";
        return $"{money.Qualifier} {Of(money.Amount)}{Upper(money.UpperAmount)} {money.Currency}{second}";
    }

    private static string Upper(decimal? upper) => upper is { } high ? ".." + Of(high) : "";

    private static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>What the readers of typed dates, quantities and sums made of a text, in words.</summary>
public sealed class ReadingSentences(Words words)
{
    public string Sentence(ReadingProblem problem) => $"{problem.Sentence(CultureInfo.CurrentUICulture)} {problem.Mend(CultureInfo.CurrentUICulture)}";

    /// <summary>"over 8.42 million kW · Power": amount, unit and dimension.</summary>
    public string Of(Quantity quantity) => $"{words.Quantity(quantity)} · {words.Label(quantity.Dimension)}";

    /// <summary>The amount in the base unit of its dimension; null where it is in that already.</summary>
    public string? Canonical(Quantity quantity)
    {
        var unit = Units.BaseOf(quantity.Dimension);
        if (unit == quantity.Unit)
            return null;
        var upper = quantity.UpperAmount is { } to ? (decimal?)WithoutEndingZeros(Units.ToBase(to, quantity.Unit)) : null;
        return words.Quantity(quantity with { Amount = WithoutEndingZeros(quantity.CanonicalAmount), UpperAmount = upper, Unit = unit, Of = null }).ToString();
    }

    // 2.22 million kW are 2 220 000 kW, not 2 220 000.00: the places are of the amount as printed. Division strips them.
    private static decimal WithoutEndingZeros(decimal amount) => amount / 1.000000000000000000000000000000m;

    public string Of(Money money) => words.SecondMoney(money) is { } second ? $"{words.Money(money)} = {second}" : words.Money(money).ToString();
}

using System.Globalization;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Languages;

namespace CooperationRegistry.Web;

/// <summary>A figure in the parts that a page sets differently: "over", "8.42", "million kW", "installed renewable capacity".</summary>
/// <param name="Before">The qualifier, where the language puts it in front: "about".</param>
/// <param name="After">The qualifier, where the language puts it behind.</param>
/// <param name="OfLanguage">Tag of <paramref name="Of"/>.</param>
public sealed record Figure(string Before, string Amount, string Unit, string After, string Of = "", string OfLanguage = "")
{
    public override string ToString() =>
        new[] { (Before, " "), (Amount, " "), (Unit, "\u00a0"), (After, " "), (Of, " ") }.Aggregate("", (text, part) => text + Between(text, part.Item2, part.Item1) + part.Item1);

    /// <summary>The space between two parts: Chinese stands without, also beside digits.</summary>
    public static string Between(string left, string space, string right) =>
        left.Length == 0 || right.Length == 0 || IsHan(left[^1]) || IsHan(right[0]) ? "" : space;

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}

public sealed partial class Words
{
    // Chinese counts in ten thousands and has no million.
    private static readonly Dictionary<Unit, Unit> InTenThousands = new()
    {
        [Unit.MillionKilowatts] = Unit.TenThousandKilowatts,
        [Unit.MillionTonnesCo2e] = Unit.TenThousandTonnesCo2e,
        [Unit.MillionTonnesCo2ePerYear] = Unit.TenThousandTonnesCo2ePerYear,
        [Unit.MillionTonnes] = Unit.TenThousandTonnes,
        [Unit.MillionTonnesPerYear] = Unit.TenThousandTonnesPerYear,
    };

    /// <summary>Groups of three with a thin space that does not break, a point, and exactly the decimals that the figure has.</summary>
    public static string Number(decimal amount)
    {
        var digits = Math.Abs(amount).ToString(CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole = whole.Insert(at, "\u202f");
        return (amount < 0 ? "−" : "") + whole + (point < 0 ? "" : digits[point..]);
    }

    public string Number(int count) => Number((decimal)count);

    /// <param name="count">Of things.</param>
    /// <param name="isAtLeast">There may be more: "10,000+".</param>
    public string Count(int count, bool isAtLeast) => isAtLeast ? texts["AtLeast", Number(count)] : Number(count);

    public Figure Quantity(Quantity quantity)
    {
        var (before, after) = Qualified(quantity.Qualifier);
        if (Language == InterfaceLanguage.Chinese && InTenThousands.TryGetValue(quantity.Unit, out var unit))
            return Quantity(quantity with { Unit = unit, Amount = Hundredfold(quantity.Amount), UpperAmount = quantity.UpperAmount is { } upper ? Hundredfold(upper) : null });
        var (tag, of) = Text(quantity.Of);
        return new Figure(before, Amounts(quantity.Amount, quantity.UpperAmount, Number), UnitBehind(quantity.Unit, quantity.UpperAmount ?? quantity.Amount), after, of, tag);
    }

    /// <summary>With as many digits, unless it takes more to say it.</summary>
    private static decimal Hundredfold(decimal amount) => decimal.Round(amount * 100, Math.Max(0, amount.Scale - 2));

    /// <summary>"24.69 %", as printed with its decimals.</summary>
    public string Percent(decimal percent) => Figure(percent, Units.Symbol(Unit.Percent));

    /// <summary>The unit in which figures of this one are written.</summary>
    public string UnitWritten(Unit unit) => Label(Language == InterfaceLanguage.Chinese ? InTenThousands.GetValueOrDefault(unit, unit) : unit);

    /// <summary>The unit as it stands behind a figure; empty for a count.</summary>
    public string UnitBehind(Unit unit, decimal amount) =>
        unit == Unit.Each ? ""
        : amount == 1 && texts[$"Unit_{unit}_One"] is { ResourceNotFound: false } one ? one
        : Label(unit);

    private string Amounts(decimal amount, decimal? upper, Func<decimal, string> write) =>
        upper is { } to ? texts["Figure_Range", write(amount), write(to)] : write(amount);

    /// <summary>The resource holds the qualifier around {0}: "over {0}".</summary>
    private (string Before, string After) Qualified(Qualifier qualifier)
    {
        if (qualifier is Qualifier.Exactly or Qualifier.Range)
            return ("", "");
        var pattern = texts[$"Figure_{qualifier}"].Value.Split("{0}");
        return (pattern[0].Trim(), pattern[1].Trim());
    }
}

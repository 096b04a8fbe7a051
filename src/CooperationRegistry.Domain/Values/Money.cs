using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

/// <summary>Amounts are in whole currency units: 74.61 billion yuan is 74610000000 CNY.</summary>
public sealed record Money
{
    /// <summary>Amounts beyond it are typing errors.</summary>
    public const decimal AmountLimit = 1_000_000_000_000_000_000m;

    [JsonRequired]
    public decimal Amount { get; set; }

    /// <summary>Only with <see cref="Qualifier.Range"/>.</summary>
    public decimal? UpperAmount { get; set; }

    /// <summary>ISO 4217, alphabetic.</summary>
    [JsonRequired]
    public string Currency { get; set; } = "";

    public Qualifier Qualifier { get; set; }

    [StringLength(300)]
    public string? AsPrinted { get; set; }

    /// <summary>The same sum in the second currency that the source printed.</summary>
    public decimal? SecondAmount { get; set; }

    public string? SecondCurrency { get; set; }

    /// <summary>As printed: units of <see cref="SecondCurrency"/> for one unit of <see cref="Currency"/>. Its decimals count.</summary>
    public decimal? PrintedRate { get; set; }

    /// <summary>Units of the second currency for one of the first, from the two amounts. Null for a range.</summary>
    [JsonIgnore]
    public decimal? ImpliedRate => HasRate ? Ratio(SecondAmount, Amount) : null;

    /// <summary>Units of the first currency for one of the second.</summary>
    [JsonIgnore]
    public decimal? ImpliedRateInverse => HasRate ? Ratio(Amount, SecondAmount) : null;

    /// <summary>True where no unrounded amounts could give the printed rate.</summary>
    [JsonIgnore]
    public bool RateDisagrees
    {
        get
        {
            if (PrintedRate is not { } rate || !HasRate)
                return false;

            var first = RoundingBand.BySignificantPlace(Amount);
            var second = RoundingBand.BySignificantPlace(SecondAmount!.Value);
            var printed = RoundingBand.ByLastPlace(rate);
            return printed.High < Ratio(second.Low, first.High) || printed.Low > Ratio(second.High, first.Low);
        }
    }

    private bool HasRate => Amount > 0 && SecondAmount > 0 && Qualifier != Qualifier.Range;

    private static decimal? Ratio(decimal? part, decimal? whole)
    {
        try
        {
            return whole > 0 ? part / whole : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

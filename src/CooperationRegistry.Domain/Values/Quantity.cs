using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

/// <summary>A measured or counted thing. Decimals count: 8.40 was printed with two places, 8.4 with one.</summary>
public sealed record Quantity
{
    /// <summary>Amounts beyond it are typing errors, and would overflow when converted.</summary>
    public const decimal AmountLimit = 1_000_000_000_000_000m;

    [JsonRequired]
    public decimal Amount { get; set; }

    /// <summary>Only with <see cref="Qualifier.Range"/>.</summary>
    public decimal? UpperAmount { get; set; }

    [JsonRequired]
    public Unit Unit { get; set; }

    public Qualifier Qualifier { get; set; }

    /// <summary>What is counted or measured: "companies", "installed renewable capacity".</summary>
    public LocalizedText? Of { get; set; }

    [StringLength(300)]
    public string? AsPrinted { get; set; }

    [JsonIgnore]
    public Dimension Dimension => Units.DimensionOf(Unit);

    /// <summary>In the base unit of the dimension: <see cref="Units.BaseOf"/>.</summary>
    [JsonIgnore]
    public decimal CanonicalAmount => Units.ToBase(Amount, Unit);

    /// <summary>In <see cref="Unit"/>.</summary>
    [JsonIgnore]
    public RoundingBand RoundingBand => Qualifier switch
    {
        Qualifier.About => RoundingBand.ByLastNonZero(Amount),
        Qualifier.Over or Qualifier.AtLeast => new(Amount, null),
        Qualifier.Under or Qualifier.UpTo => new(null, Amount),
        Qualifier.Range => new(
            RoundingBand.BySignificantPlace(Amount).Low,
            RoundingBand.BySignificantPlace(UpperAmount ?? Amount).High),
        _ => RoundingBand.BySignificantPlace(Amount),
    };
}

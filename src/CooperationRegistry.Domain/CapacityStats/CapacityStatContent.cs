using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.CapacityStats;

public sealed class CapacityStatContent : CitedContent, ISelfChecking
{
    [JsonIgnore]
    public override RecordKind Record => RecordKind.CapacityStat;

    [Required, Reference(RecordKind.City)]
    public string City { get; set; } = "";

    /// <summary>Null where the source gives no date for its figure.</summary>
    public EdtfDate? AsOf { get; set; }

    public DateBasis? AsOfBasis { get; set; }

    public EdtfDate? NotBefore { get; set; }

    public EdtfDate? NotAfter { get; set; }

    public CapacityMetric Metric { get; set; }

    /// <summary>In IRENA's terms; only with the metric <c>technology</c>.</summary>
    [CodeFrom(CodeListName.Technologies)]
    public string? Technology { get; set; }

    [Required]
    public Quantity? Quantity { get; set; }

    public ReportedShare? Share { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Metric == CapacityMetric.Technology == Technology is null)
            yield return new Breach("technology", Rule.TechnologyAndMetric, Technology ?? "");
        if (Quantity is { Dimension: not Dimension.Power })
            yield return new Breach("quantity", Rule.WrongDimension, ContentJson.Name(Quantity.Unit), "megawatt");
        if (Share?.Whole is { Dimension: not Dimension.Power })
            yield return new Breach("share/whole", Rule.WrongDimension, ContentJson.Name(Share.Whole.Unit), "megawatt");
    }
}

/// <summary>What of the installed capacity is counted.</summary>
public enum CapacityMetric
{
    Total,
    Renewable,
    NewEnergy,
    Technology,
}

/// <summary>The share that the source states, and the whole it is a share of, so that the share can be computed beside it.</summary>
public sealed class ReportedShare : ISelfChecking
{
    /// <summary>Percent, with the digits printed; null where the source gives the whole but no share.</summary>
    [Range(0, 100)]
    public decimal? Percent { get; set; }

    [StringLength(200)]
    public string? AsPrinted { get; set; }

    public CapacityMetric Of { get; set; }

    public Quantity? Whole { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Percent is null && Whole is null)
            yield return new Breach("percent", Rule.ValueMissing);
    }
}

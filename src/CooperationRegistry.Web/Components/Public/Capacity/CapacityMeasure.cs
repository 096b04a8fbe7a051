using CooperationRegistry.Domain.CapacityStats;

namespace CooperationRegistry.Web.Components.Public.Capacity;

/// <summary>What a figure measures. Only figures of one measure stand beside each other.</summary>
/// <param name="Technology">Only with the metric <c>technology</c>.</param>
public readonly record struct CapacityMeasure(CapacityMetric Metric, string? Technology)
{
    public static CapacityMeasure Of(CapacityStatContent content) => new(content.Metric, content.Technology);

    public string In(Words words) => Technology is null ? words.Label(Metric) : words.Technology(Technology);

    /// <summary>From the widest on; technologies by their codes.</summary>
    public (CapacityMetric, string) Order => (Metric, Technology ?? "");
}

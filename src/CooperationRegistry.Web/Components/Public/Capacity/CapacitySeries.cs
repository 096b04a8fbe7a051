using CooperationRegistry.Domain.CapacityStats;

namespace CooperationRegistry.Web.Components.Public.Capacity;

/// <summary>The figures of one measure in one city.</summary>
/// <param name="Dated">Oldest first.</param>
/// <param name="Undated">Those whose year is not known, which stand in no order of time.</param>
public sealed record CapacitySeries(string City, CapacityMeasure Measure, IReadOnlyList<CapacityStat> Dated, IReadOnlyList<CapacityStat> Undated)
{
    /// <param name="first">The city whose series come before those of others.</param>
    public static IReadOnlyList<CapacitySeries> Of(IEnumerable<CapacityStat> stats, string first) =>
    [
        .. from stat in stats
           group stat by (stat.Content.City, Measure: CapacityMeasure.Of(stat.Content)) into same
           orderby same.Key.City != first, same.Key.City, same.Key.Measure.Order
           select Of(same.Key.City, same.Key.Measure, [.. same]),
    ];

    public static bool IsDated(CapacityStatContent content) => content.AsOf is { IsReadable: true, HasYear: true };

    private static CapacitySeries Of(string city, CapacityMeasure measure, IReadOnlyList<CapacityStat> stats) =>
        new(
            city,
            measure,
            [.. stats.Where(s => IsDated(s.Content)).OrderBy(s => s.Content.AsOf!.Earliest ?? DateOnly.MinValue).ThenBy(s => s.Content.AsOf!.Latest ?? DateOnly.MaxValue).ThenBy(s => s.Id, StringComparer.Ordinal)],
            [.. stats.Where(s => !IsDated(s.Content)).OrderBy(s => s.Id, StringComparer.Ordinal)]);
}

using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.Capacity;

/// <summary>Figures of several cities side by side, never added up.</summary>
/// <param name="Cities">One column each.</param>
/// <param name="Unit">Of all figures that are a power.</param>
public sealed record CapacityComparison(IReadOnlyList<string> Cities, Unit Unit, IReadOnlyList<ComparedMeasure> Measures)
{
    public static CapacityComparison Of(IReadOnlyList<string> cities, IReadOnlyList<CapacityStat> stats)
    {
        var units = stats.Select(s => s.Content.Quantity!.Unit).Where(u => Units.DimensionOf(u) == Dimension.Power).Distinct().ToList();
        return new CapacityComparison(
            cities,
            units.Count == 1 ? units[0] : Unit.Megawatt,
            [
                .. from stat in stats
                   group stat by CapacityMeasure.Of(stat.Content) into same
                   orderby same.Key.Order
                   select new ComparedMeasure(same.Key, Dates(cities, [.. same])),
            ]);
    }

    /// <summary>The figure in the unit of the comparison; as it is where it measures something else.</summary>
    public Quantity InOneUnit(Quantity quantity) =>
        quantity.Unit == Unit || quantity.Dimension != Units.DimensionOf(Unit)
            ? quantity
            : quantity with { Unit = Unit, Amount = Converted(quantity.Amount, quantity.Unit), UpperAmount = quantity.UpperAmount is { } upper ? Converted(upper, quantity.Unit) : null };

    // The newest date first, figures without one last.
    private static List<ComparedDate> Dates(IReadOnlyList<string> cities, IReadOnlyList<CapacityStat> stats) =>
    [
        .. from stat in stats
           let date = CapacitySeries.IsDated(stat.Content) ? stat.Content.AsOf : null
           group stat by date into same
           orderby same.Key?.Latest ?? same.Key?.Earliest descending, same.Key?.Text
           select new ComparedDate(same.Key, [.. cities.Select(c => same.Where(s => s.Content.City == c).OrderBy(s => s.Id, StringComparer.Ordinal).ToList())]),
    ];

    // Zeros that only the factor made say nothing of precision: 8.42 million kW are 8 420 MW, not 8 420.00.
    private decimal Converted(decimal amount, Unit from) => Units.Convert(amount, from, Unit) / 1.0000000000000000000000000000m;
}

public sealed record ComparedMeasure(CapacityMeasure Measure, IReadOnlyList<ComparedDate> Dates);

/// <param name="AsOf">Null for figures whose year is not known.</param>
/// <param name="Cells">By city; more than one where sources differ, none where nothing is known.</param>
public sealed record ComparedDate(EdtfDate? AsOf, IReadOnlyList<IReadOnlyList<CapacityStat>> Cells);

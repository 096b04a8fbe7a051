using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Capacity;

/// <summary>What the address asks for: cities to compare, measures to show, the figure that the page before ended with.</summary>
public sealed class CapacityQuery
{
    public const int MostCities = 6;

    private static readonly Dictionary<string, CapacityMetric> MetricsByName = Enum.GetValues<CapacityMetric>().ToDictionary(ContentJson.Name);

    /// <summary>In the order of their ids, because the cache of pages takes addresses that differ in order alone for one; merged ones by the ids that stayed.</summary>
    public IReadOnlyList<string> Cities { get; private init; } = [];

    public IReadOnlyList<string> UnknownCities { get; private init; } = [];

    public IReadOnlyList<CapacityMetric> Metrics { get; private init; } = [];

    public IReadOnlyList<string> UnknownMetrics { get; private init; } = [];

    public CapacityStat? After { get; private init; }

    /// <summary>What was asked to go on after and is no figure.</summary>
    public string? UnknownAfter { get; private init; }

    public bool HasTooManyCities => Cities.Count > MostCities;

    public bool IsReadable => !HasTooManyCities && UnknownCities.Count + UnknownMetrics.Count == 0 && UnknownAfter is null;

    public static async Task<CapacityQuery> ReadAsync(RegistryDbContext db, IQueryCollection query, CancellationToken cancellation)
    {
        var asked = Values(query, "city");
        var survivors = await db.SurvivorsAsync(RecordKind.City, [.. asked.Where(c => RecordId.IsWellFormed(RecordKind.City, c))], cancellation);
        var wanted = asked.Select(c => survivors.GetValueOrDefault(c, c)).Distinct().ToList();
        var known = await db.Cities.Where(c => wanted.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellation);
        var metrics = Values(query, "metric");
        var after = Values(query, "after").LastOrDefault();
        var last = after is null ? null : await db.CapacityStats.SingleOrDefaultAsync(s => s.Id == after, cancellation);
        return new CapacityQuery
        {
            Cities = [.. known.Order(StringComparer.Ordinal)],
            UnknownCities = [.. wanted.Except(known).Select(Short)],
            Metrics = [.. metrics.Where(MetricsByName.ContainsKey).Select(m => MetricsByName[m])],
            UnknownMetrics = [.. metrics.Where(m => !MetricsByName.ContainsKey(m)).Select(Short)],
            After = last,
            UnknownAfter = last is null && after is not null ? Short(after) : null,
        };
    }

    /// <summary>The figures asked for, of whichever page.</summary>
    public IQueryable<CapacityStat> Of(IQueryable<CapacityStat> stats)
    {
        if (Cities.Count > 0)
            stats = stats.Where(s => Cities.Contains(s.Content.City));
        return Metrics.Count > 0 ? stats.Where(s => Metrics.Contains(s.Content.Metric)) : stats;
    }

    /// <summary>What an address of a file ends with, so that it has the same figures.</summary>
    public string FileQuery =>
        new QueryBuilder([.. Cities.Select(c => KeyValuePair.Create("city", c)), .. Metrics.Select(m => KeyValuePair.Create("metric", ContentJson.Name(m)))]).ToString();

    // A text with a null character is nothing that the store can be asked for.
    private static List<string> Values(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().Select(v => v.Replace("\0", "\uFFFD", StringComparison.Ordinal).Trim()).Where(v => v.Length > 0).Distinct()];

    private static string Short(string value) => value.Length > 80 ? value[..80] + "…" : value;
}

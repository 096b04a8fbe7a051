using System.Diagnostics;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

/// <summary>The first page of searches of five kinds, with its facets and count, each asked once.</summary>
internal sealed class SearchWork : Work
{
    private const double MostMedian = 5;
    private const double MostSlow = 25;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public override string Name => "search";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (searches, cities) = await TimeAsync(stage, cancellationToken);
        var (median, slow, city) = (searches.Select(s => s.Milliseconds).Median(), searches.Select(s => s.Milliseconds).Quantile(0.95), cities.Median());
        var kinds = searches.GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.Select(s => s.Milliseconds).Median());
        var floor = $"{Written.Of(city, "ms")} of cities";
        return
        [
            new Measurement($"Search, {searches.Count} queries, median", Written.Of(median, "ms"), floor, median / city, $"≤ {MostMedian}", median / city <= MostMedian)
            {
                Figures = kinds.ToDictionary(k => $"{k.Key}MedianMilliseconds", k => k.Value).Append(new("medianMilliseconds", median)).Append(new("cityMilliseconds", city)).ToDictionary(),
                Note = $"medians of its kinds: {string.Join(", ", kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key} {Written.Of(k.Value, "ms")}"))}.",
                Grown = [Line(median)],
            },
            new Measurement($"Search, {searches.Count} queries, p95", Written.Of(slow, "ms"), floor, slow / city, $"≤ {MostSlow}", slow / city <= MostSlow)
            {
                Figures = new Dictionary<string, double> { ["p95Milliseconds"] = slow, ["cityMilliseconds"] = city },
            },
        ];
    }

    public override async Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken) =>
        [Line((await TimeAsync(stage, cancellationToken)).Searches.Select(s => s.Milliseconds).Median())];

    private static Growth Line(double milliseconds) => new("Search, median", "ms", milliseconds);

    /// <summary>By turns with lists of cities. Where the searches take too long, the first of them, which are of all kinds.</summary>
    private static async Task<(List<(string Kind, double Milliseconds)> Searches, List<double> Cities)> TimeAsync(Stage stage, CancellationToken cancellationToken)
    {
        stage.Say("Choosing searches");
        var queries = await Searches.ChooseAsync(stage.Registry, stage.Seed, cancellationToken);
        var others = await Searches.ChooseAsync(stage.Registry, stage.Seed + 1, cancellationToken);
        var cities = await Draw.CityListsAsync(stage.Registry, queries.Count, stage.Seed, cancellationToken);
        using var reader = new Reader(stage.Server.Address);
        await reader.TimesAsync([.. others.Select(q => q.Path)], stage.Round, cancellationToken);
        await reader.TimesAsync(cities, stage.Round, cancellationToken);

        var (start, searches, lists) = (Stopwatch.GetTimestamp(), new List<(string, double)>(), new List<double>());
        foreach (var (index, query) in queries.Index())
        {
            if (Stopwatch.GetElapsedTime(start) > Longest)
                break;
            searches.Add((query.Kind, await reader.TimeAsync(query.Path, cancellationToken)));
            lists.Add(await reader.TimeAsync(cities[index % cities.Count], cancellationToken));
        }
        return (searches, lists);
    }
}

using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

internal sealed class UnfilteredWork : Work
{
    private const double Most = 2;

    public override string Name => "unfiltered";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var cities = await Draw.CityListsAsync(stage.Registry, Pages.Most(stage), stage.Seed, cancellationToken);
        using var reader = new Reader(stage.Server.Address);
        await reader.MedianAsync(["/agreements"], stage.Round, cancellationToken);
        await reader.MedianAsync(cities, stage.Round, cancellationToken);
        var time = await stage.CompareAsync(() => reader.MedianAsync(["/agreements"], stage.Round, cancellationToken), () => reader.MedianAsync(cities, stage.Round, cancellationToken));
        return
        [
            new Measurement("/agreements with all facets and count, not cached", Written.Of(time.Ours, "ms"), $"{Written.Of(time.Floor, "ms")} of cities", time.Ratio, $"≤ {Most}", time.Ratio <= Most)
            {
                Figures = new Dictionary<string, double> { ["oursMilliseconds"] = time.Ours, ["cityMilliseconds"] = time.Floor },
            },
        ];
    }
}

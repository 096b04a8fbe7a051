using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

internal sealed class CountryWork : Work
{
    private const double Least = 0.5;

    public override string Name => "country";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var countries = await Draw.CountryListsAsync(stage.Registry, stage.Seed, cancellationToken);
        var cities = await Draw.CityListsAsync(stage.Registry, Pages.Most(stage), stage.Seed, cancellationToken);
        await Pages.WarmAsync(stage, stage.Server.Address, countries, cancellationToken);
        await Pages.WarmAsync(stage, stage.Server.Address, cities, cancellationToken);
        var rate = await stage.CompareAsync(() => Pages.RateAsync(stage, stage.Server.Address, countries, cancellationToken), () => Pages.RateAsync(stage, stage.Server.Address, cities, cancellationToken));
        return
        [
            new Measurement($"/agreements?country=…, {countries.Count} countries, not cached", Written.Of(rate.Ours, "requests/s"), $"{Written.Of(rate.Floor, "requests/s")} of cities", rate.Ratio, $"≥ {Least}", rate.Ratio >= Least)
            {
                Figures = new Dictionary<string, double> { ["oursRequestsPerSecond"] = rate.Ours, ["cityRequestsPerSecond"] = rate.Floor },
            },
        ];
    }
}

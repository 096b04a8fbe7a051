using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

internal sealed class CityWork : Work
{
    private const double Least = 0.75;

    public override string Name => "city";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (rate, statements, pages) = await Pages.CompareAsync(stage, await PathsAsync(stage, cancellationToken), cancellationToken);
        return
        [
            new Measurement($"/agreements?city=…, {pages} cities, not cached", Written.Of(rate.Ours, "requests/s"), Written.Of(rate.Floor, "requests/s"), rate.Ratio, $"≥ {Least}", rate.Ratio >= Least)
            {
                Figures = new Dictionary<string, double> { ["oursRequestsPerSecond"] = rate.Ours, ["floorRequestsPerSecond"] = rate.Floor, ["statementsPerPage"] = statements },
                Grown = [Line(rate.Ours)],
            },
        ];
    }

    public override async Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken) =>
        [Line(await Pages.RateAsync(stage, await PathsAsync(stage, cancellationToken), cancellationToken))];

    private static Growth Line(double rate) => new("/agreements?city=…", "requests/s", rate);

    private static Task<IReadOnlyList<string>> PathsAsync(Stage stage, CancellationToken cancellationToken) => Draw.CityListsAsync(stage.Registry, Pages.Most(stage), stage.Seed, cancellationToken);
}

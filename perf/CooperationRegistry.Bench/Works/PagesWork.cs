using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

/// <summary>Pages that are made anew for each reader, beside the same statements by Npgsql alone.</summary>
/// <param name="name">Of the work.</param>
/// <param name="address">As the tables show it.</param>
/// <param name="of">What the pages are of.</param>
/// <param name="least">Of the floor's requests a second.</param>
/// <param name="draw">So many addresses of a registry at random, for a seed.</param>
internal sealed class PagesWork(string name, string address, string of, double least, Func<Registry, int, int, CancellationToken, Task<IReadOnlyList<string>>> draw) : Work
{
    public override string Name => name;

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (rate, statements, pages) = await Pages.CompareAsync(stage, await PathsAsync(stage, cancellationToken), cancellationToken);
        return
        [
            new Measurement($"{address}, {pages} {of}, not cached", Written.Of(rate.Ours, "requests/s"), Written.Of(rate.Floor, "requests/s"), rate.Ratio, $"≥ {least}", rate.Ratio >= least)
            {
                Figures = new Dictionary<string, double> { ["oursRequestsPerSecond"] = rate.Ours, ["floorRequestsPerSecond"] = rate.Floor, ["statementsPerPage"] = statements },
                Grown = [Line(rate.Ours)],
            },
        ];
    }

    public override async Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken) =>
        [Line(await Pages.RateAsync(stage, await PathsAsync(stage, cancellationToken), cancellationToken))];

    private Growth Line(double rate) => new(address, "requests/s", rate);

    private Task<IReadOnlyList<string>> PathsAsync(Stage stage, CancellationToken cancellationToken) => draw(stage.Registry, Pages.Most(stage), stage.Seed, cancellationToken);
}

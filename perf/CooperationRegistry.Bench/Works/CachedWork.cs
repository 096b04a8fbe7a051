using System.Text;
using CooperationRegistry.Bench.Floors;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

/// <summary>The list of one city again and again, which the output cache answers.</summary>
internal sealed class CachedWork : Work
{
    private const double Least = 0.6;

    public override string Name => "cached";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var path = (await Draw.CityListsAsync(stage.Registry, 1, stage.Seed, cancellationToken))[0];
        var page = await KeptAsync(stage.Server.Address, path, cancellationToken);
        await using var floor = await Floor.StartAsync(stage, Encoding.UTF8.GetByteCount(page), cancellationToken);
        await Pages.WarmAsync(stage, stage.Server.Address, [path], cancellationToken, unique: false);
        await Pages.WarmAsync(stage, floor.Address, ["/page"], cancellationToken, unique: false);
        var rate = await stage.CompareAsync(() => Pages.RateAsync(stage, stage.Server.Address, [path], cancellationToken, unique: false), () => Pages.RateAsync(stage, floor.Address, ["/page"], cancellationToken, unique: false));
        await KeptAsync(stage.Server.Address, path, cancellationToken);
        return
        [
            new Measurement("/agreements?city=… again, cached", Written.Of(rate.Ours, "requests/s"), Written.Of(rate.Floor, "requests/s"), rate.Ratio, $"≥ {Least}", rate.Ratio >= Least)
            {
                Figures = new Dictionary<string, double> { ["oursRequestsPerSecond"] = rate.Ours, ["floorRequestsPerSecond"] = rate.Floor, ["pageBytes"] = Encoding.UTF8.GetByteCount(page) },
            },
        ];
    }

    /// <exception cref="InvalidOperationException">The page is made anew for each who asks.</exception>
    private static async Task<string> KeptAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        using var reader = new Reader(server);
        await reader.TextAsync(path, cancellationToken);
        // RFC 9111, section 5.1: only an answer out of a cache has an age.
        using var answer = await reader.GetAsync(path, cancellationToken);
        return answer.Headers.Age is null ? throw new InvalidOperationException($"{path} is not cached.") : await answer.Content.ReadAsStringAsync(cancellationToken);
    }
}

using System.Text.RegularExpressions;
using CooperationRegistry.Bench.Floors;
using CooperationRegistry.Bench.Measuring;

namespace CooperationRegistry.Bench.Works;

/// <summary>Loads on pages of the server, and on the same made by the floor.</summary>
internal static partial class Pages
{
    private const int Checked = 20;

    // A round that is no faster than this times the best before it: what is called is compiled as well as it gets.
    private const double Warmer = 1.05;

    private const int MostWarming = 20;

    private static readonly TimeSpan Recording = TimeSpan.FromMinutes(2);

    /// <summary>How many addresses are drawn at most: 5,000, and fewer of a small registry, which is soon read through.</summary>
    public static int Most(Stage stage) => Math.Clamp(stage.Agreements / 20, 50, 5000);

    /// <summary>Not cached, on <see cref="Wrk.Connections"/> connections, beside the floor that asks the same of the database.</summary>
    public static async Task<(Rounds Rate, double Statements, int Pages)> CompareAsync(Stage stage, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        stage.Say($"Recording what {paths.Count} pages ask the database");
        Recording recording;
        await using (var recorder = await Recorder.StartAsync(stage.Registry, cancellationToken))
            recording = await recorder.RecordAsync(paths, Recording, cancellationToken);
        stage.Say($"{recording.Pages.Count} pages, {Written.Of(recording.StatementsPerPage)} statements on average");
        paths = [.. paths.Take(recording.Pages.Count)];
        await using var floor = await Floor.StartAsync(stage, recording, cancellationToken);
        var floorPaths = paths.Select((_, number) => $"/page/{number}").ToList();
        await CheckAsync(stage, paths, floor, floorPaths, cancellationToken);
        await WarmAsync(stage, stage.Server.Address, paths, cancellationToken);
        await WarmAsync(stage, floor.Address, floorPaths, cancellationToken);
        var rate = await stage.CompareAsync(() => RateAsync(stage, stage.Server.Address, paths, cancellationToken), () => RateAsync(stage, floor.Address, floorPaths, cancellationToken));
        return (rate, recording.StatementsPerPage, recording.Pages.Count);
    }

    /// <exception cref="InvalidOperationException">The floor's pages do not tell of the agreements that the server's tell of.</exception>
    private static async Task CheckAsync(Stage stage, IReadOnlyList<string> paths, ServerProcess floor, List<string> floorPaths, CancellationToken cancellationToken)
    {
        using var ours = new Reader(stage.Server.Address);
        using var theirs = new Reader(floor.Address);
        foreach (var (path, floorPath) in paths.Zip(floorPaths).Take(Checked))
        {
            var page = await ours.TextAsync(path, cancellationToken);
            var other = await theirs.TextAsync(floorPath, cancellationToken);
            if (Listed().Matches(page).Select(m => m.Value).FirstOrDefault(id => !other.Contains(id, StringComparison.Ordinal)) is { } missing)
                throw new InvalidOperationException($"{path} tells of {missing}, and the floor does not.");
        }
    }

    [GeneratedRegex(@"CR-\d{6,}")]
    private static partial Regex Listed();

    /// <summary>Requests a second, not cached.</summary>
    public static async Task<double> RateAsync(Stage stage, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        await WarmAsync(stage, stage.Server.Address, paths, cancellationToken);
        return await stage.MedianAsync(() => RateAsync(stage, stage.Server.Address, paths, cancellationToken));
    }

    public static async Task<double> RateAsync(Stage stage, Uri server, IReadOnlyList<string> paths, CancellationToken cancellationToken, bool unique = true)
    {
        var load = await new Wrk(stage.Folder).RunAsync(server, paths, unique, stage.Round, cancellationToken);
        stage.Say($"{Written.Of(load.RequestsPerSecond, "requests/s")}, {Written.Of(load.P50, "ms")} in the middle, {Written.Of(load.P99, "ms")} for 99 of 100, {Written.Of(load.PageBytes / 1024, "kB")} each");
        return load.RequestsPerSecond;
    }

    /// <summary>Until rounds get no faster: the runtime compiles code anew, and better, while it is called.</summary>
    public static async Task WarmAsync(Stage stage, Uri server, IReadOnlyList<string> paths, CancellationToken cancellationToken, bool unique = true)
    {
        var (best, since) = (0.0, 0);
        for (var round = 0; since < stage.Rounds && round < MostWarming; round++)
        {
            var rate = (await new Wrk(stage.Folder).RunAsync(server, paths, unique, stage.Round, cancellationToken)).RequestsPerSecond;
            since = rate > Warmer * best ? 0 : since + 1;
            best = Math.Max(best, rate);
        }
    }
}

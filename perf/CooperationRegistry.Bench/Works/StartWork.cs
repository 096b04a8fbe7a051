using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

/// <summary>
/// From the start of the process to ready and a first page, over a cluster that runs already as in an office. Starting PostgreSQL is
/// not the registry's work; a start together with its own cluster is told beside it.
/// </summary>
internal sealed class StartWork : Work
{
    private const int Starts = 5;
    private const int WarmPages = 60;
    private const double Most = 4;

    // Of the median of warm pages, which are of other cities: a single page varies so much by itself.
    private const double MostOfWarmPage = 3;

    public override string Name => "start";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var source = stage.Registry.OpenOwner();
        var cities = await source.ListAsync<string>("SELECT id FROM cities ORDER BY id", cancellationToken);
        var hello = await HelloProgram.MakeAsync(stage, cancellationToken);
        // No city twice in a start, so that no page is a kept one.
        new Random(stage.Seed).Shuffle(CollectionsMarshal.AsSpan(cities));
        var starts = new List<RegistryStart>();
        var rounds = await Rounds.MeasureAsync(
            async () =>
            {
                starts.Add(await StartAsync(stage, cities, cancellationToken));
                return starts[^1].Ready + starts[^1].FirstPage;
            },
            async () => (await hello.StartAsync(cancellationToken)).TotalMilliseconds,
            Starts);
        var (first, warm) = (starts.Select(s => s.FirstPage).Median(), starts.Select(s => s.WarmPage).Median());
        var ownCluster = await StartWithClusterAsync(stage, cancellationToken);
        return
        [
            new Measurement(
                "Start to ready and the first page", Written.Of(rounds.Ours, "ms"), Written.Of(rounds.Floor, "ms"), rounds.Ratio,
                "≤ 4 × `dotnet new web`; first page ≤ 3 × a warm city page", rounds.Ratio <= Most && first <= MostOfWarmPage * warm)
            {
                Figures = new Dictionary<string, double>
                {
                    ["readyMilliseconds"] = starts.Select(s => s.Ready).Median(),
                    ["firstPageMilliseconds"] = first,
                    ["warmCityPageMilliseconds"] = warm,
                    ["readyWithOwnClusterMilliseconds"] = ownCluster,
                },
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Medians of {Starts} starts by turns over a running cluster. The first page took {Written.Of(first)} ms, a warm city page {Written.Of(warm)} ms. With a private cluster that is started too: {Written.Of(ownCluster)} ms to ready."),
            },
        ];
    }

    private static async Task<RegistryStart> StartAsync(Stage stage, List<string> cities, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartRegistryAsync(stage.Program, stage.NewPath("data"), stage.NewPath("start.log"), cancellationToken, $"--ConnectionStrings:Registry={stage.Registry.Reader}");
        using var client = new HttpClient { BaseAddress = server.Address };
        // The connection of this client is not the server's to make.
        using (await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken))
        {
        }
        var first = await PageAsync(client, cities[0], cancellationToken);
        var warm = new List<double>();
        foreach (var city in cities.Skip(1).Take(WarmPages))
            warm.Add(await PageAsync(client, city, cancellationToken));
        return new RegistryStart(server.UntilReady.TotalMilliseconds, first, warm.Skip(warm.Count / 2).Median());
    }

    private static async Task<double> PageAsync(HttpClient client, string city, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri($"/agreements?city={city}", UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    // A folder of its own, because the clusters of the run have to go on. The first start, which makes the cluster, does not count.
    private static async Task<double> StartWithClusterAsync(Stage stage, CancellationToken cancellationToken)
    {
        var data = stage.NewPath("data");
        await using (await ServerProcess.StartRegistryAsync(stage.Program, data, stage.NewPath("start.log"), cancellationToken))
        {
        }
        var times = new List<double>();
        for (var start = 0; start < 3; start++)
        {
            await using var server = await ServerProcess.StartRegistryAsync(stage.Program, data, stage.NewPath("start.log"), cancellationToken);
            times.Add(server.UntilReady.TotalMilliseconds);
        }
        if (Data.ClusterFolder.Find(data) is { } cluster)
            Data.ClusterFolder.Delete(cluster, data);
        return times.Median();
    }

    /// <summary>In milliseconds.</summary>
    private sealed record RegistryStart(double Ready, double FirstPage, double WarmPage);
}

/// <summary>What <c>dotnet new web</c> makes, published.</summary>
internal sealed class HelloProgram
{
    private readonly Stage stage;
    private readonly string program;

    private HelloProgram(Stage stage, string program) => (this.stage, this.program) = (stage, program);

    public static async Task<HelloProgram> MakeAsync(Stage stage, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(stage.NewPath("hello")).FullName;
        // What folders above say of their projects is nothing to this one.
        foreach (var settings in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            await File.WriteAllTextAsync(Path.Combine(folder, settings), "<Project />", cancellationToken);
        await Shell.RunAsync("dotnet", ["new", "web", "--name", "Hello", "--output", folder, "--no-restore"], cancellationToken);
        await Shell.RunAsync("dotnet", ["publish", folder, "--configuration", "Release", "--output", Path.Combine(folder, "out"), "--nologo"], cancellationToken);
        return new HelloProgram(stage, Path.Combine(folder, "out", "Hello.dll"));
    }

    /// <returns>From the start of the process to the first answer.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        var port = ServerProcess.FreePort();
        await using var server = await ServerProcess.StartAsync([program, "--urls", $"http://127.0.0.1:{port}"], port, "/", stage.NewPath("hello.log"), cancellationToken);
        return server.UntilReady;
    }
}

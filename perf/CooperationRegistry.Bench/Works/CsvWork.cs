using System.Diagnostics;
using System.Globalization;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using Npgsql;

namespace CooperationRegistry.Bench.Works;

/// <summary>The whole list as one file: how fast, in how much memory, and what other readers feel of it.</summary>
internal sealed class CsvWork : Work
{
    private const string Path = "/agreements.csv";
    private const double Least = 0.85;
    private const double MostMegabytes = 64;
    private const double MostPatience = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public override string Name => "csv";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (stage.NewPath("ours.csv"), stage.NewPath("floor.csv"));
        // Warms both, and sees that both are the same.
        await ExportAsync(stage, ours, cancellationToken);
        await CopyAsync(stage, theirs, cancellationToken);
        await CompareAsync(ours, theirs, cancellationToken);
        await Task.Delay(Settling, cancellationToken);

        var (before, most) = (stage.Server.ResidentBytes(), 0L);
        var rate = await stage.CompareAsync(
            async () =>
            {
                var (figure, peak) = await WatchAsync(stage, () => RateAsync(stage, () => ExportAsync(stage, ours, cancellationToken), cancellationToken), cancellationToken);
                most = Math.Max(most, peak);
                return figure;
            },
            () => RateAsync(stage, () => CopyAsync(stage, theirs, cancellationToken), cancellationToken));
        var megabytes = Math.Max(0, most - before) / Resident.MB;
        var patience = await PatienceAsync(stage, ours, cancellationToken);
        File.Delete(ours);
        File.Delete(theirs);
        return
        [
            new Measurement($"{Path}, all rows", Written.Of(rate.Ours, "rows/s"), Written.Of(rate.Floor, "rows/s"), rate.Ratio, $"≥ {Least}", rate.Ratio >= Least)
            {
                Figures = new Dictionary<string, double> { ["oursRowsPerSecond"] = rate.Ours, ["floorRowsPerSecond"] = rate.Floor },
                Grown = [Line(rate.Ours)],
            },
            new Measurement($"{Path}: memory grows by", Written.Of(megabytes, "MB"), null, null, $"< {MostMegabytes} MB", megabytes < MostMegabytes)
            {
                Figures = new Dictionary<string, double> { ["beforeMegabytes"] = before / Resident.MB, ["grownMegabytes"] = megabytes },
            },
            new Measurement($"{Path}: another reader's page, p99", Written.Of(patience.Ours, "ms"), $"{Written.Of(patience.Floor, "ms")} without", patience.Ratio, $"< {MostPatience}", patience.Ratio < MostPatience)
            {
                Figures = new Dictionary<string, double> { ["duringMilliseconds"] = patience.Ours, ["withoutMilliseconds"] = patience.Floor },
            },
        ];
    }

    public override async Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken)
    {
        var file = stage.NewPath("ours.csv");
        await ExportAsync(stage, file, cancellationToken);
        var rate = await stage.MedianAsync(() => RateAsync(stage, () => ExportAsync(stage, file, cancellationToken), cancellationToken));
        File.Delete(file);
        return [Line(rate)];
    }

    private static Growth Line(double rate) => new(Path, "rows/s", rate);

    /// <summary>Whole files, one after another until the round is over.</summary>
    private static async Task<double> RateAsync(Stage stage, Func<Task> export, CancellationToken cancellationToken)
    {
        var (start, files) = (Stopwatch.GetTimestamp(), 0);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            await export();
            files++;
        }
        while (Stopwatch.GetElapsedTime(start) < stage.Round);
        var rate = files * (double)stage.Agreements / Stopwatch.GetElapsedTime(start).TotalSeconds;
        stage.Say(Written.Of(rate, "rows/s"));
        return rate;
    }

    private static async Task ExportAsync(Stage stage, string file, CancellationToken cancellationToken)
    {
        using var reader = new Reader(stage.Server.Address);
        using var answer = await reader.GetAsync(Path, cancellationToken);
        await using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        await answer.Content.CopyToAsync(target, cancellationToken);
    }

    private static async Task CopyAsync(Stage stage, string file, CancellationToken cancellationToken)
    {
        var address = new NpgsqlConnectionStringBuilder(stage.Registry.Reader);
        string sql;
        await using (var db = new RegistryDbContext(DatabaseSetup.Options(stage.Registry.Reader)))
            sql = AgreementCsv.Select(db, new AgreementFilter(), stage.Server.Address.GetLeftPart(UriPartial.Authority));
        // Commands of psql that begin with a backslash are one line; no literal of the SELECT has a line's end in it.
        await Shell.RunAsync(
            "psql",
            [
                "--no-psqlrc", "--quiet", "--host", address.Host!, "--port", address.Port.ToString(CultureInfo.InvariantCulture), "--username", address.Username!, "--dbname", address.Database!,
                "--set", "ON_ERROR_STOP=1", "--command", $"\\copy ({sql.ReplaceLineEndings(" ")}) TO '{file}' CSV",
            ],
            cancellationToken,
            new Dictionary<string, string> { ["PGPASSWORD"] = address.Password! });
    }

    /// <summary>Ours has a header and ends lines as RFC 4180 wants it; the rest is the same.</summary>
    private static async Task CompareAsync(string ours, string theirs, CancellationToken cancellationToken)
    {
        using var mine = new StreamReader(ours);
        using var other = new StreamReader(theirs);
        await mine.ReadLineAsync(cancellationToken);
        string? line;
        do
        {
            line = await mine.ReadLineAsync(cancellationToken);
            if (line != await other.ReadLineAsync(cancellationToken))
                throw new InvalidOperationException($"The file and its floor differ: {line}");
        }
        while (line is not null);
    }

    /// <returns>What the deed gave, and the most memory that the server had meanwhile.</returns>
    private static async Task<(double Figure, long Peak)> WatchAsync(Stage stage, Func<Task<double>> deed, CancellationToken cancellationToken)
    {
        var (done, peak) = (deed(), 0L);
        while (!done.IsCompleted)
        {
            peak = Math.Max(peak, stage.Server.ResidentBytes());
            await Task.WhenAny(done, Task.Delay(Pause, cancellationToken));
        }
        return (await done, peak);
    }

    /// <summary>Of one reader of lists of cities, with and without a file being written, by turns.</summary>
    private static async Task<Rounds> PatienceAsync(Stage stage, string file, CancellationToken cancellationToken)
    {
        var cities = await Draw.CityListsAsync(stage.Registry, Pages.Most(stage), stage.Seed, cancellationToken);
        using var reader = new Reader(stage.Server.Address);
        await reader.TimesAsync(cities, stage.Round, cancellationToken);
        return await stage.CompareAsync(
            async () =>
            {
                using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var exports = Repeat(() => ExportAsync(stage, file, enough.Token), enough.Token);
                var times = await reader.TimesAsync(cities, stage.Round, cancellationToken);
                await enough.CancelAsync();
                await exports;
                return times.Quantile(0.99);
            },
            async () => (await reader.TimesAsync(cities, stage.Round, cancellationToken)).Quantile(0.99));
    }

    private static async Task Repeat(Func<Task> deed, CancellationToken enough)
    {
        try
        {
            while (true)
                await deed();
        }
        catch (Exception) when (enough.IsCancellationRequested)
        {
            // As meant: the last file is not read to its end.
        }
    }
}

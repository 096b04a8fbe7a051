using System.Diagnostics;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Bench.Reporting;
using CooperationRegistry.Bench.Works;

namespace CooperationRegistry.Bench;

/// <summary>Makes the registries, measures every work and gathers the tables.</summary>
internal sealed class BenchRun(Options options, string folder)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly IReadOnlyList<Work> works = [.. AllWorks.InOrder.Where(w => options.Only.Count == 0 || options.Only.Contains(w.Name))];

    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        var shelf = new RegistryShelf(options.Data ?? folder, options.Seed, Say);
        var growth = new List<(int Size, Growth Line)>();
        var rows = new List<(string Work, Measurement Row)>();
        try
        {
            await using var smallest = await shelf.OpenAsync(options.Sizes[0], cancellationToken);
            foreach (var size in options.Sizes)
            {
                await using var registry = size == smallest.Agreements ? null : await shelf.OpenAsync(size, cancellationToken);
                await using var server = await StartAsync(registry ?? smallest, cancellationToken);
                var stage = Stage(registry ?? smallest, smallest, server);
                foreach (var work in works)
                {
                    IReadOnlyList<Measurement> measured = size == options.Rows ? await MeasureAsync(work, stage, cancellationToken) : [];
                    rows.AddRange(measured.Select(r => (work.Name, r)));
                    var grown = measured.SelectMany(r => r.Grown).ToList();
                    growth.AddRange((grown.Count > 0 || measured.Any(r => r.IsFailed) ? grown : await GrowAsync(work, stage, cancellationToken)).Select(l => (size, l)));
                }
            }
            return await Report.OfAsync(options, smallest, rows, growth, cancellationToken);
        }
        finally
        {
            if (options.Data is null)
                shelf.DeleteAll();
        }
    }

    // One work that fails is told in its row and does not take the others with it.
    private async Task<IReadOnlyList<Measurement>> MeasureAsync(Work work, Stage stage, CancellationToken cancellationToken)
    {
        Say($"Measuring {work.Name} at {stage.Agreements}");
        try
        {
            return await work.MeasureAsync(stage, cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Say($"{work.Name} failed: {failed}");
            return [Measurement.NotMeasured(work.Name, "–", failed.Message) with { IsFailed = true }];
        }
    }

    private async Task<IReadOnlyList<Growth>> GrowAsync(Work work, Stage stage, CancellationToken cancellationToken)
    {
        try
        {
            return await work.GrowAsync(stage, cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Say($"{work.Name} failed at {stage.Agreements}: {failed}");
            return [];
        }
    }

    private async Task<ServerProcess> StartAsync(Registry registry, CancellationToken cancellationToken)
    {
        Say($"Starting the server over {registry.Agreements} agreements");
        return await ServerProcess.StartRegistryAsync(options.Program, registry.DataFolder, Path.Combine(folder, $"server-{registry.Agreements}.log"), cancellationToken);
    }

    private Stage Stage(Registry registry, Registry smallest, ServerProcess server) => new()
    {
        Registry = registry,
        Smallest = smallest,
        Server = server,
        Program = options.Program,
        Round = TimeSpan.FromSeconds(options.Seconds),
        Rounds = options.Rounds,
        Seed = options.Seed,
        Folder = folder,
        Say = Say,
    };

    private void Say(string line) => Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(started):hh\\:mm\\:ss} {line}");
}

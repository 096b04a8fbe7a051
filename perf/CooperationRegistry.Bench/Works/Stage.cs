using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

/// <summary>What is measured on: one generated registry, a server over it, and how long.</summary>
internal sealed record Stage
{
    /// <summary>Only read it: it is kept for the next run. What writes takes a copy of its database.</summary>
    public required Registry Registry { get; init; }

    /// <summary>The smallest registry of the run; the same as <see cref="Registry"/> in a run of one size.</summary>
    public required Registry Smallest { get; init; }

    /// <summary>The Release server over <see cref="Registry"/>, as a user starts it, warm.</summary>
    public required ServerProcess Server { get; init; }

    /// <summary>The published <c>CooperationRegistry.Web.dll</c>, for servers of a work's own.</summary>
    public required string Program { get; init; }

    /// <summary>How long one round of a load lasts.</summary>
    public required TimeSpan Round { get; init; }

    /// <summary>Of which the median is taken.</summary>
    public required int Rounds { get; init; }

    /// <summary>Of what is asked for at random.</summary>
    public required int Seed { get; init; }

    /// <summary>Of this run, for files that end with it.</summary>
    public required string Folder { get; init; }

    /// <summary>Tells who waits what is being done, a line each.</summary>
    public required Action<string> Say { get; init; }

    public int Agreements => Registry.Agreements;

    /// <summary>Two things by turns.</summary>
    public Task<Rounds> CompareAsync(Func<Task<double>> ours, Func<Task<double>> floor) => Measuring.Rounds.MeasureAsync(ours, floor, Rounds);

    /// <summary>The median of the rounds.</summary>
    public Task<double> MedianAsync(Func<Task<double>> measure) => Measuring.Rounds.MedianAsync(measure, Rounds);

    /// <summary>A file or folder of this run with a name that no other has.</summary>
    public string NewPath(string name) => Path.Combine(Folder, $"{Guid.NewGuid():N}-{name}");
}

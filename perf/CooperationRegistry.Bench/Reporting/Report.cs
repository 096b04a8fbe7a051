using System.Runtime.InteropServices;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Bench.Works;

namespace CooperationRegistry.Bench.Reporting;

/// <summary>Everything that a run found, and what it ran on; it names no machine, person or folder.</summary>
/// <param name="Commit">Of the source, with <c>+</c> where it was changed since; null outside a clone.</param>
internal sealed record Report(
    DateTimeOffset Date,
    string? Commit,
    int Rows,
    int Seed,
    int SecondsPerRound,
    int Cores,
    double MemoryGB,
    string Postgres,
    string Dotnet,
    IReadOnlyList<ReportRow> Table,
    IReadOnlyList<ReportGrowth> Growth)
{
    public bool IsWhole => Table.All(r => !r.IsFailed);

    public static async Task<Report> OfAsync(
        Options options, Registry registry, IReadOnlyList<(string Work, Measurement Row)> rows, IReadOnlyList<(int Size, Growth Line)> growth, CancellationToken cancellationToken)
    {
        await using var source = registry.OpenOwner();
        await using var version = source.CreateCommand("SHOW server_version");
        return new Report(
            TimeProvider.System.GetUtcNow(),
            await Source.CommitAsync(cancellationToken),
            options.Rows,
            options.Seed,
            options.Seconds,
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024), 1),
            ((string)(await version.ExecuteScalarAsync(cancellationToken))!).Split(' ')[0],
            RuntimeInformation.FrameworkDescription.Replace(".NET ", "", StringComparison.Ordinal),
            [.. rows.Select(r => new ReportRow(r.Work, r.Row.What, r.Row.Ours, r.Row.Floor, r.Row.Ratio, r.Row.Target, r.Row.IsMet, r.Row.IsFailed, r.Row.Note, r.Row.Figures))],
            [.. growth.GroupBy(g => (g.Line.What, g.Line.Unit)).Select(g => new ReportGrowth(g.Key.What, g.Key.Unit, [.. g.Select(l => new SizedFigure(l.Size, l.Line.Value))]))]);
    }
}

/// <param name="Met">Null where it was not measured.</param>
internal sealed record ReportRow(
    string Work, string What, string Ours, string? Floor, double? Ratio, string Target, bool? Met, bool IsFailed, string? Note, IReadOnlyDictionary<string, double> Figures);

internal sealed record ReportGrowth(string What, string Unit, IReadOnlyList<SizedFigure> BySize);

internal sealed record SizedFigure(int Agreements, double Value);

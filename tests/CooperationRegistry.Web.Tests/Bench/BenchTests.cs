using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CooperationRegistry.Web.Tests.Bench;

/// <summary>The bench as a program, on a registry so small that nothing it measures means anything: it still runs, that is all.</summary>
public sealed class BenchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly string folder = Directory.CreateTempSubdirectory("cooperation-registry-bench-").FullName;

    [Fact]
    public Task Bench_of_what_readers_and_editors_ask_fills_both_tables() =>
        RunAsync(
            new() { ["csv"] = 3, ["country"] = 1, ["city"] = 1, ["cached"] = 1, ["detail"] = 1, ["search"] = 2, ["deep"] = 1, ["unfiltered"] = 1, ["import"] = 1, ["publish"] = 1 },
            ["/agreements.csv", "/agreements?city=…", "/agreements/CR-…", "Search, median", "A deep page of /agreements"]);

    [Fact]
    [Trait("Category", "Long")]
    public Task Bench_of_what_needs_another_program_fills_the_table() =>
        // Circuits and the wire need a published server, which has its scripts, and Lighthouse: ./bench measures them.
        RunAsync(new() { ["start"] = 1 }, []);

    /// <param name="rows">How many each work has in the table.</param>
    /// <param name="growing">What the second table has at least.</param>
    private async Task RunAsync(Dictionary<string, int> rows, IReadOnlyList<string> growing)
    {
        Assert.SkipUnless(IsOnPath("wrk"), "wrk is not installed: ./bench needs it.");
        var (exitCode, output, said) = await BenchAsync(rows.Keys);
        Assert.True(exitCode == 0, said + output);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "results", "latest.json"), TestContext.Current.CancellationToken));
        var table = json.RootElement.GetProperty("table").EnumerateArray().ToList();
        Assert.Equal(rows, table.CountBy(r => r.GetProperty("work").GetString()!).ToDictionary());
        Assert.All(table, row =>
        {
            Assert.True(row.GetProperty("met").ValueKind is JsonValueKind.True or JsonValueKind.False, $"{row}");
            Assert.NotEmpty(row.GetProperty("figures").EnumerateObject());
            Assert.Contains(row.GetProperty("what").GetString()!, output, StringComparison.Ordinal);
        });
        var growth = json.RootElement.GetProperty("growth").EnumerateArray().ToDictionary(g => g.GetProperty("what").GetString()!);
        Assert.Empty(growing.Except(growth.Keys));
        Assert.All(growth.Values, line => Assert.Equal([1000, 2000], line.GetProperty("bySize").EnumerateArray().Select(s => s.GetProperty("agreements").GetInt32())));
        Assert.All(growth.Keys, what => Assert.Contains(what, output, StringComparison.Ordinal));
        Assert.Contains(output, await File.ReadAllTextAsync(Path.Combine(folder, "results", "latest.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // Nothing stays behind.
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "scratch")));
    }

    private async Task<(int ExitCode, string Output, string Said)> BenchAsync(IEnumerable<string> works)
    {
        string[] arguments =
        [
            Built("perf", "CooperationRegistry.Bench"), "--program", Built("src", "CooperationRegistry.Web"), "--scratch", Path.Combine(folder, "scratch"), "--results", Path.Combine(folder, "results"),
            "--rows", "2000", "--seconds", "1", "--rounds", "1", "--only", .. works,
        ];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var said = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output, await said);
        }
        catch (OperationCanceledException)
        {
            // It stops its servers and clusters, and only then ends.
            using (var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
                await stop.WaitForExitAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    // In the folder of its own project, where all that it needs lies beside it.
    private static string Built(string folder, string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CooperationRegistry.sln")))
            root = root.Parent!;
        return Path.Combine(root.FullName, folder, project, "bin", configuration, "net10.0", $"{project}.dll");
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

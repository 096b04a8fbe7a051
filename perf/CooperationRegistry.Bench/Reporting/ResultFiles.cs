using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CooperationRegistry.Bench.Measuring;

namespace CooperationRegistry.Bench.Reporting;

/// <summary>What a run leaves behind: <c>latest.json</c> for programs, <c>latest.md</c> for readers.</summary>
internal static class ResultFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(string folder, Report report, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "latest.json"), JsonSerializer.Serialize(report, Json) + "\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "latest.md"), string.Create(CultureInfo.InvariantCulture, $"""
            # {report.Rows:#,0} agreements, {report.Date:yyyy-MM-dd}

            Commit {report.Commit ?? "unknown"}; {report.Cores} cores, {Written.Of(report.MemoryGB)} GB; PostgreSQL {report.Postgres}, .NET {report.Dotnet}; seed {report.Seed}, rounds of {report.SecondsPerRound} s.

            {Tables.Of(report)}
            """), cancellationToken);
    }
}

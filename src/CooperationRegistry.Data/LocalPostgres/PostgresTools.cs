using System.Diagnostics;
using System.Text;

namespace CooperationRegistry.Data;

/// <summary>Runs PostgreSQL's programs, which refuse to run as root: root runs them as the user <c>postgres</c>.</summary>
internal sealed class PostgresTools(PostgresBinaries binaries)
{
    public const string User = "postgres";

    public Task RunAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(binaries.Folder, tool);
        return Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? ExecuteAsync("runuser", ["-u", User, "--", path, .. arguments], cancellationToken)
            : ExecuteAsync(path, arguments, cancellationToken);
    }

    public static async Task ExecuteAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(program, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
            throw new LocalPostgresException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        // The folder this program stands in may be closed to the user postgres.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };
        // PGDATA, PGPORT and their like speak of another cluster.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }
}

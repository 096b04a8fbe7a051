using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>The program as a user runs it: a process of its own, over a private cluster in a folder of its own.</summary>
public sealed partial class RunningRegistry : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string data = Path.Combine(Path.GetTempPath(), $"cooperation-registry-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://localhost:{port}");

    /// <summary>Printed at the first start.</summary>
    public Uri? SetUpLink { get; private set; }

    public async Task StartAsync(params string[] options)
    {
        // A new folder has no administrator, so that the line after the address is the link that makes one.
        var isFirst = !Directory.Exists(data);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Program(), "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture), "--environment", "Development" }.Concat(options))
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            var isServing = line.StartsWith("Cooperation Registry is at", StringComparison.Ordinal);
            if (Link().Match(line) is { Success: true } link)
                SetUpLink = new Uri(link.Value);
            if (isFirst ? SetUpLink is not null : isServing)
            {
                _ = DrainAsync(process.StandardOutput);
                return;
            }
        }
        throw new InvalidOperationException($"The program ended: {await errors}");
    }

    /// <summary>As kill -9: nothing is said, nothing is tidied; the database lives on.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Stops the database under the running program, as a machine does that goes down in order.</summary>
    /// <returns>Starts it again, on the same port.</returns>
    public async Task<Func<Task>> StopDatabaseAsync()
    {
        var elsewhere = Path.Combine(data, "postgres.path");
        var cluster = File.Exists(elsewhere) ? (await File.ReadAllTextAsync(elsewhere)).Trim() : Path.Combine(data, "postgres");
        var port = (await File.ReadAllLinesAsync(Path.Combine(cluster, "postmaster.pid")))[3];
        await ControlAsync("stop", "--mode", "fast", "--pgdata", cluster);
        return () => ControlAsync("start", "--pgdata", cluster, "--log", Path.Combine(cluster, "start.log"), "--options", $"-p {port}");
    }

    // Of the version that made the cluster: the newest there is. PostgreSQL's programs refuse to run as root.
    private static async Task ControlAsync(params string[] arguments)
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var control = versions.MaxBy(v => int.Parse(Path.GetFileName(v), CultureInfo.InvariantCulture)) is { } newest ? Path.Combine(newest, "bin", "pg_ctl") : "pg_ctl";
        string[] command = [control, .. arguments, "--wait", "--silent"];
        if (Environment.IsPrivilegedProcess)
            command = ["runuser", "-u", "postgres", "--", .. command];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"pg_ctl {arguments[0]} ended with {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // Not the signal of Ctrl+C, which a run in the background of a shell makes its children ignore.
            using (var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
                await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        var elsewhere = Path.Combine(data, "postgres.path");
        if (File.Exists(elsewhere))
            Directory.Delete(Path.GetDirectoryName(File.ReadAllText(elsewhere).Trim())!, recursive: true);
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    /// <summary>Runs a verb of the command line over the same folder, which has to end well.</summary>
    public async Task CommandAsync(params string[] arguments)
    {
        var (exitCode, _, errors) = await AskAsync(arguments);
        if (exitCode != 0)
            throw new InvalidOperationException($"{arguments[0]} ended with {exitCode}: {errors}");
    }

    /// <summary>Runs a verb of the command line over the same folder, and tells how it went.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> AskAsync(params string[] arguments)
    {
        using var command = Process.Start(new ProcessStartInfo("dotnet", [Program(), .. arguments, "--data", data, "--environment", "Development"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = command.StandardOutput.ReadToEndAsync();
        var errors = await command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, await output, errors);
    }

    /// <summary>Adds an account by the command line.</summary>
    /// <returns>The link by which its owner chooses a password.</returns>
    public async Task<Uri> InviteAsync(string email, string role) =>
        new(Address, Invitation().Match((await AskAsync("user", "add", email, "--role", role)).Output).Value);

    /// <summary>The folder of the project.</summary>
    public static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CooperationRegistry.sln")))
            root = root.Parent!;
        return root.FullName;
    }

    private async Task DrainAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Link().Match(line) is { Success: true } link)
                SetUpLink = new Uri(link.Value);
        }
    }

    // Static files of an unpublished build are found beside the program itself, not beside the tests.
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Root(), "src", "CooperationRegistry.Web", "bin", configuration, "net10.0", "CooperationRegistry.Web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://localhost:\d+/account/set-up\?token=\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"/account/invitation\?token=\S+")]
    private static partial Regex Invitation();
}

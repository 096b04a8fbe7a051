using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>A program of .NET that serves HTTP, in a process of its own, on loopback.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Process process;
    private readonly string log;
    private readonly long started = Stopwatch.GetTimestamp();

    private ServerProcess(Process process, Uri address, string log) => (this.process, Address, this.log) = (process, address, log);

    public Uri Address { get; }

    public int Pid => process.Id;

    /// <summary>From the start of the process to the first answer that it is ready.</summary>
    public TimeSpan UntilReady { get; private set; }

    /// <summary>Starts the server of the registry over the private cluster of a data folder, as a user does, and waits until it is ready.</summary>
    /// <param name="program">The published <c>CooperationRegistry.Web.dll</c>.</param>
    /// <param name="dataFolder">Its cluster is started too, unless it runs already.</param>
    /// <param name="log">A file that gets what the server says.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <param name="more">Further arguments, such as <c>--ConnectionStrings:Registry=…</c>.</param>
    public static Task<ServerProcess> StartRegistryAsync(string program, string dataFolder, string log, CancellationToken cancellationToken, params string[] more)
    {
        var port = FreePort();
        return StartAsync(
            [program, "--port", port.ToString(CultureInfo.InvariantCulture), "--data", dataFolder, "--environment", "Production", "--no-sample", .. more], port, "/health/ready", log, cancellationToken);
    }

    /// <summary>Starts <c>dotnet</c> with the arguments and waits until the path is answered with success.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or was not ready in time.</exception>
    public static async Task<ServerProcess> StartAsync(IEnumerable<string> arguments, int port, string readyPath, string log, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? environment = null)
    {
        // The shell writes to the file, so that what the server says costs this process nothing; exec leaves its number to the server.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$0; exec dotnet \"$@\" >\"$log\" 2>&1 </dev/null", log, .. arguments]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"), log);
        try
        {
            await server.WaitUntilReadyAsync(readyPath, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Physical memory, of this process alone, in bytes.</summary>
    public long ResidentBytes() => Resident.Bytes(Pid);

    /// <summary>Processor time used so far, of this process alone.</summary>
    public TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Ends it as Ctrl+C does. Its cluster ends with it, unless something else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using (var stop = Process.Start("kill", ["-TERM", Pid.ToString(CultureInfo.InvariantCulture)]))
                await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private async Task WaitUntilReadyAsync(string path, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                    break;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"The server {(process.HasExited ? $"ended with {process.ExitCode}" : "was not ready in time")}: {await File.ReadAllTextAsync(log, cancellationToken)}");
            await Task.Delay(Pause, cancellationToken);
        }
        UntilReady = Stopwatch.GetElapsedTime(started);
    }
}

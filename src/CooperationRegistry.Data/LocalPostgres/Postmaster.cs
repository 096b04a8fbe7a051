using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CooperationRegistry.Data;

/// <summary>The server process of one cluster.</summary>
internal sealed class Postmaster(PostgresTools tools, string cluster)
{
    private string LockFile => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The port of the process that runs on this cluster, also one that outlived the program that started it.</summary>
    public int? RunningPort()
    {
        if (!File.Exists(LockFile))
            return null;
        // Lines: process id, data folder, start time, port, socket folder, address, shared memory, status.
        var lines = File.ReadAllLines(LockFile);
        return lines.Length > 3 && IsOurs(Number(lines[0])) ? Number(lines[3]) : null;
    }

    public async Task<int> StartAsync(int usualPort, CancellationToken cancellationToken)
    {
        // A number in a left-over lock file may meanwhile belong to another program; PostgreSQL would then refuse to start.
        File.Delete(LockFile);
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort(attempt == 1 ? usualPort : 0);
            try
            {
                // pg_ctl gives the postmaster a session of its own, so that Ctrl+C does not reach it before us.
                await tools.RunAsync("pg_ctl",
                    ["start", "--wait", "--timeout", "120", "--silent", "--pgdata", cluster,
                        "--log", Path.Combine(cluster, "start.log"), "--options", $"-p {port}"], cancellationToken);
                return port;
            }
            catch (LocalPostgresException) when (attempt < 4)
            {
                // The port was taken meanwhile, or backends of a killed postmaster are still leaving.
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }

    public Task StopAsync(bool atOnce, CancellationToken cancellationToken) => tools.RunAsync("pg_ctl",
        ["stop", "--wait", "--timeout", "120", "--silent", "--pgdata", cluster, "--mode", atOnce ? "immediate" : "fast"],
        cancellationToken);

    private bool IsOurs(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            if (process.HasExited || !process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase))
                return false;
        }
        catch (ArgumentException)
        {
            return false;
        }

        // A postmaster stands in the folder of its cluster; elsewhere than on Linux its name has to do.
        return !OperatingSystem.IsLinux()
            || Directory.ResolveLinkTarget($"/proc/{processId}/cwd", returnFinalTarget: false)?.FullName == cluster;
    }

    private static int FreePort(int wanted)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException) when (wanted != 0)
        {
            return FreePort(0);
        }
    }

    private static int Number(string line) => int.Parse(line, NumberStyles.Integer, CultureInfo.InvariantCulture);
}

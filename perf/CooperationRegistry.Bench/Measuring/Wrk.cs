using System.Globalization;
using System.Text.Json;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>What one load by wrk found; every answer was a success.</summary>
/// <param name="P99">In milliseconds.</param>
/// <param name="PageBytes">Headers and body of an answer, on average.</param>
internal sealed record Load(double RequestsPerSecond, double P50, double P99, double PageBytes);

/// <summary>Loads a server with requests for the addresses of a list, over and over, each connection as fast as it is answered.</summary>
internal sealed class Wrk(string folder)
{
    public const int Connections = 32;

    // One thread asks for tens of thousands of pages a second, and leaves the other cores to what is measured.
    private const string Script = """
        local paths, requests, unique = {}, {}, nil

        function init(args)
          for line in io.lines(args[1]) do paths[#paths + 1] = line end
          math.randomseed(tonumber(args[2]))
          at = math.random(#paths)
          if args[3] == "unique" then unique = tonumber(args[2]) * 1000000000 end
        end

        function request()
          at = at % #paths + 1
          if unique then
            unique = unique + 1
            local path = paths[at]
            return wrk.format(nil, string.format("%s%sn=%.0f", path, path:find("?", 1, true) and "&" or "?", unique))
          end
          requests[at] = requests[at] or wrk.format(nil, paths[at])
          return requests[at]
        end

        function done(summary, latency)
          local e = summary.errors
          print(string.format('\n{"requests":%d,"microseconds":%d,"bytes":%.0f,"refused":%d,"broken":%d,"late":%d,"p50":%.0f,"p99":%.0f}',
            summary.requests, summary.duration, summary.bytes, e.status, e.connect + e.read + e.write, e.timeout, latency:percentile(50), latency:percentile(99)))
        end
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static int loads;

    private sealed record Outcome(long Requests, long Microseconds, double Bytes, long Refused, long Broken, long Late, double P50, double P99);

    /// <param name="server">Where.</param>
    /// <param name="paths">With their queries.</param>
    /// <param name="unique">Adds a parameter to each request that none had before, so that no answer comes from a cache.</param>
    /// <param name="round">At least a second; longer, up to a minute, where there were fewer answers than connections.</param>
    /// <param name="connections">Of them each waits for its answer before it asks again.</param>
    /// <param name="cancellationToken">Ends wrk.</param>
    /// <exception cref="InvalidOperationException">An answer was no success, a connection broke, or nothing was answered in a minute.</exception>
    public async Task<Load> RunAsync(Uri server, IReadOnlyList<string> paths, bool unique, TimeSpan round, CancellationToken cancellationToken, int connections = Connections)
    {
        var (script, list) = (Path.Combine(folder, "load.lua"), Path.Combine(folder, "paths.txt"));
        await File.WriteAllTextAsync(script, Script, cancellationToken);
        await File.WriteAllLinesAsync(list, paths, cancellationToken);
        Outcome found;
        for (var time = round; (found = await RunAsync(server, script, list, unique, time, connections, cancellationToken)).Requests < connections && time < Longest; time = 2 * time)
        {
        }
        if (found.Refused + found.Broken > 0 || found.Requests == 0)
            throw new InvalidOperationException($"Of {found.Requests} requests {found.Refused} were answered with an error and {found.Broken} broke off.");
        return new Load(found.Requests * 1e6 / found.Microseconds, found.P50 / 1000, found.P99 / 1000, found.Bytes / found.Requests);
    }

    private static async Task<Outcome> RunAsync(Uri server, string script, string list, bool unique, TimeSpan time, int connections, CancellationToken cancellationToken)
    {
        var output = await Shell.RunAsync(
            "wrk",
            [
                "--threads", "1", "--connections", Text(connections), "--duration", Text((int)time.TotalSeconds) + "s", "--timeout", "60s", "--script", script, server.ToString(), "--",
                list, Text(Interlocked.Increment(ref loads)), unique ? "unique" : "same",
            ],
            cancellationToken);
        return JsonSerializer.Deserialize<Outcome>(output.TrimEnd().Split('\n')[^1], Json)!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

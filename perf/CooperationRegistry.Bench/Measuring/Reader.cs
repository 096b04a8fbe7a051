using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>One reader on one connection, who waits for each page before asking for the next.</summary>
internal sealed class Reader(Uri server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static long unique = Stopwatch.GetTimestamp();

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1 }) { BaseAddress = server, Timeout = Patience };

    /// <summary>The same page at an address that nobody asked for before; lists and records do not heed the parameter.</summary>
    public static string Unseen(string path) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}n={Interlocked.Increment(ref unique).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Milliseconds until the whole page was there, made for this request.</summary>
    public async Task<double> TimeAsync(string path, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await GetAsync(Unseen(path), cancellationToken);
        await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The median over the paths from the first one on, for so long, at least three.</summary>
    public async Task<double> MedianAsync(IReadOnlyList<string> paths, TimeSpan round, CancellationToken cancellationToken) =>
        (await TimesAsync(paths, round, cancellationToken)).Median();

    public async Task<List<double>> TimesAsync(IReadOnlyList<string> paths, TimeSpan round, CancellationToken cancellationToken)
    {
        var (start, times) = (Stopwatch.GetTimestamp(), new List<double>());
        while (times.Count < 3 || Stopwatch.GetElapsedTime(start) < round)
            times.Add(await TimeAsync(paths[times.Count % paths.Count], cancellationToken));
        return times;
    }

    public async Task<string> TextAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(path, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <exception cref="InvalidOperationException">Not answered with 200.</exception>
    public async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.OK)
            return answer;
        using (answer)
            throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}.");
    }

    public void Dispose() => client.Dispose();
}

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Caching;

/// <summary>A public page as it is sent to everybody who may have the same, also compressed once somebody has asked for that.</summary>
internal sealed class KeptAnswer
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    // Of eleven levels. A page is compressed once and sent to many.
    private const int BrotliQuality = 6;
    private const int BrotliWindow = 18;

    // Who forwards the page to others may keep it too, by what it was asked for with.
    private static readonly StringValues VaryAlways = HeaderNames.AcceptEncoding;

    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly byte[] body;
    private readonly long made = Stopwatch.GetTimestamp();
    private byte[]? brotli;
    private byte[]? gzip;

    public KeptAnswer(IHeaderDictionary answered, byte[] body)
    {
        this.body = body;
        var vary = StringValues.IsNullOrEmpty(answered.Vary) ? VaryAlways : new StringValues($"{answered.Vary}, {VaryAlways}");
        headers = [.. answered.Where(h => h.Key != HeaderNames.Vary), new(HeaderNames.Vary, vary)];
    }

    /// <summary>Bytes of memory, with what compressing it may add.</summary>
    public long Size => body.Length + (body.Length / 2);

    /// <param name="context">Of a reader.</param>
    /// <param name="isKept">Says in the answer how old it is.</param>
    public async Task SendAsync(HttpContext context, bool isKept)
    {
        var response = context.Response;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        if (isKept)
            response.Headers.Age = ((int)Stopwatch.GetElapsedTime(made).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var (coding, bytes) = For(context.Request.Headers.AcceptEncoding);
        if (coding is not null)
            response.Headers.ContentEncoding = coding;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, CancellationToken.None);
    }

    private (string? Coding, byte[] Bytes) For(StringValues accepted)
    {
        if (StringValues.IsNullOrEmpty(accepted) || !StringWithQualityHeaderValue.TryParseList(accepted, out var codings))
            return (null, body);
        return Takes(Brotli) ? (Brotli, LazyInitializer.EnsureInitialized(ref brotli, InBrotli))
            : Takes(Gzip) ? (Gzip, LazyInitializer.EnsureInitialized(ref gzip, InGzip))
            : (null, body);

        bool Takes(string coding) => codings.Any(c => c.Quality != 0 && c.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));
    }

    private byte[] InBrotli()
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, room, out var length, BrotliQuality, BrotliWindow)
            ? room[..length]
            : throw new InvalidOperationException("Brotli took more room than it takes at most.");
    }

    private byte[] InGzip()
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Optimal))
            stream.Write(body);
        return bytes.ToArray();
    }
}

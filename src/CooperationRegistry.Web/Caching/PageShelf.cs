using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace CooperationRegistry.Web.Caching;

/// <summary>Where kept pages stand.</summary>
internal sealed class PageShelf : IDisposable
{
    private const long Room = 64 * 1024 * 1024;

    // What an entry takes beside its page and its key, in bytes.
    private const int Entry = 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>Pages that are being made; the outcome is null where a page cannot be kept.</summary>
    public ConcurrentDictionary<string, Task<KeptAnswer?>> Making { get; } = new(StringComparer.Ordinal);

    public KeptAnswer? Find(string key) => pages.Get<KeptAnswer>(key);

    public void Keep(string key, KeptAnswer page) =>
        pages.Set(key, page, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Longest, Size = page.Size + (key.Length * sizeof(char)) + Entry });

    public void Clear() => pages.Clear();

    public void Dispose() => pages.Dispose();
}

using System.Collections.Concurrent;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>The names of cities and partners that pages showed, until something is published: a list has a hundred and more.</summary>
public sealed class KeptNames(PublicationNotice notice)
{
    // Some hundred bytes each.
    private const int Most = 100_000;

    private Kept kept = new(-1);

    private sealed class Kept(long generation)
    {
        private readonly ConcurrentDictionary<(string Language, RecordKind Kind), ConcurrentDictionary<string, ShownName>> names = new();
        private int count;

        public long Generation => generation;

        public bool IsFull => count >= Most;

        public ConcurrentDictionary<string, ShownName> Of(string language, RecordKind kind) => names.GetOrAdd((language, kind), static _ => new(StringComparer.Ordinal));

        // A dictionary counts what it has under all its locks.
        public void Keep(string language, RecordKind kind, string id, ShownName name)
        {
            if (Of(language, kind).TryAdd(id, name))
                Interlocked.Increment(ref count);
        }
    }

    /// <param name="db">A context.</param>
    /// <param name="language">Of the page.</param>
    /// <param name="records">Of cities and partners the names are kept, others are read.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<RecordNames> LoadAsync(RegistryDbContext db, string language, IEnumerable<(RecordKind Kind, string Id)> records, CancellationToken cancellation)
    {
        // Asked before reading: what is read while something is published is not taken for the newer state.
        var current = Current(notice.Generation);
        var (cities, partners) = (current.Of(language, RecordKind.City), current.Of(language, RecordKind.Partner));
        var missing = records.Where(r => !(r.Kind == RecordKind.City ? cities.ContainsKey(r.Id) : r.Kind == RecordKind.Partner && partners.ContainsKey(r.Id))).ToHashSet();
        var names = new RecordNames(cities, partners);
        if (missing.Count == 0)
            return names;
        foreach (var kind in (RecordKind[])[RecordKind.City, RecordKind.Partner])
        {
            foreach (var (id, name) in await ShownName.ReadAsync(db, kind, [.. missing.Where(m => m.Kind == kind).Select(m => m.Id)], language, cancellation))
                current.Keep(language, kind, id, name);
        }
        await names.AddAsync(db, language, missing.Where(m => m.Kind is not (RecordKind.City or RecordKind.Partner)), cancellation);
        return names;
    }

    private Kept Current(long generation)
    {
        var current = kept;
        return current.Generation == generation && !current.IsFull ? current : kept = new Kept(generation);
    }
}

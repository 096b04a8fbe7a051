using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <param name="Content">For what tells it from others of the same name, in the reader's words.</param>
public sealed record Suggestion(RecordKind Kind, string Id, string Name, RecordContent Content);

/// <summary>Records whose id is being typed, or whose name in any variant or script, or address; then those with a name like it.</summary>
public sealed class RecordSuggestions(IDbContextFactory<RegistryDbContext> contexts)
{
    /// <summary>Shorter words are like too many others.</summary>
    private const int ShortestMisspelt = 4;

    public async Task<IReadOnlyList<Suggestion>> FindAsync(string typed, IReadOnlyCollection<RecordKind> kinds, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, typed, kinds, most, cancellationToken);
    }

    /// <summary>For who has a context already: whoever waits for a second connection with one in hand may wait for others who do the same.</summary>
    public static async Task<IReadOnlyList<Suggestion>> FindAsync(RegistryDbContext db, string typed, IReadOnlyCollection<RecordKind> kinds, int most, CancellationToken cancellationToken)
    {
        var exact = new List<Suggestion>();
        var misspelt = new List<Suggestion>();
        foreach (var kind in kinds.Distinct())
        {
            var folded = Folding.Name(kind, typed);
            if (folded.Length == 0 && !string.IsNullOrWhiteSpace(typed))
                continue;
            var ids = await OfIdAsync(db, kind, typed, cancellationToken);
            if (kind == RecordKind.Source && Folding.Address(typed) is { } address)
                ids.AddRange(await NameSearch.HoldingAsync(db, kind, address, most, cancellationToken));
            ids.AddRange(await NameSearch.HoldingAsync(db, kind, folded, most, cancellationToken));
            exact.AddRange(await ReadAsync(db, kind, ids, cancellationToken));
            if (ids.Count < most && folded.Length >= ShortestMisspelt)
                misspelt.AddRange(await ReadAsync(db, kind, (await NameSearch.MisspeltAsync(db, kind, folded, most, cancellationToken)).Except(ids), cancellationToken));
        }
        return
        [
            .. exact
                .OrderBy(s => !s.Id.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .ThenBy(s => !s.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
                .Concat(misspelt)
                .Take(most),
        ];
    }

    /// <summary>Records of that id, and those whose name begins with the text or has it elsewhere; none that are called like it only.</summary>
    public static async Task<IReadOnlyList<(RecordKind Kind, string Id)>> CalledAsync(RegistryDbContext db, string typed, IReadOnlyCollection<RecordKind> kinds, int most, CancellationToken cancellationToken)
    {
        var called = new List<(RecordKind, string)>();
        foreach (var kind in kinds)
        {
            var ids = await OfIdAsync(db, kind, typed, cancellationToken);
            if (Folding.Name(kind, typed) is { Length: > 0 } folded)
                ids.AddRange(await NameSearch.HoldingAsync(db, kind, folded, most, cancellationToken));
            called.AddRange(ids.Distinct().Select(id => (kind, id)));
        }
        return [.. called.Take(most)];
    }

    private static Task<List<string>> OfIdAsync(RegistryDbContext db, RecordKind kind, string typed, CancellationToken cancellationToken)
    {
        var id = RecordId.IsNumbered(kind) ? typed.Trim().ToUpperInvariant() : typed.Trim().ToLowerInvariant();
        return RecordId.IsWellFormed(kind, id) ? db.IdsAsync(kind, [id], cancellationToken) : Task.FromResult(new List<string>());
    }

    private static async Task<IEnumerable<Suggestion>> ReadAsync(RegistryDbContext db, RecordKind kind, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var found = await db.ReadAsync(kind, wanted, cancellationToken);
        return found.OrderBy(r => wanted.IndexOf(r.Id)).Select(r => new Suggestion(kind, r.Id, RecordTitles.Of(r.Body, "en"), r.Body));
    }
}

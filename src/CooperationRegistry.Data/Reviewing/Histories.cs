using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>What an id has been through, whether or not a record stands under it now.</summary>
public static class Histories
{
    public static IQueryable<Revision> RevisionsOf(this RegistryDbContext db, RecordKind kind, string id) =>
        db.Revisions.AsNoTracking().Where(r => r.Kind == kind && r.RecordId == id);

    /// <returns>The number of the last revision; 0 where nothing was ever published under the id.</returns>
    public static async Task<int> LastRevisionAsync(this RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken) =>
        await db.RevisionsOf(kind, id).MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0;

    /// <returns>The same for many; ids under which nothing was ever published are left out.</returns>
    public static Task<Dictionary<string, int>> LastRevisionsAsync(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        db.Revisions.Where(r => r.Kind == kind && ids.Contains(r.RecordId)).GroupBy(r => r.RecordId).ToDictionaryAsync(g => g.Key, g => g.Max(r => r.Number), cancellationToken);

    /// <returns>Why there is no such record any more; null where it is published, or was never.</returns>
    public static Task<Tombstone?> WithdrawnAsync(this RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken) =>
        db.Standing(kind, [id]).SingleOrDefaultAsync(cancellationToken);

    /// <returns>Those of the ids whose records were withdrawn and did not come back.</returns>
    public static Task<List<string>> WithdrawnAsync(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        db.Standing(kind, ids).Select(t => t.RecordId).ToListAsync(cancellationToken);

    // A later revision brought the record back.
    private static IQueryable<Tombstone> Standing(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids) =>
        db.Tombstones.AsNoTracking().Where(t => t.Kind == kind && ids.Contains(t.RecordId) && !db.Revisions.Any(r => r.Kind == kind && r.RecordId == t.RecordId && r.Number > t.Revision));
}

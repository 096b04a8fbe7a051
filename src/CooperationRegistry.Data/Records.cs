using System.Runtime.CompilerServices;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data;

/// <summary>The six tables of records, addressed by kind.</summary>
public static class Records
{
    /// <summary>Tracked, with its whole content; null where there is none.</summary>
    public static async Task<Record?> FindRecordAsync(this RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Source => await db.Sources.SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            RecordKind.City => await db.Cities.SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            RecordKind.Partner => await db.Partners.SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            RecordKind.Agreement => await db.Agreements.SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            RecordKind.Project => await db.Projects.SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            RecordKind.CapacityStat => await db.CapacityStats.SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Those of the ids that there are, tracked, with their whole contents.</summary>
    public static async Task<IReadOnlyList<Record>> FindRecordsAsync(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Source => await db.Sources.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.City => await db.Cities.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.Partner => await db.Partners.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.Agreement => await db.Agreements.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.Project => await db.Projects.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.CapacityStat => await db.CapacityStats.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>All records of a kind with their whole contents, untracked, in the order of their numbers or names.</summary>
    public static IAsyncEnumerable<Record> ReadAllAsync(this RegistryDbContext db, RecordKind kind, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Source => InOrder(db.Sources, kind, cancellationToken),
            RecordKind.City => InOrder(db.Cities, kind, cancellationToken),
            RecordKind.Partner => InOrder(db.Partners, kind, cancellationToken),
            RecordKind.Agreement => InOrder(db.Agreements, kind, cancellationToken),
            RecordKind.Project => InOrder(db.Projects, kind, cancellationToken),
            RecordKind.CapacityStat => InOrder(db.CapacityStats, kind, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Those of the ids that there are, untracked, with their whole contents.</summary>
    public static async Task<IReadOnlyList<Record>> ReadAsync(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Source => await Among(db.Sources, ids).ToListAsync(cancellationToken),
            RecordKind.City => await Among(db.Cities, ids).ToListAsync(cancellationToken),
            RecordKind.Partner => await Among(db.Partners, ids).ToListAsync(cancellationToken),
            RecordKind.Agreement => await Among(db.Agreements, ids).ToListAsync(cancellationToken),
            RecordKind.Project => await Among(db.Projects, ids).ToListAsync(cancellationToken),
            RecordKind.CapacityStat => await Among(db.CapacityStats, ids).ToListAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static Task<List<string>> IdsAsync(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> among, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Source => Ids(db.Sources, among, cancellationToken),
            RecordKind.City => Ids(db.Cities, among, cancellationToken),
            RecordKind.Partner => Ids(db.Partners, among, cancellationToken),
            RecordKind.Agreement => Ids(db.Agreements, among, cancellationToken),
            RecordKind.Project => Ids(db.Projects, among, cancellationToken),
            RecordKind.CapacityStat => Ids(db.CapacityStats, among, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Task<List<string>> Ids<TRecord>(DbSet<TRecord> records, IReadOnlyCollection<string> among, CancellationToken cancellationToken)
        where TRecord : Record => records.Where(r => among.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);

    private static IQueryable<TRecord> Among<TRecord>(DbSet<TRecord> records, IReadOnlyCollection<string> ids)
        where TRecord : Record => records.AsNoTracking().Where(r => ids.Contains(r.Id));

    // A longer id has more digits, so length first sorts by number; names sort by name.
    private static async IAsyncEnumerable<Record> InOrder<TRecord>(DbSet<TRecord> records, RecordKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRecord : Record
    {
        const int Page = 500;
        var ids = await records.Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var page in ids.OrderBy(id => RecordId.IsNumbered(kind) ? id.Length : 0).ThenBy(id => id, StringComparer.Ordinal).Chunk(Page))
        {
            var found = await records.AsNoTracking().Where(r => page.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            foreach (var id in page)
                yield return found[id];
        }
    }
}

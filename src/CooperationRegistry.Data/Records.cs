using System.Runtime.CompilerServices;
using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
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

    /// <summary>The ids behind one, in the order of <see cref="ReadAllAsync"/>.</summary>
    /// <param name="db">The store.</param>
    /// <param name="kind">Of the records.</param>
    /// <param name="after">An id, of a record or not; null for the first ones.</param>
    /// <param name="count">At most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<List<string>> IdsAfterAsync(this RegistryDbContext db, RecordKind kind, string? after, int count, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Source => db.Sources.After(kind, after).Take(count).ToListAsync(cancellationToken),
            RecordKind.City => db.Cities.After(kind, after).Take(count).ToListAsync(cancellationToken),
            RecordKind.Partner => db.Partners.After(kind, after).Take(count).ToListAsync(cancellationToken),
            RecordKind.Agreement => db.Agreements.After(kind, after).Take(count).ToListAsync(cancellationToken),
            RecordKind.Project => db.Projects.After(kind, after).Take(count).ToListAsync(cancellationToken),
            RecordKind.CapacityStat => db.CapacityStats.After(kind, after).Take(count).ToListAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The same of some records of the kind.</summary>
    public static IQueryable<string> After<TRecord>(this IQueryable<TRecord> records, RecordKind kind, string? after)
        where TRecord : Record
    {
        var ids = records.Select(r => new { r.Id, Length = RecordId.IsNumbered(kind) ? r.Id.Length : 0, Name = EF.Functions.Collate(r.Id, "C") });
        if (after is not null)
        {
            var length = RecordId.IsNumbered(kind) ? after.Length : 0;
            ids = ids.Where(i => EF.Functions.GreaterThan(ValueTuple.Create(i.Length, i.Name), ValueTuple.Create(length, after)));
        }
        return ids.OrderBy(i => i.Length).ThenBy(i => i.Name).Select(i => i.Id);
    }

    /// <summary>Adds new records, those first that others may name.</summary>
    internal static async Task AddRecordsAsync(this RegistryDbContext db, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        if (Rows.AreFew(records.Count))
        {
            db.AddRange(records);
            await ProposalDesk.SaveAsync(db, cancellationToken);
            return;
        }
        await db.CopyAsync([.. records.OfType<Source>()], cancellationToken);
        await db.CopyAsync([.. records.OfType<City>()], cancellationToken);
        await db.CopyAsync([.. records.OfType<Partner>()], cancellationToken);
        await db.CopyAsync([.. records.OfType<Agreement>()], cancellationToken);
        await db.CopyAsync([.. records.OfType<Project>()], cancellationToken);
        await db.CopyAsync([.. records.OfType<CapacityStat>()], cancellationToken);
    }

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

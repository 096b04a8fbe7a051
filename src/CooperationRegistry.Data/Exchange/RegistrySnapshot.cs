using System.Data;
using System.Runtime.CompilerServices;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Exchange;

/// <summary>One state of the registry, for as long as a file is being written: what is published meanwhile is not in it.</summary>
public sealed class RegistrySnapshot : IAsyncDisposable
{
    // So much is in memory at a time, however long the file.
    private const int Page = 500;

    private RegistrySnapshot(RegistryDbContext db) => Db = db;

    public RegistryDbContext Db { get; }

    /// <summary>Null where nothing was published yet.</summary>
    public DateTimeOffset? LastChange { get; private set; }

    /// <summary>The audit entry of the last publication, withdrawal or merge, 0 before the first: it tells states apart whose last changes are of the same moment.</summary>
    public long Changes { get; private set; }

    public static async Task<RegistrySnapshot> OpenAsync(IDbContextFactory<RegistryDbContext> contexts, CancellationToken cancellationToken)
    {
        var snapshot = new RegistrySnapshot(await contexts.CreateDbContextAsync(cancellationToken));
        try
        {
            await snapshot.Db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            snapshot.LastChange = await snapshot.Db.LastChangeAsync(cancellationToken);
            foreach (var action in AuditLine.OfRecords)
                snapshot.Changes = Math.Max(snapshot.Changes, await snapshot.Db.AuditEntries.Where(e => e.Action == action).MaxAsync(e => (long?)e.Number, cancellationToken) ?? 0);
            return snapshot;
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many rows wait for the calendar to change their status: they are written anew without anything being published.</summary>
    public Task<int> DueAsync(DateOnly today, CancellationToken cancellationToken) => Db.AgreementListings.CountAsync(l => l.StatusChangesOn <= today, cancellationToken);

    /// <summary>Of every record, in the order of their numbers or names.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        var ids = kind switch
        {
            RecordKind.Source => Db.Sources.Select(r => r.Id),
            RecordKind.City => Db.Cities.Select(r => r.Id),
            RecordKind.Partner => Db.Partners.Select(r => r.Id),
            RecordKind.Agreement => Db.Agreements.Select(r => r.Id),
            RecordKind.Project => Db.Projects.Select(r => r.Id),
            RecordKind.CapacityStat => Db.CapacityStats.Select(r => r.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return InOrder(kind, await ids.ToListAsync(cancellationToken));
    }

    /// <summary>A longer id has more digits, so length first sorts by number; names sort by name.</summary>
    public static IReadOnlyList<string> InOrder(RecordKind kind, IEnumerable<string> ids) =>
        [.. ids.OrderBy(id => RecordId.IsNumbered(kind) ? id.Length : 0).ThenBy(id => id, StringComparer.Ordinal)];

    public IAsyncEnumerable<IReadOnlyList<ListRow>> RowsAsync(RecordKind kind, IReadOnlyList<string> ids, string publicUrl, CancellationToken cancellationToken) =>
        PagesAsync(ids, page => ListTable.Of(kind).ReadAsync(Db, page, publicUrl, cancellationToken), cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<Record>> RecordsAsync(RecordKind kind, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        PagesAsync<Record>(
            ids,
            async page =>
            {
                var records = (await Db.ReadAsync(kind, page, cancellationToken)).ToDictionary(r => r.Id);
                return [.. page.Select(id => records[id])];
            },
            cancellationToken);

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private static async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync<T>(
        IReadOnlyList<string> ids, Func<IReadOnlyList<string>, Task<IReadOnlyList<T>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in ids.Chunk(Page))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await read(page);
        }
    }
}

using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Who stands behind a publication.</summary>
internal sealed record Signoff(string Author, string Reviewer, string? Note, long? ProposalId, DateTimeOffset At);

/// <summary>The one way into the tables: records, their revisions, the names and listing rows that lists read and the audit entry, in the caller's transaction.</summary>
internal static class Publication
{
    private const long Lock = 0x5055424C;

    /// <summary>
    /// A transaction in which nobody else publishes: free ids, base revisions, parents and the names that listing rows show are read
    /// as they will still be when it ends.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        return transaction;
    }

    /// <param name="db">A context with the transaction of <see cref="BeginAsync"/>.</param>
    /// <param name="batch">Checked contents with lasting ids.</param>
    /// <param name="signoff">Author, reviewer and note.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public static async Task<IReadOnlyList<Record>> PublishAsync(RegistryDbContext db, IReadOnlyList<Publishable> batch, Signoff signoff, CancellationToken cancellationToken)
    {
        var (records, added, fresh) = await RecordsAsync(db, batch, signoff.At, cancellationToken);
        // Worked out while the database is busy with what is written before; not while a context looks through the same contents for changes.
        var made = added.Count < records.Count || Rows.AreFew(records.Count) ? Task.FromResult(new DerivedRows(records, signoff)) : Task.Run(() => new DerivedRows(records, signoff), cancellationToken);
        await db.AddRecordsAsync(added, cancellationToken);
        await ProposalDesk.SaveAsync(db, cancellationToken);
        var isFresh = fresh.ToHashSet();
        var older = records.Where(r => !isFresh.Contains(r)).ToList();
        await SearchNames.RemoveAsync(db, older, cancellationToken);
        await RecordQualities.RemoveAsync(db, older, cancellationToken);

        var agreements = fresh.OfType<Agreement>().ToList();
        var listings = await AgreementListings.MakeAsync(db, agreements, signoff.At, cancellationToken);
        var rows = await made;
        await db.AddRowsAsync(rows.Revisions, cancellationToken);
        await db.AddRowsAsync(rows.Names, cancellationToken);
        await db.AddRowsAsync(rows.Qualities, cancellationToken);
        await AgreementListings.AddAsync(db, await listings, cancellationToken);
        // Nothing but what is beside it names a source or a city that was not there before.
        var named = await AgreementListings.NamingAsync(db, [.. records.Where(r => !isFresh.Contains(r) || r.Kind is RecordKind.Partner or RecordKind.Project)], cancellationToken);
        await AgreementListings.RewriteAsync(db, [.. named.Except(agreements.Select(a => a.Id))], signoff.At, cancellationToken);
        await AuditLog.AppendAsync(db, signoff.At, signoff.Reviewer, rows.AuditLines, cancellationToken);
        await TellAsync(db, cancellationToken);
        return records;
    }

    /// <returns>The records as published; those of them to be added; those under whose ids nothing was ever published.</returns>
    private static async Task<(List<Record> All, List<Record> Added, List<Record> Fresh)> RecordsAsync(RegistryDbContext db, IReadOnlyList<Publishable> batch, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var published = new Dictionary<(RecordKind, string), Record>();
        var last = new Dictionary<(RecordKind, string), int>();
        foreach (var kind in batch.GroupBy(b => b.Content.Record, b => b.Id))
        {
            foreach (var (id, number) in await db.LastRevisionsAsync(kind.Key, [.. kind], cancellationToken))
                last[(kind.Key, id)] = number;
            // No record without a revision.
            var before = kind.Where(id => last.ContainsKey((kind.Key, id))).ToList();
            foreach (var record in before.Count == 0 ? [] : await db.FindRecordsAsync(kind.Key, before, cancellationToken))
                published[(kind.Key, record.Id)] = record;
        }
        var (records, added, fresh) = (new List<Record>(batch.Count), new List<Record>(batch.Count), new List<Record>(batch.Count));
        foreach (var (id, content) in batch)
        {
            if (!published.TryGetValue((content.Record, id), out var record))
            {
                // A withdrawn record comes back under its old id, and goes on counting.
                record = Record.Create(content.Record, id, last.GetValueOrDefault((content.Record, id)));
                added.Add(record);
                if (record.Revision == 0)
                    fresh.Add(record);
            }
            record.Publish(content, at);
            records.Add(record);
        }
        return (records, added, fresh);
    }

    /// <summary>Delivered with the commit, to every server that listens.</summary>
    public static Task TellAsync(RegistryDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({PublicationNotice.Channel}, '')", cancellationToken);

    /// <summary>What is kept beside the records and comes of them alone.</summary>
    private sealed class DerivedRows(IReadOnlyList<Record> records, Signoff signoff)
    {
        public IReadOnlyList<Revision> Revisions { get; } = [.. records.Select(r => Revision.Of(r, signoff.Author, signoff.Reviewer, signoff.Note, signoff.ProposalId))];

        public IReadOnlyList<SearchName> Names { get; } = [.. records.SelectMany(SearchNames.Of)];

        public IReadOnlyList<RecordQuality> Qualities { get; } = [.. RecordQualities.Of(records)];

        public IReadOnlyList<AuditLine> AuditLines => auditLines ??= [.. Revisions.Select(AuditLine.Of)];

        private IReadOnlyList<AuditLine>? auditLines;
    }
}

using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
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
        var records = new List<Record>();
        var revisions = new List<Revision>();
        var published = new Dictionary<(RecordKind, string), Record>();
        var last = new Dictionary<(RecordKind, string), int>();
        foreach (var kind in batch.GroupBy(b => b.Content.Record, b => b.Id))
        {
            foreach (var record in await db.FindRecordsAsync(kind.Key, [.. kind], cancellationToken))
                published[(kind.Key, record.Id)] = record;
            foreach (var (id, number) in await db.LastRevisionsAsync(kind.Key, [.. kind], cancellationToken))
                last[(kind.Key, id)] = number;
        }
        foreach (var (id, content) in batch)
        {
            if (!published.TryGetValue((content.Record, id), out var record))
            {
                // A withdrawn record comes back under its old id, and goes on counting.
                record = Record.Create(content.Record, id, last.GetValueOrDefault((content.Record, id)));
                record.Publish(content, signoff.At);
                db.Add(record);
            }
            else
            {
                record.Publish(content, signoff.At);
            }
            revisions.Add(Revision.Of(record, signoff.Author, signoff.Reviewer, signoff.Note, signoff.ProposalId));
            records.Add(record);
        }
        db.AddRange(revisions);
        await ProposalDesk.SaveAsync(db, cancellationToken);

        await SearchNames.RewriteAsync(db, records, cancellationToken);
        await RecordQualities.RewriteAsync(db, records, cancellationToken);
        await AgreementListings.RewriteAsync(db, await AgreementListings.NamingAsync(db, records, cancellationToken), signoff.At, cancellationToken);
        await AuditLog.AppendAsync(db, signoff.At, signoff.Reviewer, revisions.ConvertAll(AuditLine.Of), cancellationToken);
        await TellAsync(db, cancellationToken);
        return records;
    }

    /// <summary>Delivered with the commit, to every server that listens.</summary>
    public static Task TellAsync(RegistryDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({PublicationNotice.Channel}, '')", cancellationToken);
}

using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <param name="Revision">The one that is public.</param>
/// <param name="Naming">Records that stand in the way, because they name this one.</param>
/// <param name="Superseded">How many open drafts and waiting proposals would change it.</param>
public sealed record WithdrawalPreview(RecordKind Kind, string Id, string Name, int Revision, IReadOnlyList<NamingRecord> Naming, int Superseded);

/// <summary>Where reviewers take a published record back. Its revisions stay readable, and one of them may bring it back.</summary>
public sealed class WithdrawalDesk(IDbContextFactory<RegistryDbContext> contexts, PublicationNotice notice, TimeProvider time)
{
    private const int LongestReason = 2000;

    /// <returns>Null where no such record is published.</returns>
    public async Task<WithdrawalPreview?> PreviewAsync(RecordKind kind, string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.FindRecordAsync(kind, id, cancellationToken) is not { } record)
            return null;
        var naming = await NamingRecords.ReadAsync(db, kind, id, cancellationToken);
        return new WithdrawalPreview(kind, id, NameOf(record), record.Revision, [.. naming.Select(NamingRecord.Of)], await About(db, kind, id).CountAsync(cancellationToken));
    }

    /// <summary>In one transaction: the record leaves its table, the lists and the search; the tombstone and the audit entry say why.</summary>
    /// <param name="seen">The record and the revision that the reviewer saw.</param>
    /// <param name="actor">A reviewer.</param>
    /// <param name="reason">Shown to everybody.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="RefusedException">Other records name it.</exception>
    /// <exception cref="DeskException">Not a reviewer, no reason, or not the revision that was seen.</exception>
    public async Task<Tombstone> WithdrawAsync(PublishedRecord seen, Actor actor, string reason, CancellationToken cancellationToken)
    {
        if (!actor.CanReview)
            throw new DeskException("notAReviewer", "Only reviewers may do this.");
        // The store takes no NUL.
        var said = reason.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (said.Length is 0 or > LongestReason)
            throw new DeskException("reasonMissing", $"Say in at most {LongestReason} characters why the record is withdrawn.");
        Tombstone tombstone;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await Publication.BeginAsync(db, cancellationToken);
            var record = await db.FindRecordAsync(seen.Kind, seen.Id, cancellationToken);
            if (record?.Revision != seen.Revision)
                throw new DeskException("changedElsewhere", "This was changed at the same moment elsewhere. Reload the page and try again.");
            if (await NamingRecords.ReadAsync(db, seen.Kind, seen.Id, cancellationToken) is { Count: > 0 } naming)
                throw new RefusedException([.. naming.Select(n => Problem.At(n.Id, Rule.StillNamed, RecordTitles.Of(n.Body, "en")))]);
            tombstone = Tombstone.Of(record, NameOf(record), said, actor.Name, time.GetUtcNow());
            await TakeBackAsync(db, record, tombstone, actor, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await notice.RaiseAsync(cancellationToken);
        return tombstone;
    }

    private static async Task TakeBackAsync(RegistryDbContext db, Record record, Tombstone tombstone, Actor actor, CancellationToken cancellationToken)
    {
        // Read while it is there: which rows tell of it.
        var rows = await AgreementListings.NamingAsync(db, [record], cancellationToken);
        var superseded = await About(db, record.Kind, record.Id).ToListAsync(cancellationToken);
        var note = $"{record.Id} was withdrawn: {tombstone.Reason}";
        foreach (var proposal in superseded)
            proposal.Supersede(actor, note, tombstone.At);
        db.Remove(record);
        db.Tombstones.Add(tombstone);
        await db.SearchNames.Where(n => n.Kind == record.Kind && n.RecordId == record.Id).ExecuteDeleteAsync(cancellationToken);
        await RecordQualities.RemoveAsync(db, record.Kind, record.Id, cancellationToken);
        await ProposalDesk.SaveAsync(db, cancellationToken);
        await AgreementListings.RewriteAsync(db, rows, tombstone.At, cancellationToken);
        AuditLine[] lines = [new(AuditLine.Withdrawn, $"{record.Id} r{record.Revision}", tombstone.Reason), .. superseded.Select(p => new AuditLine("proposal.withdrawn", $"proposal {p.Id}", note))];
        await AuditLog.AppendAsync(db, tombstone.At, actor.Name, lines, cancellationToken);
        await Publication.TellAsync(db, cancellationToken);
    }

    private static IQueryable<Proposal> About(RegistryDbContext db, RecordKind kind, string id) =>
        db.Proposals.Where(p => p.Kind == kind && p.RecordId == id && (p.State == ProposalState.Draft || p.State == ProposalState.Returned || p.State == ProposalState.Submitted));

    private static string NameOf(Record record) => RecordTitles.Of(record.Body, "en");
}

using CooperationRegistry.Data.Quality;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <param name="FromName">Empty where there is no such record.</param>
/// <param name="Records">Those that name the entry that goes, and will name the one that stays.</param>
/// <param name="Drafts">Open drafts and waiting proposals that go on with the entry that stays.</param>
/// <param name="Withdrawn">Open drafts and waiting proposals of the entry that goes.</param>
/// <param name="Problems">What stands in the way; the id of the record concerned is before the path.</param>
public sealed record MergePreview(
    RecordKind Kind,
    string FromName,
    string IntoName,
    IReadOnlyList<NamingRecord> Records,
    int Drafts,
    int Withdrawn,
    IReadOnlyList<Problem> Problems);

/// <summary>Where reviewers join two entries of the same city or partner.</summary>
public sealed class MergeDesk(IDbContextFactory<RegistryDbContext> contexts, PublicationNotice notice, TimeProvider time)
{
    public async Task<MergePreview> PreviewAsync(RecordKind kind, string from, string into, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await MergePlan.MakeAsync(db, kind, from, into, cancellationToken);
        return new MergePreview(
            kind,
            NameOf(plan.From),
            NameOf(plan.Into),
            [.. plan.Naming.Select(NamingRecord.Of)],
            plan.Repointed.Count,
            plan.Superseded.Count,
            plan.Problems);
    }

    /// <summary>In one transaction: every reference, draft and waiting proposal goes on with the entry that stays, and the other's id leads there.</summary>
    /// <exception cref="RefusedException">The two cannot be merged, or a record would no longer hold to the rules.</exception>
    /// <exception cref="DeskException">Not a reviewer, or a draft was changed at the same moment.</exception>
    public async Task<PublishedRecord> MergeAsync(RecordKind kind, string from, string into, Actor actor, string? note, CancellationToken cancellationToken)
    {
        if (!actor.CanReview)
            throw new DeskException("notAReviewer", "Only reviewers may do this.");
        Record survivor;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await Publication.BeginAsync(db, cancellationToken);
            var plan = await MergePlan.MakeAsync(db, kind, from, into, cancellationToken);
            if (plan.Problems.Count > 0)
                throw new RefusedException(plan.Problems);
            var (goes, now) = (plan.From!, time.GetUtcNow());
            var said = Said($"Merged {NameOf(goes)} ({from}) into {into}.", note);
            var records = await Publication.PublishAsync(db, plan.Batch, new Signoff(actor.Name, actor.Name, said, null, now), cancellationToken);
            survivor = records[0];
            foreach (var proposal in plan.Superseded)
                proposal.Supersede(actor, said, now);
            foreach (var proposal in plan.Repointed)
                Repoint(proposal, goes, records);
            await db.SearchNames.Where(n => n.Kind == kind && n.RecordId == from).ExecuteDeleteAsync(cancellationToken);
            await RecordQualities.RemoveAsync(db, kind, from, cancellationToken);
            db.Remove(goes);
            db.Redirects.Add(Redirect.Of(goes, survivor, NameOf(goes), actor.Name, now));
            await ProposalDesk.SaveAsync(db, cancellationToken);
            AuditLine[] lines = [new(AuditLine.Merged, $"{from} into {into} r{survivor.Revision}", said), .. plan.Superseded.Select(p => new AuditLine("proposal.withdrawn", $"proposal {p.Id}", said))];
            await AuditLog.AppendAsync(db, now, actor.Name, lines, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await notice.RaiseAsync(cancellationToken);
        return new PublishedRecord(kind, survivor.Id, survivor.Revision);
    }

    private static void Repoint(Proposal proposal, Record from, IReadOnlyList<Record> published)
    {
        var (draft, survivor) = (Draft.Of(proposal), published[0]);
        foreach (var content in draft.Companions.Select(c => c.Content).Append(draft.Content))
            content.Rename(from.Kind, from.Id, survivor.Id);
        var about = published.SingleOrDefault(r => r.Kind == proposal.Kind && r.Id == proposal.RecordId);
        if (about == survivor)
            draft.Content.Absorb(from.Body);
        // The draft has had the same change, so it is as fresh as it was.
        var isFresh = about is not null && proposal.BaseRevision == about.Revision - 1;
        proposal.Repoint(ContentJson.Write(draft.Content), draft.CompanionsJson(), isFresh ? about!.Revision : proposal.BaseRevision);
    }

    private static string NameOf(Record? record) => record is null ? "" : RecordTitles.Of(record.Body, "en");

    // The store takes no NUL.
    private static string Said(string sentence, string? note) =>
        string.IsNullOrWhiteSpace(note) ? sentence : $"{sentence} {note.Replace("\0", "", StringComparison.Ordinal).Trim()}";
}

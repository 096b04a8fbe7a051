using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>What became public.</summary>
public sealed record PublishedRecord(RecordKind Kind, string Id, int Revision);

/// <summary>Where reviewers publish or return what was handed in.</summary>
public sealed class ReviewDesk(IDbContextFactory<RegistryDbContext> contexts, PublicationNotice notice, TimeProvider time)
{
    /// <summary>What waits, the longest first.</summary>
    public async Task<IReadOnlyList<QueueLine>> QueueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Proposals
            .AsNoTracking()
            .Where(p => p.State == ProposalState.Submitted)
            .OrderBy(p => p.SubmittedAt)
            .Select(p => new
            {
                Proposal = p,
                Began = db.Revisions.Where(r => r.Kind == p.Kind && r.RecordId == p.RecordId && r.Number == p.BaseRevision).Select(r => r.Content).FirstOrDefault(),
                Last = db.Revisions.Where(r => r.Kind == p.Kind && r.RecordId == p.RecordId).Max(r => (int?)r.Number),
            })
            .ToListAsync(cancellationToken);
        return waiting.ConvertAll(w => Line(w.Proposal, w.Began, w.Last));
    }

    /// <returns>The revision that the proposal was begun from; null for a new record.</returns>
    public async Task<RecordContent?> BeganAsync(Draft draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var content = await db.Revisions.Where(r => r.Kind == draft.Kind && r.RecordId == draft.RecordId && r.Number == draft.BaseRevision).Select(r => r.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : ContentJson.Read(draft.Kind, content);
    }

    /// <returns>Why the record that it changes is not public any more, so that publishing brings it back; null where it is public, or new.</returns>
    public async Task<Tombstone?> WithdrawnAsync(Draft draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return draft.RecordId is { } id ? await db.WithdrawnAsync(draft.Kind, id, cancellationToken) : null;
    }

    /// <summary>Whether the rules of the office let this reviewer publish what this author handed in.</summary>
    public async Task<bool> MayPublishAsync(Draft draft, Actor reviewer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return reviewer.CanReview && (draft.AuthorId != reviewer.Id || await IsOnePersonOfficeAsync(db, cancellationToken));
    }

    /// <summary>In one transaction: the record with those made on the way, their revisions, the listing rows, the audit entries.</summary>
    /// <exception cref="RefusedException">The content does not hold to the rules, as they or the records around it are now.</exception>
    /// <exception cref="DeskException">Not this reviewer's to publish, not waiting, or the record was published anew since the editor began.</exception>
    public async Task<PublishedRecord> PublishAsync(long id, Actor reviewer, string? note, CancellationToken cancellationToken)
    {
        PublishedRecord published;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await Publication.BeginAsync(db, cancellationToken);
            var proposal = await ProposalDesk.LoadAsync(db, id, cancellationToken);
            var draft = Draft.Of(proposal);
            await RequireFreshAsync(db, draft, cancellationToken);
            if (await ProposalCheck.ProblemsAsync(db, draft, cancellationToken) is { Count: > 0 } problems)
                throw new RefusedException(problems);

            var batch = await WithLastingIdsAsync(db, draft, cancellationToken);
            var now = time.GetUtcNow();
            proposal.Publish(batch[^1].Id, reviewer, await IsOnePersonOfficeAsync(db, cancellationToken), note, now);
            var records = await Publication.PublishAsync(db, batch, new Signoff(proposal.AuthorName, reviewer.Name, note, id, now), cancellationToken);
            await ProposalDesk.CommitAsync(db, proposal, reviewer, "proposal.published", note, cancellationToken);
            published = new PublishedRecord(records[^1].Kind, records[^1].Id, records[^1].Revision);
        }
        await notice.RaiseAsync(cancellationToken);
        return published;
    }

    /// <param name="id">Of the proposal.</param>
    /// <param name="reviewer">Who returns it.</param>
    /// <param name="note">On the whole; may be empty where there are notes on fields.</param>
    /// <param name="notes">On single fields, by their paths; blank ones are left out.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="DeskException">No note at all, not a reviewer, or not waiting.</exception>
    public async Task ReturnAsync(long id, Actor reviewer, string? note, IReadOnlyDictionary<string, string> notes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var proposal = await ProposalDesk.LoadAsync(db, id, cancellationToken);
        var said = notes.Where(n => !string.IsNullOrWhiteSpace(n.Value)).ToDictionary(n => n.Key, n => n.Value.Trim());
        proposal.Return(reviewer, note, said.Count == 0 ? null : JsonSerializer.Serialize(said, ContentJson.Options), time.GetUtcNow());
        var details = string.Join("\n", said.Select(n => $"{n.Key}: {n.Value}").Prepend(note).Where(line => !string.IsNullOrWhiteSpace(line)));
        await ProposalDesk.CommitAsync(db, proposal, reviewer, "proposal.returned", details, cancellationToken);
    }

    private static QueueLine Line(Proposal proposal, string? began, int? last)
    {
        var draft = Draft.Of(proposal);
        var from = began is null ? (RecordContent)Activator.CreateInstance(ContentJson.TypeOf(draft.Kind))! : ContentJson.Read(draft.Kind, began);
        return new QueueLine(ProposalDesk.Line(proposal, draft), ContentDiff.Compare(from, draft.Content).Count, draft.Companions.Count, last is not null && last != draft.BaseRevision);
    }

    private static async Task RequireFreshAsync(RegistryDbContext db, Draft draft, CancellationToken cancellationToken)
    {
        if (draft is { State: ProposalState.Submitted, RecordId: { } id } && await db.LastRevisionAsync(draft.Kind, id, cancellationToken) is var last && last != draft.BaseRevision)
            throw new DeskException("stale", $"{id} was published as revision {last} since this was begun from revision {draft.BaseRevision}. Compare both, and merge them.");
    }

    private static async Task<List<Publishable>> WithLastingIdsAsync(RegistryDbContext db, Draft draft, CancellationToken cancellationToken)
    {
        var lasting = new Dictionary<string, string>();
        foreach (var companion in draft.Companions)
            lasting[companion.Id] = await NewIds.ForAsync(db, companion.Content, lasting.Values, cancellationToken);
        foreach (var content in draft.Companions.Select(c => c.Content).Append(draft.Content))
            content.Rename(lasting);
        return
        [
            .. draft.Companions.Select(c => new Publishable(lasting[c.Id], c.Content)),
            new Publishable(draft.RecordId ?? await NewIds.ForAsync(db, draft.Content, lasting.Values, cancellationToken), draft.Content),
        ];
    }

    private static Task<bool> IsOnePersonOfficeAsync(RegistryDbContext db, CancellationToken cancellationToken) =>
        db.Settings.Select(s => s.OnePersonOffice).SingleAsync(cancellationToken);
}

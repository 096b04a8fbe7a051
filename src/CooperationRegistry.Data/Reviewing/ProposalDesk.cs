using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Where editors keep drafts and hand them in. Each method opens its own context, because a circuit outlives one.</summary>
public sealed class ProposalDesk(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>The editor's open draft of the record, or a new one over what is published. A new record always begins empty.</summary>
    /// <returns>Null where no such record is published.</returns>
    public async Task<Draft?> OpenAsync(RecordKind kind, string? recordId, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (recordId is null)
            return Begin(kind, null, 0, (RecordContent)Activator.CreateInstance(ContentJson.TypeOf(kind))!, actor);
        if (await OpenDraftAsync(db, kind, recordId, actor, cancellationToken) is { } open)
            return open;
        return await db.FindRecordAsync(kind, recordId, cancellationToken) is { } record
            ? await WithKeysAsync(db, Begin(kind, recordId, record.Revision, ContentJson.Copy(record.Body), actor), cancellationToken)
            : null;
    }

    /// <summary>A draft that says what the revision said, over what is published now; also of a record that was withdrawn. An open draft is not overwritten.</summary>
    /// <returns>The editor's open draft of the record where there is one; null where there is no such revision, or the record was merged into another.</returns>
    public async Task<Draft?> BringBackAsync(RecordKind kind, string recordId, int revision, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OpenDraftAsync(db, kind, recordId, actor, cancellationToken) is { } open)
            return open;
        if (await db.SurvivorAsync(kind, recordId, cancellationToken) is not null || await db.RevisionsOf(kind, recordId).SingleOrDefaultAsync(r => r.Number == revision, cancellationToken) is not { } past)
            return null;
        var content = ContentJson.Read(kind, past.Content);
        await FollowMergesAsync(db, content, cancellationToken);
        var draft = Begin(kind, recordId, await db.LastRevisionAsync(kind, recordId, cancellationToken), content, actor);
        draft.BringsBack = revision;
        return await WithKeysAsync(db, draft, cancellationToken);
    }

    /// <returns>Null where there is none, or it is neither the actor's own nor up for a review that the actor may do.</returns>
    public async Task<Draft?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return proposal is not null && (proposal.AuthorId == actor.Id || (actor.CanReview && proposal.State != ProposalState.Draft)) ? await WithKeysAsync(db, Draft.Of(proposal), cancellationToken) : null;
    }

    public async Task<IReadOnlyList<ProposalLine>> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = await db.Proposals
            .AsNoTracking()
            .Where(p => p.AuthorId == actor.Id && p.State != ProposalState.Published && p.State != ProposalState.Withdrawn)
            .OrderByDescending(p => p.SavedAt)
            .ToListAsync(cancellationToken);
        return mine.ConvertAll(Line);
    }

    /// <summary>Keeps whatever was typed, complete or not.</summary>
    /// <exception cref="DeskException">It is no longer a draft, is another's, or was changed in another window.</exception>
    public async Task SaveDraftAsync(Draft draft, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Proposal proposal;
        if (draft.Id == 0)
        {
            proposal = Proposal.Begin(draft.Kind, draft.RecordId, draft.BaseRevision, actor);
            db.Proposals.Add(proposal);
        }
        else
        {
            proposal = await LoadAsync(db, draft.Id, cancellationToken);
            if (proposal.Version != draft.Version)
                throw new DeskException("changedElsewhere", "This draft was changed in another window. Reload the page to go on with the newer one.");
        }
        proposal.Save(ContentJson.Write(draft.Content), draft.CompanionsJson(), draft.UnreadJson(), actor, time.GetUtcNow());
        await SaveAsync(db, cancellationToken);
        (draft.Id, draft.Version, draft.SavedAt, draft.State) = (proposal.Id, proposal.Version, proposal.SavedAt, proposal.State);
    }

    /// <summary>All that stands in the way of publishing it; an entry made on the way has its id before the path: <c>~1/names</c>.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Draft draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ProposalCheck.ProblemsAsync(db, draft, cancellationToken);
    }

    /// <exception cref="RefusedException">The content does not hold to the rules.</exception>
    /// <exception cref="DeskException">It is not the actor's draft.</exception>
    public async Task SubmitAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var proposal = await LoadAsync(db, id, cancellationToken);
        proposal.Submit(actor, time.GetUtcNow());
        if (await ProposalCheck.ProblemsAsync(db, Draft.Of(proposal), cancellationToken) is { Count: > 0 } problems)
            throw new RefusedException(problems);
        await CommitAsync(db, proposal, actor, "proposal.submitted", null, cancellationToken);
    }

    /// <summary>Saves and submits a new proposal in one, for those who cannot mend a draft: where it is refused nothing is kept.</summary>
    /// <param name="draft">Not saved yet.</param>
    /// <param name="actor">Whose it is.</param>
    /// <param name="by">What the actor handed it in with; goes into the audit log.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="RefusedException">The content does not hold to the rules.</exception>
    /// <exception cref="DeskException">The record was published anew since its base revision, or is published no more.</exception>
    public async Task<Draft> HandInAsync(Draft draft, Actor actor, string by, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (draft.RecordId is { } id && (await db.FindRecordAsync(draft.Kind, id, cancellationToken))?.Revision != draft.BaseRevision)
            throw new DeskException("stale", $"{id} is not published as revision {draft.BaseRevision} any more.");
        if (await ProposalCheck.ProblemsAsync(db, draft, cancellationToken) is { Count: > 0 } problems)
            throw new RefusedException(problems);
        var now = time.GetUtcNow();
        var proposal = Proposal.Begin(draft.Kind, draft.RecordId, draft.BaseRevision, actor);
        proposal.Save(ContentJson.Write(draft.Content), draft.CompanionsJson(), draft.UnreadJson(), actor, now);
        proposal.Submit(actor, now);
        db.Proposals.Add(proposal);
        await CommitAsync(db, proposal, actor, "proposal.submitted", by, cancellationToken);
        return Draft.Of(proposal);
    }

    /// <exception cref="DeskException">It is not the actor's, or over already.</exception>
    public async Task WithdrawAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var proposal = await LoadAsync(db, id, cancellationToken);
        proposal.Withdraw(actor, time.GetUtcNow());
        await CommitAsync(db, proposal, actor, "proposal.withdrawn", null, cancellationToken);
    }

    private static Draft Begin(RecordKind kind, string? recordId, int baseRevision, RecordContent content, Actor actor) =>
        new() { Kind = kind, RecordId = recordId, BaseRevision = baseRevision, Content = content, Author = actor.Name, AuthorId = actor.Id };

    private static async Task<Draft?> OpenDraftAsync(RegistryDbContext db, RecordKind kind, string recordId, Actor actor, CancellationToken cancellationToken)
    {
        var open = await db.Proposals
            .AsNoTracking()
            .Where(p => p.AuthorId == actor.Id && p.Kind == kind && p.RecordId == recordId && (p.State == ProposalState.Draft || p.State == ProposalState.Returned))
            .OrderByDescending(p => p.SavedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return open is null ? null : await WithKeysAsync(db, Draft.Of(open), cancellationToken);
    }

    // What it named then may have been merged since.
    private static async Task FollowMergesAsync(RegistryDbContext db, RecordContent content, CancellationToken cancellationToken)
    {
        foreach (var kind in content.References().GroupBy(r => r.Kind, r => r.Id).ToList())
        {
            foreach (var (id, into) in await db.SurvivorsAsync(kind.Key, [.. kind], cancellationToken))
                content.Rename(kind.Key, id, into);
        }
    }

    private static async Task<Draft> WithKeysAsync(RegistryDbContext db, Draft draft, CancellationToken cancellationToken)
    {
        if (draft.RecordId is { } id)
        {
            await foreach (var content in db.RevisionsOf(draft.Kind, id).Select(r => r.Content).AsAsyncEnumerable().WithCancellation(cancellationToken))
                draft.PastKeys.Note(ContentJson.Read(draft.Kind, content));
        }
        return draft;
    }

    internal static async Task CommitAsync(RegistryDbContext db, Proposal proposal, Actor actor, string action, string? details, CancellationToken cancellationToken)
    {
        await SaveAsync(db, cancellationToken);
        await AuditLog.AppendAsync(db, proposal.SavedAt, actor.Name, [new AuditLine(action, $"proposal {proposal.Id}", details)], cancellationToken);
        await db.Database.CommitTransactionAsync(cancellationToken);
    }

    internal static async Task<Proposal> LoadAsync(RegistryDbContext db, long id, CancellationToken cancellationToken) =>
        await db.Proposals.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new DeskException("unknownProposal", "There is no such proposal.");

    internal static async Task SaveAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DeskException("changedElsewhere", "This was changed at the same moment elsewhere. Reload the page and try again.");
        }
    }

    internal static ProposalLine Line(Proposal proposal) => Line(proposal, Draft.Of(proposal));

    internal static ProposalLine Line(Proposal proposal, Draft draft) =>
        new(proposal.Id, proposal.Kind, proposal.RecordId, RecordTitles.Of(draft.Content, "en"), proposal.State, proposal.AuthorName, proposal.SavedAt, proposal.SubmittedAt, proposal.Note, draft.Notes.Count);
}

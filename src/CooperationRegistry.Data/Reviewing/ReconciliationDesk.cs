using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>A proposal whose record was published anew since it was begun.</summary>
/// <param name="Draft">What is proposed.</param>
/// <param name="Began">The revision it was begun from.</param>
/// <param name="Published">The revision that is public now.</param>
/// <param name="Current">Its content.</param>
/// <param name="Reconciliation">How both go together.</param>
public sealed record StaleProposal(Draft Draft, RecordContent Began, Revision Published, RecordContent Current, Reconciliation Reconciliation);

/// <summary>Where a proposal takes in what was published since it was begun, and goes on from there.</summary>
public sealed class ReconciliationDesk(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <returns>Null where there is no such proposal, it is neither the actor's own nor waiting for a review the actor may do, or it is as fresh as can be.</returns>
    public async Task<StaleProposal?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return proposal is not null && MayMerge(proposal, actor) ? await StaleAsync(db, proposal, cancellationToken) : null;
    }

    /// <summary>The proposal stays where it is in its life, with the merged content, begun from the revision that is public.</summary>
    /// <param name="id">Of the proposal.</param>
    /// <param name="published">The number of the revision that the actor saw as public.</param>
    /// <param name="choices">The side for the path of each conflict.</param>
    /// <param name="actor">Its author, or a reviewer while it waits.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="DeskException">Not the actor's to merge, or either side changed since the actor saw it.</exception>
    public async Task MergeAsync(long id, int published, IReadOnlyDictionary<string, Side> choices, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var proposal = await ProposalDesk.LoadAsync(db, id, cancellationToken);
        var stale = await StaleAsync(db, proposal, cancellationToken);
        if (stale?.Published.Number != published || stale.Reconciliation.Conflicts.Any(c => !choices.ContainsKey(c.Path)))
            throw new DeskException("changedElsewhere", "This was changed at the same moment elsewhere. Reload the page and try again.");

        var merged = stale.Reconciliation.Merge(choices);
        proposal.Rebase(ContentJson.Write(merged), Kept(stale, stale.Draft.Unread, merged), Kept(stale, stale.Draft.Notes, merged), published, actor, time.GetUtcNow());
        var chosen = string.Join(", ", choices.Select(c => $"{c.Key}: {ContentJson.Name(c.Value)}"));
        await ProposalDesk.CommitAsync(db, proposal, actor, "proposal.merged", $"r{stale.Draft.BaseRevision} to r{published}. {chosen}".TrimEnd(), cancellationToken);
    }

    private static bool MayMerge(Proposal proposal, Actor actor) =>
        proposal.State is not (ProposalState.Published or ProposalState.Withdrawn)
        && (proposal.AuthorId == actor.Id || (actor.CanReview && proposal.State == ProposalState.Submitted));

    private static async Task<StaleProposal?> StaleAsync(RegistryDbContext db, Proposal proposal, CancellationToken cancellationToken)
    {
        var revisions = db.Revisions.AsNoTracking().Where(r => r.Kind == proposal.Kind && r.RecordId == proposal.RecordId);
        var published = await revisions.OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        var began = await revisions.SingleOrDefaultAsync(r => r.Number == proposal.BaseRevision, cancellationToken);
        if (published is null || began is null || published.Number == began.Number)
            return null;
        var draft = Draft.Of(proposal);
        var (from, current) = (ContentJson.Read(draft.Kind, began.Content), ContentJson.Read(draft.Kind, published.Content));
        return new StaleProposal(draft, from, published, current, new Reconciliation(from, current, draft.Content));
    }

    // What was typed or noted at an item goes where the item goes, and with it.
    private static string Kept(StaleProposal stale, IReadOnlyDictionary<string, string> texts, RecordContent merged)
    {
        var moved = texts.ToDictionary(t => stale.Reconciliation.Moved.Aggregate(t.Key, (path, m) => ContentKeys.Moved(path, m.From, m.To)), t => t.Value);
        var gone = ContentGraph.Branches(stale.Draft.Content).Select(b => b.Path).Where(p => p.Contains('/')).Except(ContentGraph.Branches(merged).Select(b => b.Path)).Except(stale.Reconciliation.Moved.Select(m => m.From)).ToList();
        return JsonSerializer.Serialize(moved.Where(t => !gone.Exists(g => ContentKeys.IsWithin(t.Key, g))).ToDictionary(), ContentJson.Options);
    }
}

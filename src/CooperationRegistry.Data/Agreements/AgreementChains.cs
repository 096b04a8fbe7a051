using CooperationRegistry.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>One agreement renews, amends … another one.</summary>
public sealed record ChainLink(string From, RelationKind Kind, string To);

/// <summary>The agreements that relations lead to from one of them, step by step.</summary>
/// <param name="Nodes">In the order of time, with those first that others renew, amend or were made under.</param>
/// <param name="Links">Between the nodes; of two agreements signed at one event there is one, whichever says so.</param>
/// <param name="GoesOn">Relations lead on to agreements that are not among the nodes.</param>
public sealed record AgreementChain(IReadOnlyList<AgreementListing> Nodes, IReadOnlyList<ChainLink> Links, bool GoesOn);

public static class AgreementChains
{
    /// <summary>More than a page can draw so that people see something in it.</summary>
    public const int MostNodes = 30;

    // What a framework with a thousand agreements under it may cost.
    private const int MostLinks = 400;

    /// <summary>Reads one step a query, nearest first, until there is nothing new or the chain is full.</summary>
    public static async Task<AgreementChain> LoadAsync(RegistryDbContext db, string id, CancellationToken cancellationToken)
    {
        var (found, links, goesOn) = (new HashSet<string> { id }, new HashSet<ChainLink>(), false);
        for (List<string> newest = [id]; newest.Count > 0;)
        {
            var touching = await TouchingAsync(db, newest, cancellationToken);
            goesOn |= touching.Count > MostLinks;
            newest = [];
            foreach (var link in touching.Take(MostLinks))
            {
                foreach (var end in new[] { link.From, link.To }.Where(end => !found.Contains(end)))
                {
                    goesOn |= found.Count == MostNodes;
                    if (found.Count < MostNodes && found.Add(end))
                        newest.Add(end);
                }
                if (link.Kind != RelationKind.SameEvent || !links.Contains(new ChainLink(link.To, link.Kind, link.From)))
                    links.Add(link);
            }
        }
        links.RemoveWhere(l => !found.Contains(l.From) || !found.Contains(l.To));
        var nodes = await db.AgreementListings.AsNoTracking().Where(l => found.Contains(l.AgreementId)).ToListAsync(cancellationToken);
        return new AgreementChain(InTime(nodes, links), [.. links], goesOn);
    }

    private static async Task<List<ChainLink>> TouchingAsync(RegistryDbContext db, List<string> ids, CancellationToken cancellationToken)
    {
        var all = db.Agreements.AsNoTracking().SelectMany(a => a.Content.Relations, (a, r) => new { a.Id, r.Kind, r.Agreement });
        // Two conditions joined by OR over two tables would read both whole.
        var rows = await all.Where(r => ids.Contains(r.Id)).Union(all.Where(r => ids.Contains(r.Agreement)))
            .OrderBy(r => r.Id).ThenBy(r => r.Agreement).ThenBy(r => r.Kind)
            .Take(MostLinks + 1)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new ChainLink(r.Id, r.Kind, r.Agreement));
    }

    // An agreement without a day of signing stands before the first that names it; where nothing tells, at the end.
    private static List<AgreementListing> InTime(List<AgreementListing> nodes, HashSet<ChainLink> links)
    {
        var signed = nodes.ToDictionary(n => n.AgreementId, n => n.SignedSort);
        DateOnly When(AgreementListing node) =>
            node.SignedSort ?? links.Where(l => l.To == node.AgreementId && l.Kind != RelationKind.SameEvent).Min(l => signed[l.From]) ?? DateOnly.MaxValue;

        return [.. nodes.OrderBy(When).ThenBy(n => Before(n.AgreementId, links).Count).ThenBy(n => n.Number)];
    }

    // What it renews, amends or was made under, and what that does.
    private static HashSet<string> Before(string id, HashSet<ChainLink> links)
    {
        var before = new HashSet<string>();
        for (List<string> newest = [id]; newest.Count > 0;)
            newest = [.. links.Where(l => l.Kind != RelationKind.SameEvent && newest.Contains(l.From)).Select(l => l.To).Where(before.Add)];
        return before;
    }
}

using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>No agreement renews, amends, supersedes, implements or is under itself, by however many steps. Being signed together goes both ways.</summary>
internal static class RelationLoops
{
    // A chain of agreements is short.
    private const int MostSteps = 100;

    public static async Task<List<(int Place, Problem Problem)>> FindAsync(RegistryDbContext db, IReadOnlyList<Publishable> batch, CancellationToken cancellationToken)
    {
        var edges = new Dictionary<(string From, RelationKind Kind), HashSet<string>>();
        var known = new HashSet<string>();
        foreach (var (id, content) in batch.Select(b => (b.Id, b.Content as AgreementContent)).Where(b => b.Item2 is not null))
        {
            known.Add(id);
            foreach (var relation in Directed(content!))
                Edge(id, relation.Kind).Add(relation.Agreement);
        }
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var unread = edges.Values.SelectMany(to => to).Where(id => known.Add(id)).ToList();
            if (unread.Count == 0)
                break;
            var stored = await db.Agreements.Where(a => unread.Contains(a.Id)).SelectMany(a => a.Content.Relations, (a, r) => new { a.Id, r.Kind, r.Agreement }).Where(r => r.Kind != RelationKind.SameEvent).ToListAsync(cancellationToken);
            stored.ForEach(r => Edge(r.Id, r.Kind).Add(r.Agreement));
        }
        return
        [
            .. batch.SelectMany((item, place) => (item.Content as AgreementContent is { } agreement ? Directed(agreement) : [])
                .Where(relation => LeadsBack(relation.Agreement, relation.Kind, item.Id))
                .Select(relation => (place, Problem.At($"relations/{relation.Key}/agreement", Rule.ReferenceLoop, relation.Agreement)))),
        ];

        HashSet<string> Edge(string from, RelationKind kind) => edges.TryGetValue((from, kind), out var to) ? to : edges[(from, kind)] = [];

        bool LeadsBack(string from, RelationKind kind, string to)
        {
            var (seen, next) = (new HashSet<string>(), new Stack<string>([from]));
            while (next.TryPop(out var at))
            {
                if (at == to)
                    return true;
                if (seen.Add(at) && edges.TryGetValue((at, kind), out var further))
                    further.ToList().ForEach(next.Push);
            }
            return false;
        }
    }

    private static IEnumerable<Relation> Directed(AgreementContent content) => content.Relations.Where(r => r.Kind != RelationKind.SameEvent);
}

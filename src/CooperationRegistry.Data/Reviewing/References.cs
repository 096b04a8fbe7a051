using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>A content and the id it is to be published under; temporary for a record made on the way.</summary>
public sealed record Publishable(string Id, RecordContent Content);

/// <summary>The second half of the one check: what only the store can tell.</summary>
public static class References
{
    /// <summary>
    /// The ids that each content names exist and were not withdrawn, in the store or beside it; nothing is a part of itself or follows itself; no city changes its country; no
    /// merged record comes back; attached files are kept.
    /// </summary>
    /// <returns>Problems by the place of their content in <paramref name="batch"/>.</returns>
    public static async Task<ILookup<int, Problem>> CheckAsync(RegistryDbContext db, IReadOnlyList<Publishable> batch, bool temporaryIds, CancellationToken cancellationToken)
    {
        var named = batch
            .SelectMany((item, place) => item.Content.References().Select(reference => (Place: place, Own: item.Id, Of: item.Content.Record, Reference: reference)))
            // A malformed id is the content's own problem, and said there.
            .Where(n => RecordId.IsWellFormed(n.Reference.Kind, n.Reference.Id) || (temporaryIds && RecordId.IsTemporary(n.Reference.Id)))
            .ToList();
        var beside = batch.Select(item => (item.Content.Record, item.Id)).ToHashSet();
        var missing = new HashSet<(RecordKind, string)>();
        var merged = new Dictionary<(RecordKind, string), string>();
        foreach (var kind in named.GroupBy(n => n.Reference.Kind))
        {
            var ids = kind.Select(n => n.Reference.Id).Where(id => !beside.Contains((kind.Key, id))).Distinct().ToList();
            missing.UnionWith(ids.Except(await db.IdsAsync(kind.Key, ids, cancellationToken)).Select(id => (kind.Key, id)));
        }
        foreach (var kind in missing.Concat(beside).Where(n => !RecordId.IsNumbered(n.Item1)).GroupBy(n => n.Item1, n => n.Item2).ToList())
        {
            foreach (var (id, into) in await db.SurvivorsAsync(kind.Key, [.. kind], cancellationToken))
                merged[(kind.Key, id)] = into;
        }
        var withdrawn = new HashSet<(RecordKind, string)>();
        foreach (var kind in missing.GroupBy(n => n.Item1, n => n.Item2))
            withdrawn.UnionWith((await db.WithdrawnAsync(kind.Key, [.. kind], cancellationToken)).Select(id => (kind.Key, id)));

        var problems = new List<(int Place, Problem Problem)>();
        foreach (var (place, own, of, reference) in named)
        {
            if (merged.TryGetValue((reference.Kind, reference.Id), out var into))
                problems.Add((place, Problem.At(reference.Path, Rule.RecordMerged, reference.Id, into)));
            else if (withdrawn.Contains((reference.Kind, reference.Id)))
                problems.Add((place, Problem.At(reference.Path, Rule.RecordWithdrawn, reference.Id)));
            else if (missing.Contains((reference.Kind, reference.Id)))
                problems.Add((place, Problem.At(reference.Path, Rule.UnknownRecord, reference.Id, ContentJson.Name(reference.Kind))));
            else if (reference.Kind == of && reference.Id == own)
                problems.Add((place, Problem.At(reference.Path, Rule.RefersToItself, reference.Id)));
        }
        for (var place = 0; place < batch.Count; place++)
        {
            if (merged.TryGetValue((batch[place].Content.Record, batch[place].Id), out var survivor))
                problems.Add((place, Problem.At("id", Rule.RecordMerged, batch[place].Id, survivor)));
            // A city's id starts with its country, and never changes.
            if (batch[place] is { Content: CityContent { Country: var country }, Id: var id } && CodeLists.Countries.Contains(country) && RecordId.IsWellFormed(RecordKind.City, id) && !id.StartsWith(country + "-", StringComparison.OrdinalIgnoreCase))
                problems.Add((place, Problem.At("country", Rule.CityElsewhere, country, id[..2].ToUpperInvariant())));
        }
        var faulty = problems.Select(p => p.Place).ToHashSet();
        var loops = (await LoopsAsync(db, batch, cancellationToken)).Concat(await RelationLoops.FindAsync(db, batch, cancellationToken));
        problems.AddRange(loops.Where(l => !faulty.Contains(l.Place)));
        problems.AddRange(await AttachmentCheck.ProblemsAsync(db, batch, cancellationToken));
        return problems.ToLookup(p => p.Place, p => p.Problem);
    }

    private static async Task<List<(int Place, Problem Problem)>> LoopsAsync(RegistryDbContext db, IReadOnlyList<Publishable> batch, CancellationToken cancellationToken)
    {
        var problems = new List<(int, Problem)>();
        var above = batch.Where(i => ParentOf(i.Content) is not null).DistinctBy(i => (i.Content.Record, i.Id)).ToDictionary(i => (i.Content.Record, i.Id), i => ParentOf(i.Content));
        for (var place = 0; place < batch.Count; place++)
        {
            var (kind, parent) = (batch[place].Content.Record, ParentOf(batch[place].Content));
            // A chain of parents is short; one that does not end after so many steps never does.
            for (var steps = 0; parent is not null; steps++)
            {
                if (parent == batch[place].Id || steps > 100)
                {
                    problems.Add((place, Problem.At(kind == RecordKind.City ? "parentCity" : "parentPartner", Rule.ReferenceLoop, ParentOf(batch[place].Content))));
                    break;
                }
                parent = above.TryGetValue((kind, parent), out var beside) ? beside : batch.Any(i => i.Content.Record == kind && i.Id == parent) ? null : await StoredParentAsync(db, kind, parent, cancellationToken);
            }
        }
        return problems;
    }

    internal static string? ParentOf(RecordContent content) =>
        content switch
        {
            CityContent city => city.ParentCity,
            PartnerContent partner => partner.ParentPartner,
            _ => null,
        };

    internal static Task<string?> StoredParentAsync(RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken) =>
        kind == RecordKind.City
            ? db.Cities.Where(c => c.Id == id).Select(c => c.Content.ParentCity).SingleOrDefaultAsync(cancellationToken)
            : db.Partners.Where(p => p.Id == id).Select(p => p.Content.ParentPartner).SingleOrDefaultAsync(cancellationToken);
}

using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Follows the ids of merged records to the ones that stayed.</summary>
public static class Redirects
{
    /// <returns>The id that stayed; null where the id was never merged.</returns>
    public static async Task<string?> SurvivorAsync(this RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken) =>
        (await db.SurvivorsAsync(kind, [id], cancellationToken)).GetValueOrDefault(id);

    /// <returns>Of the ids that were merged: what they lead to, however many times they moved.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> SurvivorsAsync(this RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var survivors = new Dictionary<string, string>();
        // Ends, because a merged id exists no more and so nothing is merged into it later.
        for (var moved = ids.Distinct().ToDictionary(id => id); moved.Count > 0;)
        {
            var at = moved.Values.ToList();
            var next = await db.Redirects.AsNoTracking().AsSingleQuery().Where(r => r.Kind == kind && at.Contains(r.FromId)).ToDictionaryAsync(r => r.FromId, r => r.IntoId, cancellationToken);
            moved = moved.Where(m => next.ContainsKey(m.Value)).ToDictionary(m => m.Key, m => next[m.Value]);
            foreach (var (id, into) in moved)
                survivors[id] = into;
        }
        return survivors;
    }

    /// <summary>The entries that were merged into the record, directly or by way of another.</summary>
    public static async Task<IReadOnlyList<Redirect>> MergedIntoAsync(this RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken)
    {
        var all = new List<Redirect>();
        for (List<string> into = [id]; into.Count > 0;)
        {
            var found = await db.Redirects.AsNoTracking().Where(r => r.Kind == kind && into.Contains(r.IntoId)).ToListAsync(cancellationToken);
            all.AddRange(found);
            into = found.ConvertAll(r => r.FromId);
        }
        return [.. all.OrderBy(r => r.At).ThenBy(r => r.FromId, StringComparer.Ordinal)];
    }

    /// <summary>The same filter, asking for the records that stayed where it names merged ones.</summary>
    public static async Task<AgreementFilter> FollowAsync(this RegistryDbContext db, AgreementFilter filter, CancellationToken cancellationToken) =>
        filter with
        {
            City = await FollowAsync(db, RecordKind.City, filter.City, cancellationToken),
            Partner = await FollowAsync(db, RecordKind.Partner, filter.Partner, cancellationToken),
        };

    private static async Task<IReadOnlyList<string>> FollowAsync(RegistryDbContext db, RecordKind kind, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return ids;
        var survivors = await db.SurvivorsAsync(kind, ids, cancellationToken);
        return [.. ids.Select(id => survivors.GetValueOrDefault(id, id)).Distinct()];
    }
}

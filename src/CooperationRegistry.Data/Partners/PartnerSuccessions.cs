using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Partners;

/// <summary>Who came before whom; either of the two may say so.</summary>
public static class PartnerSuccessions
{
    /// <summary>What other partners say of their succession to or from this one.</summary>
    public static async Task<IReadOnlyList<(string Partner, Succession Succession)>> StatedElsewhereAsync(RegistryDbContext db, string id, CancellationToken cancellationToken)
    {
        var stating = await db.Partners.AsNoTracking().Where(p => p.Content.Successions.Any(s => s.Partner == id)).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return [.. stating.SelectMany(p => p.Content.Successions.Where(s => s.Partner == id).Select(s => (p.Id, s)))];
    }

    /// <summary>The partners before each of these, and those before them.</summary>
    internal static async Task<ILookup<string, PartnerContent>> PredecessorsAsync(RegistryDbContext db, IReadOnlyDictionary<string, PartnerContent> partners, CancellationToken cancellationToken)
    {
        var pairs = partners.Keys.Select(id => (Partner: id, Predecessor: id)).ToHashSet();
        var known = new Dictionary<string, PartnerContent>(partners);
        for (var newest = pairs.ToList(); newest.Count > 0;)
        {
            var at = newest.Select(p => p.Predecessor).Distinct().ToList();
            var before = at.SelectMany(id => known[id].Successions.Where(s => s.Side == SuccessionSide.Predecessor).Select(s => (Partner: id, Predecessor: s.Partner))).ToList();
            var stated = await db.Partners.AsNoTracking()
                .SelectMany(p => p.Content.Successions, (p, s) => new { Predecessor = p.Id, s.Partner, s.Side })
                .Where(s => s.Side == SuccessionSide.Successor && at.Contains(s.Partner))
                .ToListAsync(cancellationToken);
            before.AddRange(stated.Select(s => (s.Partner, s.Predecessor)));
            var unknown = before.Select(b => b.Predecessor).Where(id => !known.ContainsKey(id)).Distinct().ToList();
            foreach (var partner in unknown.Count == 0 ? [] : await db.Partners.AsNoTracking().Where(p => unknown.Contains(p.Id)).ToListAsync(cancellationToken))
                known[partner.Id] = partner.Content;
            newest = [.. from pair in newest from b in before where b.Partner == pair.Predecessor && pairs.Add((pair.Partner, b.Predecessor)) select (pair.Partner, b.Predecessor)];
        }
        return pairs.Where(p => p.Partner != p.Predecessor).ToLookup(p => p.Partner, p => known[p.Predecessor]);
    }

    /// <summary>These and the partners after them, and those after those.</summary>
    internal static async Task<IReadOnlyCollection<string>> WithSuccessorsAsync(RegistryDbContext db, IReadOnlyList<string> partners, CancellationToken cancellationToken)
    {
        var all = partners.ToHashSet();
        for (var newest = all.ToList(); newest.Count > 0;)
        {
            var stating = await db.Partners.AsNoTracking()
                .SelectMany(p => p.Content.Successions, (p, s) => new { p.Id, s.Partner, s.Side })
                .Where(s => (s.Side == SuccessionSide.Predecessor && newest.Contains(s.Partner)) || (s.Side == SuccessionSide.Successor && newest.Contains(s.Id)))
                .ToListAsync(cancellationToken);
            newest = [.. stating.Select(s => s.Side == SuccessionSide.Predecessor ? s.Id : s.Partner).Where(all.Add)];
        }
        return all;
    }
}

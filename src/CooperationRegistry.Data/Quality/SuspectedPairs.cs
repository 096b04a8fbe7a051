using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Quality;

/// <summary>
/// Published records that may be one: agreements of one kind between the same parties at about the same time that do not name each other, and
/// cities or partners of one country with the same name.
/// </summary>
internal static class SuspectedPairs
{
    private const int Most = 300;

    /// <returns>The pairs, and how many pairs of agreements each city has.</returns>
    public static async Task<(IReadOnlyList<SuspectedPair> Pairs, IReadOnlyDictionary<string, int> ByCity)> FindAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        var groups = await db.Database.SqlQuery<string>($"""
            SELECT string_agg(agreement_id, ' ' ORDER BY number) AS "Value" FROM agreement_listings
            GROUP BY kind, city_ids, partner_ids HAVING count(*) > 1 ORDER BY min(number) LIMIT {Most}
            """).ToListAsync(cancellationToken);
        var alike = groups.ConvertAll(g => g.Split(' '));
        var ids = alike.SelectMany(g => g).ToList();
        var agreements = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Content, cancellationToken);
        var pairs = alike
            .SelectMany(g => g.SelectMany((one, i) => g.Skip(i + 1).Select(other => (One: one, Other: other))))
            .Where(p => Resemblance.Between(Compare(agreements[p.One]), Compare(agreements[p.Other])) is not null)
            .Where(p => !agreements[p.One].Relations.Exists(r => r.Agreement == p.Other) && !agreements[p.Other].Relations.Exists(r => r.Agreement == p.One))
            .Take(Most)
            .ToList();
        var firsts = pairs.ConvertAll(p => p.One);
        var scopes = await db.AgreementListings.Where(l => firsts.Contains(l.AgreementId)).ToDictionaryAsync(l => l.AgreementId, l => l.CityScope, cancellationToken);
        var byCity = pairs.SelectMany(p => scopes[p.One]).CountBy(city => city).ToDictionary();
        return ([.. pairs.Select(p => new SuspectedPair(RecordKind.Agreement, p.One, p.Other)), .. await NamedAlikeAsync(db, cancellationToken)], byCity);
    }

    private static Compared Compare(RecordContent content) => new(content, new HashSet<string>());

    private static async Task<IEnumerable<SuspectedPair>> NamedAlikeAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        var found = await db.Database.SqlQuery<Named>($"""
            SELECT DISTINCT a.kind AS "Kind", a.record_id AS "One", b.record_id AS "Other"
            FROM search_names a JOIN search_names b ON b.kind = a.kind AND b.folded = a.folded AND b.record_id > a.record_id
            LEFT JOIN cities ca ON a.kind = 'city' AND ca.id = a.record_id LEFT JOIN cities cb ON b.kind = 'city' AND cb.id = b.record_id
            LEFT JOIN partners pa ON a.kind = 'partner' AND pa.id = a.record_id LEFT JOIN partners pb ON b.kind = 'partner' AND pb.id = b.record_id
            WHERE a.kind IN ('city', 'partner') AND coalesce(ca.country, pa.country, '') = coalesce(cb.country, pb.country, '')
            ORDER BY 1, 2, 3 LIMIT {Most}
            """).ToListAsync(cancellationToken);
        return found.Select(f => new SuspectedPair(Enum.Parse<RecordKind>(f.Kind, ignoreCase: true), f.One, f.Other));
    }

    private sealed record Named(string Kind, string One, string Other);
}

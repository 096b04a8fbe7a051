using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <summary>Which published agreements many new ones are worth being compared with, with a few questions for all.</summary>
internal static class AgreementCandidates
{
    /// <param name="db">The store.</param>
    /// <param name="own">Of new agreements.</param>
    /// <param name="most">For each, of each sort: with two of its parties, with its title, citing its sources.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Their ids, in the order of <paramref name="own"/>.</returns>
    public static async Task<IReadOnlyList<IReadOnlyCollection<string>>> FindAsync(RegistryDbContext db, IReadOnlyList<Compared> own, int most, CancellationToken cancellationToken)
    {
        var found = own.Select(_ => new HashSet<string>()).ToList();
        foreach (var pair in await OfPartiesAsync(db, own, most, cancellationToken))
            found[pair.Place].Add(pair.Id);
        var titles = own.Select(o => Resemblance.Titles(((AgreementContent)o.Content).Title)).ToList();
        Add(titles, await NameSearch.CalledEachAsync(db, RecordKind.Agreement, [.. titles.SelectMany(t => t)], most, cancellationToken));
        Add(own.Select(o => o.Sources), await CitingAsync(db, own, most, cancellationToken));
        return found;

        void Add(IEnumerable<IEnumerable<string>> keys, ILookup<string, string> ids)
        {
            foreach (var (place, key) in keys.SelectMany((of, place) => of.Select(key => (place, key))))
                found[place].UnionWith(ids[key]);
        }
    }

    // Two shared parties are never only the one that most agreements have: it is not begun from that one.
    private static async Task<List<Pair>> OfPartiesAsync(RegistryDbContext db, IReadOnlyList<Compared> own, int most, CancellationToken cancellationToken)
    {
        var parties = own.Select(o => PartiesOf((AgreementContent)o.Content)).ToList();
        var facets = parties.SelectMany(p => p).Distinct().ToArray();
        var counts = await db.FacetCounts.Where(c => c.Within == FacetCount.Any && facets.Contains(c.Facet)).ToDictionaryAsync(c => c.Facet, c => c.Agreements, cancellationToken);
        var asked = new List<(int Place, string Party, string Other, DateOnly? Signed)>();
        for (var place = 0; place < parties.Count; place++)
        {
            var inOrder = parties[place].OrderBy(p => counts.GetValueOrDefault(p)).ToList();
            var signed = ((AgreementContent)own[place].Content).Events.Find(e => e.Kind == EventKind.Signed)?.Date?.Earliest;
            asked.AddRange(inOrder.SkipLast(1).SelectMany((party, i) => inOrder.Skip(i + 1).Select(other => (place, party, other, signed))));
        }
        if (asked.Count == 0)
            return [];
        var places = asked.Select(a => a.Place).ToArray();
        var (cities, partners) = (asked.Select(a => Named("city", a.Party)).ToArray(), asked.Select(a => Named("partner", a.Party)).ToArray());
        var (otherCities, otherPartners) = (asked.Select(a => Named("city", a.Other)).ToArray(), asked.Select(a => Named("partner", a.Other)).ToArray());
        var days = asked.Select(a => a.Signed).ToArray();
        // From index to index: where many are asked for at once, reading the whole table looks cheap to the database, and grows with it.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)", cancellationToken);
        return await db.Database.SqlQuery<Pair>($"""
            WITH asked AS (SELECT * FROM unnest({places}, {cities}, {partners}, {otherCities}, {otherPartners}, {days}) AS a(place, city, partner, other_city, other_partner, day)),
            shared AS (
              SELECT a.place, a.day, p.agreement_id FROM asked a JOIN agreement_parties p ON p.city = a.city JOIN agreement_parties o ON o.city = a.other_city AND o.agreement_id = p.agreement_id
              UNION ALL
              SELECT a.place, a.day, p.agreement_id FROM asked a JOIN agreement_parties p ON p.city = a.city JOIN agreement_parties o ON o.partner = a.other_partner AND o.agreement_id = p.agreement_id
              UNION ALL
              SELECT a.place, a.day, p.agreement_id FROM asked a JOIN agreement_parties p ON p.partner = a.partner JOIN agreement_parties o ON o.city = a.other_city AND o.agreement_id = p.agreement_id
              UNION ALL
              SELECT a.place, a.day, p.agreement_id FROM asked a JOIN agreement_parties p ON p.partner = a.partner JOIN agreement_parties o ON o.partner = a.other_partner AND o.agreement_id = p.agreement_id)
            SELECT place AS "Place", agreement_id AS "Id" FROM (
              SELECT s.place, s.agreement_id, row_number() OVER (PARTITION BY s.place ORDER BY count(*) DESC, abs(l.signed_sort - s.day) NULLS FIRST, s.agreement_id) AS rank
              FROM shared s LEFT JOIN agreement_listings l USING (agreement_id)
              GROUP BY s.place, s.day, s.agreement_id, l.signed_sort) ranked
            WHERE rank <= {most}
            """).ToListAsync(cancellationToken);
    }

    private static async Task<ILookup<string, string>> CitingAsync(RegistryDbContext db, IReadOnlyList<Compared> own, int most, CancellationToken cancellationToken)
    {
        var named = own.SelectMany(o => o.Sources).Distinct().ToList();
        // Sources stand there by their ids, and by their addresses, which others may have too.
        var sources = await NameSearch.CalledEachAsync(db, RecordKind.Source, named, most, cancellationToken);
        var ids = Duplicates.Storable(named.Where(n => RecordId.IsWellFormed(RecordKind.Source, n)).Concat(sources.SelectMany(s => s)));
        if (ids.Length == 0)
            return Enumerable.Empty<string>().ToLookup(id => id);
        var citing = (await db.Database.SqlQuery<Citing>($"""
            SELECT s.id AS "Source", c.agreement_id AS "Id" FROM unnest({ids}) AS s(id) CROSS JOIN LATERAL (
              SELECT agreement_id FROM agreement_citations WHERE source = s.id ORDER BY agreement_id DESC LIMIT {most}) c
            """).ToListAsync(cancellationToken)).ToLookup(c => c.Source, c => c.Id);
        return named.SelectMany(name => sources[name].Append(name).SelectMany(id => citing[id]), (name, id) => (name, id)).ToLookup(c => c.name, c => c.id);
    }

    private static List<string> PartiesOf(AgreementContent agreement) =>
    [
        .. Duplicates.Storable(agreement.Parties.Select(p => p.City)).Select(id => Facet.Of("city", id)),
        .. Duplicates.Storable(agreement.Parties.Select(p => p.Partner)).Select(id => Facet.Of("partner", id)),
    ];

    private static string? Named(string name, string facet) => Facet.Read(facet) is var read && read.Name == name ? read.Value : null;

    private sealed record Pair(int Place, string Id);

    private sealed record Citing(string Source, string Id);
}

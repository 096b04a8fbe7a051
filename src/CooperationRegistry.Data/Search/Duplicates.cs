using System.Text.Json;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <summary>Finds what may be registered already while it is being typed: published records, and new ones that wait for review.</summary>
public sealed class Duplicates(IDbContextFactory<RegistryDbContext> contexts)
{
    private const int Most = 8;
    private const int Candidates = 24;
    private const int MostWaiting = 200;
    private const int MostRead = 500;

    public Task<IReadOnlyList<Likeness>> FindAsync(RecordContent content, string? ownId, CancellationToken cancellationToken) =>
        FindAsync(new Draft { Kind = content.Record, RecordId = ownId, Content = content }, cancellationToken);

    /// <summary>Knows the sources made on the way too, and leaves the draft's own proposal out.</summary>
    /// <returns>The likeliest first, at most eight.</returns>
    public async Task<IReadOnlyList<Likeness>> FindAsync(Draft draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var addresses = await AddressesAsync(db, [draft.Content], cancellationToken);
        var own = Compare(draft.Content, draft.Companions, addresses);
        var published = await PublishedAsync(db, own, draft.RecordId, cancellationToken);
        var waiting = await WaitingAsync(db, draft, cancellationToken);
        addresses = await AddressesAsync(db, published.Select(r => r.Body).Concat(waiting.Select(w => w.Content)), cancellationToken);

        var found = new List<(Likeness Likeness, double Weight)>();
        foreach (var record in published)
            Add(record.Id, null, Compare(record.Body, [], addresses));
        foreach (var (proposal, content, companions) in waiting)
            Add(null, proposal, Compare(content, companions, addresses));
        return [.. found.OrderByDescending(f => f.Weight).ThenBy(f => f.Likeness.Id, StringComparer.Ordinal).Take(Most).Select(f => f.Likeness)];

        void Add(string? id, long? proposal, Compared other)
        {
            if (Resemblance.Between(own, other) is var (reason, weight))
                found.Add((new Likeness(draft.Kind, id, RecordTitles.Of(other.Content, "en"), other.Content, reason, proposal), weight));
        }
    }

    /// <summary>The published record that a new one is most likely to be; null where too little speaks for any to stop somebody who is not asked.</summary>
    /// <param name="content">Of a new record.</param>
    /// <param name="companions">Records made on the way with it.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<Likeness?> FindPublishedAsync(RecordContent content, IReadOnlyList<Companion> companions, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = Compare(content, [.. companions], await AddressesAsync(db, [content], cancellationToken));
        var published = await PublishedAsync(db, own, null, cancellationToken);
        return Likeliest(own, published, await AddressesAsync(db, published.Select(r => r.Body), cancellationToken));
    }

    /// <summary>The same for many new agreements at once, with fewer questions: of those that name two parties, by the parties, the very title and the sources.</summary>
    /// <returns>In the order of <paramref name="agreements"/>.</returns>
    internal async Task<IReadOnlyList<Likeness?>> FindPublishedAsync(IReadOnlyList<(AgreementContent Content, List<Companion> Companions)> agreements, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var addresses = await AddressesAsync(db, agreements.Select(a => a.Content), cancellationToken);
        var own = agreements.Select(a => Compare(a.Content, a.Companions, addresses)).ToList();
        var candidates = await AgreementCandidates.FindAsync(db, own, Candidates, cancellationToken);
        var records = new Dictionary<string, Record>();
        foreach (var page in candidates.SelectMany(c => c).Distinct().Chunk(MostRead))
        {
            foreach (var record in await db.ReadAsync(RecordKind.Agreement, page, cancellationToken))
                records[record.Id] = record;
        }
        addresses = await AddressesAsync(db, records.Values.Select(r => r.Body), cancellationToken);
        var found = new List<Likeness?>(own.Count);
        for (var at = 0; at < own.Count; at++)
        {
            // Of a single party only the title tells, and any that is like it.
            found.Add(agreements[at].Content.Parties.Count < 2
                ? await FindPublishedAsync(agreements[at].Content, agreements[at].Companions, cancellationToken)
                : Likeliest(own[at], candidates[at].Select(id => records[id]), addresses));
        }
        return found;
    }

    private static Likeness? Likeliest(Compared own, IEnumerable<Record> published, Dictionary<string, string?> addresses) =>
        published
            .Select(record => (Record: record, Found: Resemblance.Between(own, Compare(record.Body, [], addresses))))
            .Where(f => f.Found is (LikenessReason.SameName or LikenessReason.SameExternalId or LikenessReason.SameAddress or LikenessReason.SameFigure, _) or (LikenessReason.LikeTitle, >= 0.9) or (LikenessReason.SameParties, >= 1.4))
            .OrderByDescending(f => f.Found!.Value.Weight)
            .Select(f => new Likeness(own.Content.Record, f.Record.Id, RecordTitles.Of(f.Record.Body, "en"), f.Record.Body, f.Found!.Value.Reason, null))
            .FirstOrDefault();

    private static async Task<IReadOnlyList<Record>> PublishedAsync(RegistryDbContext db, Compared own, string? ownId, CancellationToken cancellationToken)
    {
        var ids = own.Content switch
        {
            AgreementContent agreement =>
            [
                .. await LikeTitledAsync(db, agreement, cancellationToken),
                .. await OfPartiesAsync(db, agreement, cancellationToken),
                .. await CitingAsync(db, own.Sources, cancellationToken),
            ],
            CityContent city =>
            [
                .. await NameSearch.LikeAsync(db, RecordKind.City, SearchNames.Of(city), Resemblance.Name, Candidates, cancellationToken),
                .. await WithIdAsync(city.ExternalIds, id => db.Cities.FromSql($"SELECT * FROM cities WHERE external_ids @> {id}::jsonb").Select(c => c.Id), cancellationToken),
            ],
            PartnerContent partner =>
            [
                .. await NameSearch.LikeAsync(db, RecordKind.Partner, SearchNames.Of(partner), Resemblance.Name, Candidates, cancellationToken),
                .. await WithIdAsync(partner.ExternalIds, id => db.Partners.FromSql($"SELECT * FROM partners WHERE external_ids @> {id}::jsonb").Select(p => p.Id), cancellationToken),
            ],
            ProjectContent project => await NameSearch.LikeAsync(db, RecordKind.Project, Resemblance.Titles(project.Title), Resemblance.Title, Candidates, cancellationToken),
            SourceContent source =>
            [
                .. await NameSearch.LikeAsync(db, RecordKind.Source, Resemblance.Titles(source.Title), Resemblance.Title, Candidates, cancellationToken),
                .. await NameSearch.CalledAsync(db, RecordKind.Source, [Folding.Address(source.Url) ?? ""], Candidates, cancellationToken),
            ],
            CapacityStatContent stat => await OfCityAsync(db, stat, cancellationToken),
            _ => new List<string>(),
        };
        return await db.ReadAsync(own.Content.Record, [.. ids.Distinct().Where(id => id != ownId)], cancellationToken);
    }

    // Among those that share a party, where one is known: others would be no duplicates.
    private static async Task<List<string>> LikeTitledAsync(RegistryDbContext db, AgreementContent agreement, CancellationToken cancellationToken)
    {
        var titles = Resemblance.Titles(agreement.Title).ToArray();
        var (cities, partners) = (Storable(agreement.Parties.Select(p => p.City)), Storable(agreement.Parties.Select(p => p.Partner)));
        if (cities.Concat(partners).All(RecordId.IsTemporary))
            return await NameSearch.LikeAsync(db, RecordKind.Agreement, titles, Resemblance.Title, Candidates, cancellationToken);
        return await db.Database.SqlQuery<string>($"""
            SELECT n.record_id AS "Value"
            FROM search_names n CROSS JOIN unnest({titles}) AS q
            WHERE n.kind = 'agreement' AND n.record_id IN (SELECT agreement_id FROM agreement_parties WHERE city = ANY ({cities}) OR partner = ANY ({partners}))
            GROUP BY n.record_id HAVING max(similarity(n.folded, q)) >= {Resemblance.Title}
            ORDER BY max(similarity(n.folded, q)) DESC, n.record_id LIMIT {Candidates}
            """).ToListAsync(cancellationToken);
    }

    // At least two of the parties, those with most of them first.
    private static async Task<List<string>> OfPartiesAsync(RegistryDbContext db, AgreementContent agreement, CancellationToken cancellationToken)
    {
        var (cities, partners) = (Storable(agreement.Parties.Select(p => p.City)), Storable(agreement.Parties.Select(p => p.Partner)));
        if (cities.Length + partners.Length < 2)
            return [];
        var first = agreement.Events.Find(e => e.Kind == EventKind.Signed)?.Date?.Earliest;
        return await db.Database.SqlQuery<string>($"""
            SELECT p.agreement_id AS "Value"
            FROM agreement_parties p LEFT JOIN agreement_listings l USING (agreement_id)
            WHERE p.city = ANY ({cities}) OR p.partner = ANY ({partners})
            GROUP BY p.agreement_id, l.signed_sort
            HAVING count(DISTINCT (p.city, p.partner)) > 1
            ORDER BY count(DISTINCT (p.city, p.partner)) DESC, abs(l.signed_sort - {first}::date) NULLS FIRST, p.agreement_id LIMIT {Candidates}
            """).ToListAsync(cancellationToken);
    }

    private static async Task<List<string>> CitingAsync(RegistryDbContext db, IReadOnlySet<string> sources, CancellationToken cancellationToken)
    {
        var named = sources.ToList();
        var ids = named.Concat(await NameSearch.CalledAsync(db, RecordKind.Source, named, Candidates, cancellationToken)).ToList();
        return ids.Count == 0
            ? []
            : await db.Agreements.Where(a => a.Content.Citations.Any(c => ids.Contains(c.Source))).OrderByDescending(a => a.PublishedAt).Select(a => a.Id).Take(Candidates).ToListAsync(cancellationToken);
    }

    private static async Task<List<string>> WithIdAsync(List<ExternalId> externalIds, Func<string, IQueryable<string>> having, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        foreach (var id in externalIds.Where(i => IsStorable(i.Value)))
            ids.AddRange(await having(JsonSerializer.Serialize(new[] { new { scheme = id.Scheme, value = id.Value } }, ContentJson.Options)).Take(Candidates).ToListAsync(cancellationToken));
        return ids;
    }

    private static async Task<List<string>> OfCityAsync(RegistryDbContext db, CapacityStatContent stat, CancellationToken cancellationToken) =>
        IsStorable(stat.City)
            ? await db.CapacityStats.Where(s => s.Content.City == stat.City && s.Content.Metric == stat.Metric).OrderByDescending(s => s.Content.AsOf == stat.AsOf).Select(s => s.Id).Take(Candidates).ToListAsync(cancellationToken)
            : [];

    private static async Task<List<(long Proposal, RecordContent Content, List<Companion> Companions)>> WaitingAsync(RegistryDbContext db, Draft own, CancellationToken cancellationToken)
    {
        var waiting = await db.Proposals.AsNoTracking()
            .Where(p => p.State == ProposalState.Submitted && p.Id != own.Id)
            .OrderByDescending(p => p.SubmittedAt)
            .Take(MostWaiting)
            .ToListAsync(cancellationToken);
        return
        [
            .. from draft in waiting.Select(Draft.Of)
               // What changes a published record is found as that record.
               let contents = draft.Companions.Select(c => c.Content).Concat(draft.RecordId is null ? [draft.Content] : [])
               from content in contents
               where content.Record == own.Kind
               select (draft.Id, content, draft.Companions),
        ];
    }

    private static async Task<Dictionary<string, string?>> AddressesAsync(RegistryDbContext db, IEnumerable<RecordContent> contents, CancellationToken cancellationToken)
    {
        var ids = Storable(contents.OfType<AgreementContent>().SelectMany(a => a.Citations).Select(c => c.Source));
        return ids.Length == 0 ? [] : await db.Sources.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Content.Url, cancellationToken);
    }

    private static Compared Compare(RecordContent content, List<Companion> companions, Dictionary<string, string?> addresses)
    {
        var cited = (content as AgreementContent)?.Citations.Select(c => c.Source).ToHashSet() ?? [];
        var made = companions.Where(c => cited.Contains(c.Id)).Select(c => (c.Content as SourceContent)?.Url);
        var sources = cited.Where(addresses.ContainsKey).Concat(cited.Select(addresses.GetValueOrDefault).Concat(made).Select(Folding.Address).OfType<string>());
        return new Compared(content, sources.ToHashSet());
    }

    internal static string[] Storable(IEnumerable<string?> ids) => [.. ids.OfType<string>().Where(IsStorable).Distinct()];

    private static bool IsStorable(string text) => text.Length is > 0 and <= 200 && text.All(c => c != '\0' && !char.IsSurrogate(c));
}

using System.Data.Common;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CooperationRegistry.Data.Agreements;

/// <summary>A value of the filter, and how many agreements it would show beside what the other names of the filter ask for.</summary>
/// <param name="IsAtLeast">There may be more: nobody counted further.</param>
public sealed record FacetValue(string Value, int Count, bool IsAtLeast = false);

/// <summary>What a list says of itself beside its rows.</summary>
/// <param name="All">All agreements there are.</param>
/// <param name="Total">Those that match the filter.</param>
/// <param name="IsAtLeast">More match: nobody counted further.</param>
/// <param name="Facets">The values worth choosing, by the names of <see cref="Facet"/>.</param>
public sealed record AgreementCounts(int All, int Total, bool IsAtLeast, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets)
{
    /// <summary>The first of them as the filter sorts them, one more than a page has; null where counting did not meet them in that order.</summary>
    internal IReadOnlyList<FoundAgreement>? First { get; init; }
}

/// <summary>
/// Counts what matches a filter, and what each further choice would leave. Values of one name are alternatives, so what is chosen of a name
/// does not narrow its own counts. Counts without a filter, and within a country, are kept (<see cref="FacetCount"/>); others are counted,
/// up to <see cref="MostCounted"/> agreements.
/// </summary>
public static class AgreementFacets
{
    /// <summary>Where more match, nobody counts further, and counts say so.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Of so many that were found the facets are counted where more than <see cref="MostCounted"/> match.</summary>
    private const int Sample = 2000;

    // The same of the newest, where statistics say that very many match: as many as a walk through so many agreements meets.
    private const int Walk = 2000;
    private const int MostMet = 500;
    private const int LeastMet = 50;

    /// <summary>Of cities and partners there may be tens of thousands: those with most agreements, and those chosen.</summary>
    private const int Most = 60;

    /// <param name="Facet">Empty for the number of agreements, or for one of the first of them.</param>
    /// <param name="Agreements">How many; of one of the first its place.</param>
    /// <param name="Number">Of one of the first.</param>
    /// <param name="Rank">Of one of the first, where they are in that order.</param>
    private sealed record Counted(string Facet, int Agreements, long? Number, double? Rank);

    /// <summary>Where the counts without a filter are not at hand.</summary>
    public static Task<AgreementCounts> CountsAsync(this RegistryDbContext db, AgreementFilter filter, CancellationToken cancellationToken) => db.CountsAsync(filter, null, cancellationToken);

    /// <summary>What matches the filter, and what each further choice would leave.</summary>
    /// <param name="db">A context.</param>
    /// <param name="filter">Prepared.</param>
    /// <param name="whole">The counts without a filter, which spare a question; null where they are not at hand.</param>
    /// <param name="cancellationToken">Stops counting.</param>
    public static async Task<AgreementCounts> CountsAsync(this RegistryDbContext db, AgreementFilter filter, AgreementCounts? whole, CancellationToken cancellationToken)
    {
        var chosen = filter.Facets().ToDictionary(f => f.Name, f => f.Facets);
        var counts = new Dictionary<string, (int Count, bool IsAtLeast)>();
        // A choice by one name alone leaves the counts of that name as they are without it.
        IReadOnlyList<string> untouched = filter.HasWordsOrDates || chosen.Count > 1 ? [] : chosen.Count == 0 ? Facet.Names : [chosen.Keys.Single()];
        IReadOnlyList<string> unasked = untouched.Count == 0 ? [] : [.. chosen.Values.SelectMany(f => f)];
        if (whole is null)
            Add(await KeptAsync(db, FacetCount.Any, [FacetCount.Any, .. untouched], unasked, cancellationToken), false);
        else
            Add(untouched.SelectMany(name => whole.Facets[name].Select(f => new Counted(Facet.Of(name, f.Value), f.Count, null, null))), false);
        var all = whole?.All ?? counts.GetValueOrDefault(FacetCount.Any).Count;
        counts.Remove(FacetCount.Any);
        // One that is chosen alone is counted below.
        if (whole is not null && unasked.Count > 1 && unasked.Where(f => !counts.ContainsKey(f)).ToList() is { Count: > 0 } others)
            Add(await KeptAsync(db, FacetCount.Any, [], others, cancellationToken), false);

        var (total, isAtLeast) = (all, false);
        IReadOnlyList<FoundAgreement>? first = null;
        var open = Facet.Names.Except(chosen.Keys).ToList();
        if (filter.OnlyFacet is { } within && FacetCounting.IsKeptWithin(within))
        {
            total = counts.GetValueOrDefault(within).Count;
            Add(await KeptAsync(db, within, open, [], cancellationToken), false);
        }
        else if (filter.IsNarrowed)
        {
            (total, isAtLeast) = await CountAsync(null, open);
            foreach (var name in chosen.Keys.Except(untouched))
            {
                if (filter.OnlyFacetBut(name) is { } rest && FacetCounting.IsKeptWithin(rest))
                    Add(await KeptAsync(db, rest, [name], chosen[name], cancellationToken), false);
                else
                    await CountAsync(name, [name]);
            }
            if (filter.OnlyFacet is { } only)
            {
                if (isAtLeast && !counts.ContainsKey(only))
                    Add(await KeptAsync(db, FacetCount.Any, [], [only], cancellationToken), false);
                counts[only] = isAtLeast ? counts.GetValueOrDefault(only, (total, isAtLeast)) : (total, false);
                (total, isAtLeast) = counts[only];
            }
        }
        var byName = counts.Select(c => (Facet: Facet.Read(c.Key), c.Value.Count, c.Value.IsAtLeast)).ToLookup(c => c.Facet.Name, c => new FacetValue(c.Facet.Value, c.Count, c.IsAtLeast));
        return new AgreementCounts(all, total, isAtLeast, Facet.Names.ToDictionary(n => n, n => InOrder(n, byName[n], filter.Chosen.GetValueOrDefault(n) ?? []))) { First = first };

        // Of those that match what is chosen of other names.
        async Task<(int Total, bool IsAtLeast)> CountAsync(string? but, IReadOnlyCollection<string> names)
        {
            var byWords = filter is { Search: { } plan, SignedFrom: null, SignedTo: null } && !filter.Facets(but).Any() ? plan : null;
            // Statistics are of a sample, and need not be exact for a word that half as many again have.
            var isCommon = byWords?.Share * all > 1.5 * MostCounted;
            var met = Math.Clamp((int)((byWords?.Share ?? 0) * Walk), LeastMet, MostMet);
            var isFirst = byWords?.Any is not null && but is null && filter is { Sort: AgreementSort.Relevance, After: null, Before: null };
            var words = db.AgreementWords.Found(byWords);
            // What is found by words alone is counted by their table alone, which saves ten thousand look-ups in the other.
            await using var rows = isCommon ? words.Newest().Select(w => new { w.Facets, w.Number }).Take(Math.Max(met, filter.PageSize + 1)).CreateDbCommand()
                : isFirst ? words.SelectRanked(byWords, (w, rank) => new { w.Facets, w.Number, Rank = rank }).Take(MostCounted + 1).CreateDbCommand()
                : byWords is not null ? words.Select(w => new { w.Facets, w.Number }).Take(MostCounted + 1).CreateDbCommand()
                : db.AgreementListings.Matching(filter, but).Select(l => new { l.Facets, l.Number }).Take(MostCounted + 1).CreateDbCommand();
            var found = await CountedAsync(db, rows, isFirst && !isCommon, isFirst ? filter.PageSize + 1 : 0, [.. names], [.. chosen.Values.SelectMany(f => f)], cancellationToken);
            var matching = found.Find(f => f is { Facet: FacetCount.Any, Number: null })!.Agreements;
            if (isFirst && matching <= MostCounted)
                first = [.. found.Where(f => f.Number is not null).OrderBy(f => f.Agreements).Select(f => new FoundAgreement { Number = f.Number!.Value, Rank = f.Rank })];
            Add(found.Where(f => f.Facet != FacetCount.Any), isCommon || matching > MostCounted);
            return isCommon || matching > MostCounted ? (MostCounted, true) : (matching, false);
        }

        void Add(IEnumerable<Counted> found, bool isBounded)
        {
            foreach (var value in found)
                counts[value.Facet] = (value.Agreements, isBounded);
        }
    }

    /// <summary>How many agreements have each value of the name, those without any left out.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> AgreementsByAsync(this RegistryDbContext db, string name, CancellationToken cancellationToken) =>
        await db.FacetCounts.AsNoTracking().Where(c => c.Within == FacetCount.Any && c.Name == name && c.Agreements > 0).ToDictionaryAsync(c => Facet.Read(c.Facet).Value, c => c.Agreements, cancellationToken);

    /// <summary>The same of these values.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> AgreementsByAsync(this RegistryDbContext db, string name, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var facets = values.Select(value => Facet.Of(name, value)).ToList();
        return await db.FacetCounts.AsNoTracking().Where(c => c.Within == FacetCount.Any && facets.Contains(c.Facet) && c.Agreements > 0).ToDictionaryAsync(c => Facet.Read(c.Facet).Value, c => c.Agreements, cancellationToken);
    }

    private static async Task<List<Counted>> KeptAsync(RegistryDbContext db, string within, IReadOnlyCollection<string> names, IReadOnlyList<string> chosen, CancellationToken cancellationToken)
    {
        var kept = db.FacetCounts.AsNoTracking().AsSingleQuery().Where(c => c.Within == within && c.Agreements > 0);
        var small = names.Except(Facet.LargeNames).ToList();
        var wanted = kept.Where(c => small.Contains(c.Name));
        foreach (var name in names.Intersect(Facet.LargeNames))
            wanted = wanted.Concat(kept.Where(c => c.Name == name).OrderByDescending(c => c.Agreements).ThenBy(c => c.Facet).Take(Most));
        if (chosen.Count > 0)
            wanted = wanted.Concat(kept.Where(c => chosen.Contains(c.Facet)));
        return await wanted.Select(c => new Counted(c.Facet, c.Agreements, null, null)).ToListAsync(cancellationToken);
    }

    // The rows are found once, and their facets counted beside each other; the count of the rows goes with them, and those that come first.
    private static async Task<List<Counted>> CountedAsync(
        RegistryDbContext db, DbCommand rows, bool isRanked, int first, string[] names, string[] chosen, CancellationToken cancellationToken)
    {
        // The counts of all names are made before some are left out: a name is cut out of thousands of facets then, not of a hundred thousand.
        var sql = $"""
            WITH matching (facets, number{(isRanked ? ", rank" : "")}) AS MATERIALIZED ({rows.CommandText}),
            matched AS MATERIALIZED (SELECT count(*)::int AS agreements FROM matching),
            sample AS (SELECT facets FROM matching LIMIT (SELECT CASE WHEN agreements > {MostCounted} THEN {Sample} ELSE {MostCounted} END FROM matched)),
            counted AS MATERIALIZED (SELECT facet, split_part(facet, '=', 1) AS name, count(*)::int AS agreements FROM sample CROSS JOIN unnest(facets) AS facet GROUP BY facet),
            shown AS (
              SELECT facet, agreements FROM counted WHERE name = ANY (@small) OR facet = ANY (@chosen)
            """;
        foreach (var name in names.Intersect(Facet.LargeNames))
            sql += $"\n  UNION (SELECT facet, agreements FROM counted WHERE name = '{name}' ORDER BY agreements DESC, facet LIMIT {Most})";
        sql += """
            )
            SELECT facet AS "Facet", agreements AS "Agreements", NULL::bigint AS "Number", NULL::float8 AS "Rank" FROM shown
            UNION ALL SELECT '', agreements, NULL, NULL FROM matched
            """;
        if (first > 0)
        {
            // Without a rank they come in their order.
            sql += $"""

                UNION ALL SELECT '', (row_number() OVER ())::int, number, {(isRanked ? "rank" : "NULL")} FROM (
                  SELECT * FROM matching WHERE (SELECT agreements FROM matched) <= {MostCounted} {(isRanked ? "ORDER BY rank DESC, number DESC" : "")} LIMIT {first}) first
                """;
        }
        object[] parameters =
        [
            .. rows.Parameters.Cast<object>(),
            new NpgsqlParameter("@small", names.Except(Facet.LargeNames).ToArray()),
            new NpgsqlParameter("@chosen", chosen.Where(c => names.Contains(Facet.Read(c).Name)).ToArray()),
        ];
        rows.Parameters.Clear();
        return await db.Database.SqlQueryRaw<Counted>(sql, parameters).ToListAsync(cancellationToken);
    }

    // Codes as the code lists them, years newest first, others by how many there are; what is chosen is always there.
    private static IReadOnlyList<FacetValue> InOrder(string name, IEnumerable<FacetValue> found, IReadOnlyList<string> chosen)
    {
        var all = found.Concat(chosen.Except(found.Select(f => f.Value)).Select(value => new FacetValue(value, 0)));
        return
        [
            .. name switch
            {
                "partnerKind" => ByCode<PartnerKind>(all),
                "kind" => ByCode<AgreementKind>(all),
                "status" => ByCode<AgreementStatus>(all),
                "evidence" => ByCode<Evidence>(all),
                "year" => all.OrderBy(f => f.Value == AgreementFilterReader.Written(AgreementFilter.UnknownYear)).ThenByDescending(f => f.Value, StringComparer.Ordinal),
                _ => all.OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal),
            },
        ];
    }

    private static IEnumerable<FacetValue> ByCode<TEnum>(IEnumerable<FacetValue> values)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Join(values, code => ContentJson.Name(code), f => f.Value, (_, f) => f);
}

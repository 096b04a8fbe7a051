using System.Linq.Expressions;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>A value of the filter, and how many agreements it would show beside what the other names of the filter ask for.</summary>
public sealed record FacetValue(string Value, int Count);

/// <summary>The values worth choosing, by the filter's names. Values of one name are alternatives, so what is chosen of a name does not narrow its own counts.</summary>
public static class AgreementFacets
{
    /// <summary>Of cities and partners there may be tens of thousands: those with most agreements, and those chosen.</summary>
    private const int Most = 60;

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> FacetsAsync(this IQueryable<AgreementListing> listings, AgreementFilter filter, CancellationToken cancellationToken)
    {
        var rows = listings.AsNoTracking();
        return new Dictionary<string, IReadOnlyList<FacetValue>>
        {
            ["country"] = await InAsync(rows.Matching(filter with { Country = [] }), l => l.Countries, filter.Country, null),
            ["city"] = await InAsync(rows.Matching(filter with { City = [] }), l => l.CityScope, filter.City, Most),
            ["partner"] = await InAsync(rows.Matching(filter with { Partner = [] }), l => l.PartnerIds, filter.Partner, Most),
            ["partnerKind"] = Names(await CountAsync(rows.Matching(filter with { PartnerKind = [] }).SelectMany(l => l.PartnerKinds).GroupBy(k => k)), filter.PartnerKind),
            ["kind"] = Names(await CountAsync(rows.Matching(filter with { Kind = [] }).GroupBy(l => l.Kind)), filter.Kind),
            ["status"] = Names(await CountAsync(rows.Matching(filter with { Status = [] }).GroupBy(l => l.Status)), filter.Status),
            ["evidence"] = Names(await CountAsync(rows.Matching(filter with { Evidence = [] }).GroupBy(l => l.Evidence)), filter.Evidence),
            ["sector"] = await InAsync(rows.Matching(filter with { Sector = [] }), l => l.Sectors, filter.Sector, null),
            ["year"] = await YearsAsync(rows.Matching(filter with { Year = [] }), filter.Year),
        };

        async Task<IReadOnlyList<FacetValue>> InAsync(IQueryable<AgreementListing> matching, Expression<Func<AgreementListing, IEnumerable<string>>> values, IReadOnlyList<string> chosen, int? limit)
        {
            var counts = matching.SelectMany(values).GroupBy(v => v).Select(g => new { Value = g.Key, Count = g.Count() });
            var most = await counts.OrderByDescending(c => c.Count).ThenBy(c => c.Value).Take(limit ?? int.MaxValue).ToDictionaryAsync(c => c.Value, c => c.Count, cancellationToken);
            var others = chosen.Where(c => !most.ContainsKey(c)).ToList();
            if (others.Count > 0)
            {
                foreach (var other in await counts.Where(c => others.Contains(c.Value)).ToListAsync(cancellationToken))
                    most[other.Value] = other.Count;
            }
            return [.. most.Select(c => new FacetValue(c.Key, c.Value)), .. chosen.Where(c => !most.ContainsKey(c)).Select(c => new FacetValue(c, 0))];
        }

        async Task<IReadOnlyList<FacetValue>> YearsAsync(IQueryable<AgreementListing> matching, IReadOnlyList<int> chosen)
        {
            var counts = await CountAsync(matching.SelectMany(l => l.SignedYears).GroupBy(y => y));
            if (await matching.CountAsync(l => l.SignedYears.Count == 0, cancellationToken) is > 0 and var unknown)
                counts[AgreementFilter.UnknownYear] = unknown;
            foreach (var year in chosen)
                counts.TryAdd(year, 0);
            return [.. counts.OrderByDescending(c => c.Key).Select(c => new FacetValue(AgreementFilterReader.Written(c.Key), c.Value))];
        }

        Task<Dictionary<T, int>> CountAsync<T, TRow>(IQueryable<IGrouping<T, TRow>> groups)
            where T : notnull =>
            groups.Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    // In the order in which the code lists them.
    private static IReadOnlyList<FacetValue> Names<TEnum>(Dictionary<TEnum, int> counts, IReadOnlyList<TEnum> chosen)
        where TEnum : struct, Enum =>
        [.. counts.Keys.Union(chosen).Order().Select(v => new FacetValue(ContentJson.Name(v), counts.GetValueOrDefault(v)))];
}

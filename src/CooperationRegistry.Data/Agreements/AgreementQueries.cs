using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>One page of the list.</summary>
/// <param name="Total">How many match the filter in all.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementListing> Items, int Total, string? Next);

public static class AgreementQueries
{
    /// <summary>The rows that match; in no order yet.</summary>
    public static IQueryable<AgreementListing> Matching(this IQueryable<AgreementListing> listings, AgreementFilter filter)
    {
        foreach (var word in SearchPattern.Words(filter.Q ?? ""))
        {
            var pattern = SearchPattern.Containing(word);
            listings = listings.Where(l => EF.Functions.ILike(l.SearchText, pattern, @"\"));
        }
        if (filter.City is { Count: > 0 } cities)
            listings = listings.Where(l => l.CityScope.Any(c => cities.Contains(c)));
        if (filter.Country is { Count: > 0 } countries)
            listings = listings.Where(l => l.Countries.Any(c => countries.Contains(c)));
        if (filter.Partner is { Count: > 0 } partners)
            listings = listings.Where(l => l.PartnerIds.Any(p => partners.Contains(p)));
        if (filter.PartnerKind is { Count: > 0 } partnerKinds)
            listings = listings.Where(l => l.PartnerKinds.Any(k => partnerKinds.Contains(k)));
        if (filter.Sector is { Count: > 0 } sectors)
            listings = listings.Where(l => l.Sectors.Any(s => sectors.Contains(s)));
        if (filter.Kind is { Count: > 0 } kinds)
            listings = listings.Where(l => kinds.Contains(l.Kind));
        if (filter.Status is { Count: > 0 } statuses)
            listings = listings.Where(l => statuses.Contains(l.Status));
        if (filter.Evidence is { Count: > 0 } evidence)
            listings = listings.Where(l => evidence.Contains(l.Evidence));
        return listings.SignedWithin(filter.SignedFrom?.Earliest, filter.SignedTo is { } to ? to.Latest : null);
    }

    public static async Task<AgreementPage> PageAsync(this IQueryable<AgreementListing> listings, AgreementFilter filter, CancellationToken cancellationToken)
    {
        var matching = listings.AsNoTracking().Matching(filter);
        var total = await matching.CountAsync(cancellationToken);
        var behind = filter.Sort == AgreementSort.Relevance && filter.After is not null ? matching.Behind(filter) : matching.Behind(filter).InOrder(filter);
        var items = await behind.Take(filter.PageSize + 1).ToListAsync(cancellationToken);
        if (items.Count <= filter.PageSize)
            return new AgreementPage(items, total, null);
        items.RemoveAt(filter.PageSize);
        return new AgreementPage(items, total, AgreementCursor.After(items[^1], filter));
    }

    private static IQueryable<AgreementListing> SignedWithin(this IQueryable<AgreementListing> listings, DateOnly? from, DateOnly? to)
    {
        if (from is null && to is null)
            return listings;
        listings = listings.Where(l => l.SignedEarliest != null || l.SignedLatest != null);
        if (from is { } first)
            listings = listings.Where(l => l.SignedLatest == null || l.SignedLatest >= first);
        if (to is { } last)
            listings = listings.Where(l => l.SignedEarliest == null || l.SignedEarliest <= last);
        return listings;
    }
}

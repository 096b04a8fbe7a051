using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>One page of the list.</summary>
/// <param name="Total">How many match the filter in all.</param>
/// <param name="Previous">The cursor of the page before; null on the first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementListing> Items, int Total, string? Previous, string? Next);

public static class AgreementQueries
{
    /// <summary>The filter as the store is asked: merged records followed to those that stayed, words planned.</summary>
    public static async Task<AgreementFilter> PrepareAsync(this RegistryDbContext db, AgreementFilter filter, CancellationToken cancellationToken) =>
        await db.FollowAsync(filter, cancellationToken) with
        {
            Search = filter.Q is null ? null : await new SearchPlanner(db, cancellationToken).PlanAsync(filter.Q),
        };

    /// <summary>The rows that match; in no order yet.</summary>
    /// <exception cref="InvalidOperationException">The filter has words and is not prepared.</exception>
    public static IQueryable<AgreementListing> Matching(this IQueryable<AgreementListing> listings, AgreementFilter filter)
    {
        if (filter.Q is not null)
            listings = listings.Found(filter.Search ?? throw new InvalidOperationException("The filter is not prepared."));
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
        if (filter.Year is { Count: > 0 } years)
        {
            var isUnknownWanted = years.Contains(AgreementFilter.UnknownYear);
            listings = listings.Where(l => l.SignedYears.Any(y => years.Contains(y)) || (isUnknownWanted && l.SignedYears.Count == 0));
        }
        return listings.SignedWithin(filter.SignedFrom?.Earliest, filter.SignedTo is { } to ? to.Latest : null);
    }

    /// <summary>The page behind or before the filter's cursor; without one the first.</summary>
    public static async Task<AgreementPage> PageAsync(this IQueryable<AgreementListing> listings, AgreementFilter filter, CancellationToken cancellationToken)
    {
        var matching = listings.AsNoTracking().Matching(filter);
        var total = await matching.CountAsync(cancellationToken);
        var isBackwards = filter is { After: null, Before: not null };
        var at = AgreementCursor.Read(filter.After ?? filter.Before ?? "");
        var ordered = (at is null ? matching : matching.Past(filter, at, isBackwards)).InOrder(filter, isBackwards).Take(filter.PageSize + 1);
        var rows = await ordered.ReadAsync(filter, cancellationToken);
        var isMore = rows.Count > filter.PageSize;
        if (isMore)
            rows.RemoveAt(filter.PageSize);
        if (isBackwards)
            rows.Reverse();
        var (isFirst, isLast) = isBackwards ? (!isMore, false) : (at is null, !isMore);
        return new AgreementPage(
            rows.ConvertAll(r => r.Row),
            total,
            isFirst || rows.Count == 0 ? null : AgreementCursor.At(rows[0].Row, rows[0].Rank, filter),
            isLast || rows.Count == 0 ? null : AgreementCursor.At(rows[^1].Row, rows[^1].Rank, filter));
    }

    // A search shows where it found what: its rows come with their words.
    private static async Task<List<(AgreementListing Row, double? Rank)>> ReadAsync(this IQueryable<AgreementListing> ordered, AgreementFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Search?.Query is null)
            return (await ordered.ToListAsync(cancellationToken)).ConvertAll(r => (r, (double?)null));
        if (filter.Sort != AgreementSort.Relevance)
            return (await ordered.Include(l => l.Words).ToListAsync(cancellationToken)).ConvertAll(r => (r, (double?)null));
        return (await ordered.Include(l => l.Words).Ranked(filter.Search).ToListAsync(cancellationToken)).ConvertAll(r => (r.Row, (double?)r.Rank));
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

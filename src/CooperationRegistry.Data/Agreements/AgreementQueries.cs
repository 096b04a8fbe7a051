using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>One page of the list.</summary>
/// <param name="Previous">The cursor of the page before; null on the first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record AgreementPage(IReadOnlyList<ListedAgreement> Items, string? Previous, string? Next)
{
    public static AgreementPage Empty { get; } = new([], null, null);
}

public static class AgreementQueries
{
    /// <summary>The filter as the store is asked: merged records followed to those that stayed, words planned.</summary>
    public static async Task<AgreementFilter> PrepareAsync(this RegistryDbContext db, AgreementFilter filter, CancellationToken cancellationToken) =>
        await db.PlanAsync(await db.FollowAsync(filter, cancellationToken), cancellationToken);

    /// <summary>With its words planned, and the records as it names them.</summary>
    public static async Task<AgreementFilter> PlanAsync(this RegistryDbContext db, AgreementFilter filter, CancellationToken cancellationToken) =>
        filter.Q is null ? filter : filter with { Search = await new SearchPlanner(db, cancellationToken).PlanAsync(filter.Q) };

    /// <summary>The rows that match; in no order yet.</summary>
    /// <param name="listings">All rows.</param>
    /// <param name="filter">Prepared.</param>
    /// <param name="but">The name of a facet of which what is chosen does not count; null where all does.</param>
    /// <exception cref="InvalidOperationException">The filter has words and is not prepared.</exception>
    public static IQueryable<AgreementListing> Matching(this IQueryable<AgreementListing> listings, AgreementFilter filter, string? but = null)
    {
        if (filter.Q is not null)
            listings = listings.Found(filter.Search ?? throw new InvalidOperationException("The filter is not prepared."));
        foreach (var (_, facets) in filter.Facets(but))
            listings = listings.Where(l => l.Facets.Any(f => facets.Contains(f)));
        return listings.SignedWithin(filter.SignedFrom?.Earliest, filter.SignedTo is { } to ? to.Latest : null);
    }

    /// <summary>Where the filter's counts are not at hand.</summary>
    public static Task<AgreementPage> PageAsync(this RegistryDbContext db, AgreementFilter filter, CancellationToken cancellationToken) => db.PageAsync(filter, null, cancellationToken);

    /// <summary>The page behind or before the filter's cursor; without one the first.</summary>
    /// <param name="db">A context.</param>
    /// <param name="filter">Prepared.</param>
    /// <param name="counts">Of the filter, where they are known; they spare a count.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<AgreementPage> PageAsync(this RegistryDbContext db, AgreementFilter filter, AgreementCounts? counts, CancellationToken cancellationToken)
    {
        var isBackwards = filter is { After: null, Before: not null };
        var at = AgreementCursor.Read(filter.After ?? filter.Before ?? "");
        if (filter.Sort == AgreementSort.Relevance && !(filter.Search?.Query is not null && await IsRankedAsync(db, filter, counts, at, cancellationToken)))
            filter = filter with { Sort = AgreementSort.NewestSigned };
        var rows = counts?.First is { } first && at is null ? await db.ReadAsync(first, cancellationToken)
            : filter.Sort == AgreementSort.Relevance ? await db.ReadAsync(await db.Ranked(filter, at, isBackwards).ToListAsync(cancellationToken), cancellationToken)
            : filter is { IsWordsAlone: true, Sort: AgreementSort.NewestSigned } ? await db.ReadAsync(await db.Newest(filter, at, isBackwards).ToListAsync(cancellationToken), cancellationToken)
            : await db.Ordered(filter, at, isBackwards).ToListAsync(cancellationToken);
        var isMore = rows.Count > filter.PageSize;
        if (isMore)
            rows.RemoveAt(filter.PageSize);
        if (isBackwards)
            rows.Reverse();
        var (isFirst, isLast) = isBackwards ? (!isMore, false) : (at is null, !isMore);
        return new AgreementPage(
            rows,
            isFirst || rows.Count == 0 ? null : AgreementCursor.At(rows[0], filter),
            isLast || rows.Count == 0 ? null : AgreementCursor.At(rows[^1], filter));
    }

    private static IQueryable<ListedAgreement> Ordered(this RegistryDbContext db, AgreementFilter filter, AgreementCursor? at, bool isBackwards)
    {
        if (filter is { Sort: AgreementSort.NewestSigned, OnlyFacet: { } facet } && FacetCounting.IsKeptWithin(facet))
            return db.Within(facet, at, isBackwards).Take(filter.PageSize + 1).Join(db.AgreementListings.AsNoTracking(), w => w.Number, l => l.Number, (w, l) => l).InOrder(filter, isBackwards).AsListed();
        var matching = db.AgreementListings.AsNoTracking().AsSingleQuery().Matching(filter);
        var ordered = (at is null ? matching : matching.Past(filter.Sort, at, isBackwards)).InOrder(filter, isBackwards).Take(filter.PageSize + 1);
        // A search shows where it found what: its rows come with their words.
        return filter.Search?.Query is null ? ordered.AsListed() : ordered.AsFound();
    }

    private static IQueryable<ListingWithin> Within(this RegistryDbContext db, string facet, AgreementCursor? at, bool isBackwards)
    {
        var within = db.ListingsWithin.AsNoTracking().AsSingleQuery().Where(w => w.Within == facet);
        if (at is { Falling: var day, Number: var number })
        {
            within = isBackwards
                ? within.Where(w => EF.Functions.GreaterThan(ValueTuple.Create(w.SignedFalling, w.Number), ValueTuple.Create(day, number)))
                : within.Where(w => EF.Functions.LessThan(ValueTuple.Create(w.SignedFalling, w.Number), ValueTuple.Create(day, number)));
        }
        return isBackwards ? within.OrderBy(w => w.SignedFalling).ThenBy(w => w.Number) : within.OrderByDescending(w => w.SignedFalling).ThenByDescending(w => w.Number);
    }

    // How well each of very many fits a word that all of them have tells nobody anything: they come newest first. A later page goes on as the first began.
    private static async Task<bool> IsRankedAsync(RegistryDbContext db, AgreementFilter filter, AgreementCounts? counts, AgreementCursor? at, CancellationToken cancellationToken) =>
        at is not null ? at.Rank is not null
        : counts is not null ? !counts.IsAtLeast
        : filter.IsWordsAlone ? !await db.AgreementWords.Found(filter.Search).Skip(AgreementFacets.MostCounted).AnyAsync(cancellationToken)
        : !await db.AgreementListings.Matching(filter).Skip(AgreementFacets.MostCounted).AnyAsync(cancellationToken);

    private static IQueryable<FoundAgreement> Ranked(this RegistryDbContext db, AgreementFilter filter, AgreementCursor? at, bool isBackwards)
    {
        var matching = filter.IsWordsAlone ? db.AgreementWords.Found(filter.Search) : db.AgreementListings.Matching(filter).Select(l => l.Words!);
        return matching.Ranked(filter.Search).Past(at, isBackwards).InOrder(isBackwards).Take(filter.PageSize + 1);
    }

    private static IQueryable<FoundAgreement> Newest(this RegistryDbContext db, AgreementFilter filter, AgreementCursor? at, bool isBackwards)
    {
        var words = db.AgreementWords.Found(filter.Search);
        if (at is { Falling: var day, Number: var number })
        {
            words = isBackwards
                ? words.Where(w => EF.Functions.GreaterThan(ValueTuple.Create(w.SignedFalling, w.Number), ValueTuple.Create(day, number)))
                : words.Where(w => EF.Functions.LessThan(ValueTuple.Create(w.SignedFalling, w.Number), ValueTuple.Create(day, number)));
        }
        return (isBackwards ? words.OrderBy(w => w.SignedFalling).ThenBy(w => w.Number) : words.Newest()).Take(filter.PageSize + 1).Select(w => new FoundAgreement { Number = w.Number });
    }

    internal static IOrderedQueryable<AgreementWords> Newest(this IQueryable<AgreementWords> words) => words.OrderByDescending(w => w.SignedFalling).ThenByDescending(w => w.Number);

    private static async Task<List<ListedAgreement>> ReadAsync(this RegistryDbContext db, IReadOnlyList<FoundAgreement> found, CancellationToken cancellationToken)
    {
        var numbers = found.Select(f => f.Number).ToList();
        var rows = await db.AgreementListings.Where(l => numbers.Contains(l.Number)).AsFound().ToDictionaryAsync(l => l.Number, cancellationToken);
        // What was withdrawn since is not there.
        return [.. found.Where(f => rows.ContainsKey(f.Number)).Select(f => rows[f.Number] with { Rank = f.Rank })];
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

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

public static class AgreementSorts
{
    /// <summary>As the address names them.</summary>
    public static IReadOnlyDictionary<AgreementSort, string> Names { get; } = new Dictionary<AgreementSort, string>
    {
        [AgreementSort.NewestSigned] = "-signed",
        [AgreementSort.OldestSigned] = "signed",
        [AgreementSort.Title] = "title",
        [AgreementSort.Number] = "number",
        [AgreementSort.NewestUpdated] = "-updated",
        [AgreementSort.Relevance] = "relevance",
    };

    /// <summary>A total order: agreements whose year of signing is not known come last, either way round.</summary>
    /// <param name="listings">Rows.</param>
    /// <param name="filter">What is sorted by, and what was looked for.</param>
    /// <param name="isBackwards">The same order from its end.</param>
    public static IQueryable<AgreementListing> InOrder(this IQueryable<AgreementListing> listings, AgreementFilter filter, bool isBackwards = false) =>
        filter.Sort switch
        {
            AgreementSort.OldestSigned => listings.By(l => l.SignedSort == null, isBackwards).Then(l => l.SignedSort, isBackwards).Then(l => l.Number, isBackwards),
            AgreementSort.Title => listings.By(l => l.Title, isBackwards).Then(l => l.Number, isBackwards),
            AgreementSort.Number => listings.By(l => l.Number, isBackwards),
            AgreementSort.NewestUpdated => listings.By(l => l.PublishedAt, !isBackwards).Then(l => l.Number, !isBackwards),
            AgreementSort.Relevance => listings.By(AgreementRelevance.Rank(filter.Search), !isBackwards).Then(l => l.Number, !isBackwards),
            _ => listings.By(l => l.SignedSort == null, isBackwards).Then(l => l.SignedSort, !isBackwards).Then(l => l.Number, !isBackwards),
        };

    /// <summary>The rows behind the one that the cursor names, in the filter's order; or those before it.</summary>
    public static IQueryable<AgreementListing> Past(this IQueryable<AgreementListing> listings, AgreementFilter filter, AgreementCursor at, bool isBackwards)
    {
        var (date, number, title, time, rank) = (at.Signed, at.Number, at.Title, at.Updated, at.Rank);
        return (filter.Sort, isBackwards, date) switch
        {
            (AgreementSort.OldestSigned, false, null) => listings.Where(l => l.SignedSort == null && l.Number > number),
            (AgreementSort.OldestSigned, false, _) => listings.Where(l => l.SignedSort == null || l.SignedSort > date || (l.SignedSort == date && l.Number > number)),
            (AgreementSort.OldestSigned, true, null) => listings.Where(l => l.SignedSort != null || l.Number < number),
            (AgreementSort.OldestSigned, true, _) => listings.Where(l => l.SignedSort < date || (l.SignedSort == date && l.Number < number)),
            (AgreementSort.NewestSigned, false, null) => listings.Where(l => l.SignedSort == null && l.Number < number),
            (AgreementSort.NewestSigned, false, _) => listings.Where(l => l.SignedSort == null || l.SignedSort < date || (l.SignedSort == date && l.Number < number)),
            (AgreementSort.NewestSigned, true, null) => listings.Where(l => l.SignedSort != null || l.Number > number),
            (AgreementSort.NewestSigned, true, _) => listings.Where(l => l.SignedSort > date || (l.SignedSort == date && l.Number > number)),
            (AgreementSort.Title, false, _) => listings.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.Title, l.Number), ValueTuple.Create(title, number))),
            (AgreementSort.Title, true, _) => listings.Where(l => EF.Functions.LessThan(ValueTuple.Create(l.Title, l.Number), ValueTuple.Create(title, number))),
            (AgreementSort.NewestUpdated, false, _) => listings.Where(l => l.PublishedAt < time || (l.PublishedAt == time && l.Number < number)),
            (AgreementSort.NewestUpdated, true, _) => listings.Where(l => l.PublishedAt > time || (l.PublishedAt == time && l.Number > number)),
            (AgreementSort.Relevance, false, _) => listings.Ranked(filter.Search).Where(r => r.Rank < rank || (r.Rank == rank && r.Row.Number < number)).Select(r => r.Row),
            (AgreementSort.Relevance, true, _) => listings.Ranked(filter.Search).Where(r => r.Rank > rank || (r.Rank == rank && r.Row.Number > number)).Select(r => r.Row),
            (_, false, _) => listings.Where(l => l.Number > number),
            (_, true, _) => listings.Where(l => l.Number < number),
        };
    }

    private static IOrderedQueryable<AgreementListing> By<TKey>(this IQueryable<AgreementListing> listings, Expression<Func<AgreementListing, TKey>> key, bool descending) =>
        descending ? listings.OrderByDescending(key) : listings.OrderBy(key);

    private static IOrderedQueryable<AgreementListing> Then<TKey>(this IOrderedQueryable<AgreementListing> listings, Expression<Func<AgreementListing, TKey>> key, bool descending) =>
        descending ? listings.ThenByDescending(key) : listings.ThenBy(key);
}

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
            AgreementSort.Relevance => listings.By(AgreementRelevance.Rank(filter.Search), !isBackwards).Then(l => l.Number, !isBackwards),
            AgreementSort.OldestSigned => listings.By(l => l.SignedRising, isBackwards).Then(l => l.Number, isBackwards),
            AgreementSort.Title => listings.By(l => l.Title, isBackwards).Then(l => l.Number, isBackwards),
            AgreementSort.Number => listings.By(l => l.Number, isBackwards),
            AgreementSort.NewestUpdated => listings.By(l => l.PublishedAt, !isBackwards).Then(l => l.Number, !isBackwards),
            _ => listings.By(l => l.SignedFalling, !isBackwards).Then(l => l.Number, !isBackwards),
        };

    /// <summary>
    /// The rows behind the one that the cursor names, in the order of the sort; or those before it. Compared as rows, which an index answers.
    /// Not by relevance: see <see cref="AgreementRelevance"/>.
    /// </summary>
    public static IQueryable<AgreementListing> Past(this IQueryable<AgreementListing> listings, AgreementSort sort, AgreementCursor at, bool isBackwards)
    {
        var (number, title, time, rising, falling) = (at.Number, at.Title, at.Updated, at.Rising, at.Falling);
        return (sort, isBackwards) switch
        {
            (AgreementSort.OldestSigned, false) => listings.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.SignedRising, l.Number), ValueTuple.Create(rising, number))),
            (AgreementSort.OldestSigned, true) => listings.Where(l => EF.Functions.LessThan(ValueTuple.Create(l.SignedRising, l.Number), ValueTuple.Create(rising, number))),
            (AgreementSort.NewestSigned, false) => listings.Where(l => EF.Functions.LessThan(ValueTuple.Create(l.SignedFalling, l.Number), ValueTuple.Create(falling, number))),
            (AgreementSort.NewestSigned, true) => listings.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.SignedFalling, l.Number), ValueTuple.Create(falling, number))),
            (AgreementSort.Title, false) => listings.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.Title, l.Number), ValueTuple.Create(title, number))),
            (AgreementSort.Title, true) => listings.Where(l => EF.Functions.LessThan(ValueTuple.Create(l.Title, l.Number), ValueTuple.Create(title, number))),
            (AgreementSort.NewestUpdated, false) => listings.Where(l => EF.Functions.LessThan(ValueTuple.Create(l.PublishedAt, l.Number), ValueTuple.Create(time, number))),
            (AgreementSort.NewestUpdated, true) => listings.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.PublishedAt, l.Number), ValueTuple.Create(time, number))),
            (_, false) => listings.Where(l => l.Number > number),
            (_, true) => listings.Where(l => l.Number < number),
        };
    }

    private static IOrderedQueryable<AgreementListing> By<TKey>(this IQueryable<AgreementListing> listings, Expression<Func<AgreementListing, TKey>> key, bool descending) =>
        descending ? listings.OrderByDescending(key) : listings.OrderBy(key);

    private static IOrderedQueryable<AgreementListing> Then<TKey>(this IOrderedQueryable<AgreementListing> listings, Expression<Func<AgreementListing, TKey>> key, bool descending) =>
        descending ? listings.ThenByDescending(key) : listings.ThenBy(key);
}

using CooperationRegistry.Data.Search;
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
    public static IQueryable<AgreementListing> InOrder(this IQueryable<AgreementListing> listings, AgreementFilter filter) =>
        filter.Sort switch
        {
            AgreementSort.OldestSigned => listings.OrderBy(l => l.SignedSort == null).ThenBy(l => l.SignedSort).ThenBy(l => l.Number),
            AgreementSort.Title => listings.OrderBy(l => l.Title).ThenBy(l => l.Number),
            AgreementSort.Number => listings.OrderBy(l => l.Number),
            AgreementSort.NewestUpdated => listings.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.Number),
            AgreementSort.Relevance => ByRelevance(listings, filter.Q ?? ""),
            _ => listings.OrderBy(l => l.SignedSort == null).ThenByDescending(l => l.SignedSort).ThenByDescending(l => l.Number),
        };

    /// <summary>The rows behind the one that the cursor names, in the filter's order.</summary>
    public static IQueryable<AgreementListing> Behind(this IQueryable<AgreementListing> listings, AgreementFilter filter)
    {
        if (filter.After is null || AgreementCursor.Read(filter.After) is not { } at)
            return listings;
        var (date, number, title, time) = (at.Signed, at.Number, at.Title, at.Updated);
        return filter.Sort switch
        {
            AgreementSort.OldestSigned when date is null => listings.Where(l => l.SignedSort == null && l.Number > number),
            AgreementSort.OldestSigned => listings.Where(l => l.SignedSort == null || l.SignedSort > date || (l.SignedSort == date && l.Number > number)),
            AgreementSort.Title => listings.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.Title, l.Number), ValueTuple.Create(title, number))),
            AgreementSort.Number => listings.Where(l => l.Number > number),
            AgreementSort.NewestUpdated => listings.Where(l => l.PublishedAt < time || (l.PublishedAt == time && l.Number < number)),
            AgreementSort.Relevance => listings.InOrder(filter).Skip(at.Skipped),
            _ when date is null => listings.Where(l => l.SignedSort == null && l.Number < number),
            _ => listings.Where(l => l.SignedSort == null || l.SignedSort < date || (l.SignedSort == date && l.Number < number)),
        };
    }

    private static IOrderedQueryable<AgreementListing> ByRelevance(IQueryable<AgreementListing> listings, string query)
    {
        var words = string.Join(' ', SearchPattern.Words(query));
        return listings
            .OrderByDescending(l => EF.Functions.TrigramsWordSimilarity(words, l.Title + " " + l.TitleZh))
            .ThenByDescending(l => EF.Functions.TrigramsWordSimilarity(words, l.SearchText))
            .ThenByDescending(l => l.Number);
    }
}

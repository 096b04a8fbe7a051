using System.Linq.Expressions;
using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>A row that a search found.</summary>
internal sealed class RankedListing
{
    public required AgreementListing Row { get; init; }

    public required double Rank { get; init; }
}

/// <summary>What is found, and how well it fits: words near each other, in titles and names rather than in passing, and in a short record rather than a long one.</summary>
internal static class AgreementRelevance
{
    // Of the sections D to A of AgreementWords.
    private static readonly float[] Weights = [0.05f, 0.15f, 0.5f, 1f];

    // What a place is worth beside nearness: enough to tell where words stand far apart, too little to outdo words side by side. Tried on Searches.tsv.
    private const double Place = 0.1;

    public static IQueryable<AgreementListing> Found(this IQueryable<AgreementListing> listings, SearchPlan plan) =>
        plan.Query is { } query
            ? listings.Where(l => l.Words!.Vector.Matches(EF.Functions.ToTsQuery(SearchPlan.Dictionary, query)))
            : listings.Where(_ => false);

    public static IQueryable<RankedListing> Ranked(this IQueryable<AgreementListing> listings, SearchPlan? plan)
    {
        var rank = Rank(plan);
        var row = rank.Parameters[0];
        var ranked = Expression.MemberInit(
            Expression.New(typeof(RankedListing)),
            Expression.Bind(typeof(RankedListing).GetProperty(nameof(RankedListing.Row))!, row),
            Expression.Bind(typeof(RankedListing).GetProperty(nameof(RankedListing.Rank))!, rank.Body));
        return listings.Select(Expression.Lambda<Func<AgreementListing, RankedListing>>(ranked, row));
    }

    /// <summary>The rows behind the one that the cursor names, best first; or those before it, worst first.</summary>
    public static IQueryable<RankedListing> Page(this IQueryable<RankedListing> ranked, AgreementCursor? at, bool isBackwards)
    {
        var (rank, number) = (at?.Rank, at?.Number);
        if (at is not null)
        {
            ranked = isBackwards
                ? ranked.Where(r => r.Rank > rank || (r.Rank == rank && r.Row.Number > number))
                : ranked.Where(r => r.Rank < rank || (r.Rank == rank && r.Row.Number < number));
        }
        return isBackwards
            ? ranked.OrderBy(r => r.Rank).ThenBy(r => r.Row.Number)
            : ranked.OrderByDescending(r => r.Rank).ThenByDescending(r => r.Row.Number);
    }

    // In which places the terms stand, each for itself; and how near they are to each other.
    public static Expression<Func<AgreementListing, double>> Rank(SearchPlan? plan)
    {
        if (plan is not { Query: { } all, Any: { } any })
            return _ => 0;
        return l =>
            Place * (double)l.Words!.Vector.Rank(Weights, EF.Functions.ToTsQuery(SearchPlan.Dictionary, any), NpgsqlTsRankingNormalization.Default)
            + (double)l.Words!.Vector.RankCoverDensity(Weights, EF.Functions.ToTsQuery(SearchPlan.Dictionary, all), NpgsqlTsRankingNormalization.DivideBy1PlusLogLength);
    }
}

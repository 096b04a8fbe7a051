using System.Linq.Expressions;
using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>A row that a search found.</summary>
internal sealed class RankedListing
{
    public required AgreementListing Row { get; init; }

    public required float Rank { get; init; }
}

/// <summary>What is found, and how well it fits: words near each other, in titles and names rather than in passing, and in a short record rather than a long one.</summary>
internal static class AgreementRelevance
{
    // Of the sections D to A of AgreementWords.
    private static readonly float[] Weights = [0.05f, 0.15f, 0.5f, 1f];

    public static IQueryable<AgreementListing> Found(this IQueryable<AgreementListing> listings, SearchPlan plan) =>
        plan.Query is { } query
            ? listings.Where(l => l.Words!.Vector.Matches(EF.Functions.ToTsQuery(SearchPlan.Dictionary, query)))
            : listings.Where(_ => false);

    public static IQueryable<RankedListing> Ranked(this IQueryable<AgreementListing> listings, string? query)
    {
        var rank = Rank(query);
        var row = rank.Parameters[0];
        var ranked = Expression.MemberInit(
            Expression.New(typeof(RankedListing)),
            Expression.Bind(typeof(RankedListing).GetProperty(nameof(RankedListing.Row))!, row),
            Expression.Bind(typeof(RankedListing).GetProperty(nameof(RankedListing.Rank))!, rank.Body));
        return listings.Select(Expression.Lambda<Func<AgreementListing, RankedListing>>(ranked, row));
    }

    public static Expression<Func<AgreementListing, float>> Rank(string? query) =>
        query is null
            ? _ => 0
            : l => l.Words!.Vector.RankCoverDensity(Weights, EF.Functions.ToTsQuery(SearchPlan.Dictionary, query), NpgsqlTsRankingNormalization.DivideBy1PlusLogLength);
}

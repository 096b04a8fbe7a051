using System.Linq.Expressions;
using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CooperationRegistry.Data.Agreements;

/// <summary>An agreement in the order of a search.</summary>
internal sealed class FoundAgreement
{
    public required long Number { get; init; }

    /// <summary>How well it fits; null where the order is another.</summary>
    public double? Rank { get; init; }
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

    public static IQueryable<AgreementWords> Found(this IQueryable<AgreementWords> words, SearchPlan? plan) =>
        plan?.Query is { } query
            ? words.Where(w => w.Vector.Matches(EF.Functions.ToTsQuery(SearchPlan.Dictionary, query)))
            : words.Where(_ => false);

    public static IQueryable<FoundAgreement> Ranked(this IQueryable<AgreementWords> words, SearchPlan? plan) =>
        words.SelectRanked(plan, (w, rank) => new FoundAgreement { Number = w.Number, Rank = rank });

    /// <param name="words">Found.</param>
    /// <param name="plan">By which they were.</param>
    /// <param name="select">Of the words, and of how well they fit.</param>
    public static IQueryable<TRow> SelectRanked<TRow>(this IQueryable<AgreementWords> words, SearchPlan? plan, Expression<Func<AgreementWords, double, TRow>> select)
    {
        var rank = RankOfWords(plan);
        var row = ReplacingExpressionVisitor.Replace(select.Parameters[0], rank.Parameters[0], ReplacingExpressionVisitor.Replace(select.Parameters[1], rank.Body, select.Body));
        return words.Select(Expression.Lambda<Func<AgreementWords, TRow>>(row, rank.Parameters));
    }

    public static Expression<Func<AgreementListing, double>> Rank(SearchPlan? plan)
    {
        var rank = RankOfWords(plan);
        Expression<Func<AgreementListing, AgreementWords>> words = l => l.Words!;
        return Expression.Lambda<Func<AgreementListing, double>>(ReplacingExpressionVisitor.Replace(rank.Parameters[0], words.Body, rank.Body), words.Parameters);
    }

    /// <summary>Those behind the one that the cursor names, best first; or those before it, worst first.</summary>
    public static IQueryable<FoundAgreement> Past(this IQueryable<FoundAgreement> ranked, AgreementCursor? at, bool isBackwards)
    {
        if (at is not { Rank: { } rank, Number: var number })
            return ranked;
        return isBackwards
            ? ranked.Where(r => r.Rank > rank || (r.Rank == rank && r.Number > number))
            : ranked.Where(r => r.Rank < rank || (r.Rank == rank && r.Number < number));
    }

    public static IQueryable<FoundAgreement> InOrder(this IQueryable<FoundAgreement> ranked, bool isBackwards) =>
        isBackwards
            ? ranked.OrderBy(r => r.Rank).ThenBy(r => r.Number)
            : ranked.OrderByDescending(r => r.Rank).ThenByDescending(r => r.Number);

    // In which places the terms stand, each for itself; and how near they are to each other.
    private static Expression<Func<AgreementWords, double>> RankOfWords(SearchPlan? plan)
    {
        if (plan is not { Query: { } all, Any: { } any })
            return _ => 0;
        return w =>
            (Place * (double)w.Vector.Rank(Weights, EF.Functions.ToTsQuery(SearchPlan.Dictionary, any), NpgsqlTsRankingNormalization.Default))
            + (double)w.Vector.RankCoverDensity(Weights, EF.Functions.ToTsQuery(SearchPlan.Dictionary, all), NpgsqlTsRankingNormalization.DivideBy1PlusLogLength);
    }
}

using System.Linq.Expressions;
using CooperationRegistry.Domain.Agreements;
using Microsoft.EntityFrameworkCore.Query;

namespace CooperationRegistry.Data.Agreements;

/// <summary>What a page shows of an agreement in a list: a third of its <see cref="AgreementListing"/>, which has the same under the same names.</summary>
public sealed record ListedAgreement
{
    public required string AgreementId { get; init; }

    public required long Number { get; init; }

    public required string Title { get; init; }

    public required string TitleLanguage { get; init; }

    public string? TitleZh { get; init; }

    public required AgreementKind Kind { get; init; }

    public required AgreementStatus Status { get; init; }

    public required Evidence Evidence { get; init; }

    public string? SignedOn { get; init; }

    public DateOnly? SignedEarliest { get; init; }

    public DateOnly? SignedLatest { get; init; }

    public DateOnly? SignedSort { get; init; }

    public required List<string> CityIds { get; init; }

    public required List<string> CityScope { get; init; }

    public required List<string> PartnerIds { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary><see cref="AgreementWords.Text"/>; null where nothing was looked for.</summary>
    public string? Text { get; init; }

    /// <summary>How well it fits what was looked for; null where the list is not in that order.</summary>
    public double? Rank { get; init; }
}

public static class ListedAgreementQueries
{
    private static readonly Expression<Func<AgreementListing, ListedAgreement>> Listed = l => new ListedAgreement
    {
        AgreementId = l.AgreementId,
        Number = l.Number,
        Title = l.Title,
        TitleLanguage = l.TitleLanguage,
        TitleZh = l.TitleZh,
        Kind = l.Kind,
        Status = l.Status,
        Evidence = l.Evidence,
        SignedOn = l.SignedOn,
        SignedEarliest = l.SignedEarliest,
        SignedLatest = l.SignedLatest,
        SignedSort = l.SignedSort,
        CityIds = l.CityIds,
        CityScope = l.CityScope,
        PartnerIds = l.PartnerIds,
        PublishedAt = l.PublishedAt,
    };

    private static readonly Expression<Func<AgreementListing, ListedAgreement>> Found = WithText();

    public static IQueryable<ListedAgreement> AsListed(this IQueryable<AgreementListing> listings) => listings.Select(Listed);

    /// <summary>With their words: a search shows where it found what.</summary>
    internal static IQueryable<ListedAgreement> AsFound(this IQueryable<AgreementListing> listings) => listings.Select(Found);

    private static Expression<Func<AgreementListing, ListedAgreement>> WithText()
    {
        Expression<Func<AgreementListing, string>> text = l => l.Words!.Text;
        var (made, row) = ((MemberInitExpression)Listed.Body, Listed.Parameters[0]);
        var binding = Expression.Bind(typeof(ListedAgreement).GetProperty(nameof(ListedAgreement.Text))!, ReplacingExpressionVisitor.Replace(text.Parameters[0], row, text.Body));
        return Expression.Lambda<Func<AgreementListing, ListedAgreement>>(made.Update(made.NewExpression, made.Bindings.Append(binding)), row);
    }
}

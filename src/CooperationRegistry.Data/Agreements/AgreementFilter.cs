using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Agreements;

/// <summary>The filter of the list, its files and its API. Values of one name are alternatives; names narrow each other.</summary>
public sealed record AgreementFilter
{
    /// <summary>As typed.</summary>
    public string? Q { get; init; }

    /// <summary>What <see cref="Q"/> asks of the store; null until <see cref="AgreementQueries.PrepareAsync"/> has read it.</summary>
    public SearchPlan? Search { get; init; }

    public IReadOnlyList<string> City { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Country { get; init; } = [];

    public IReadOnlyList<string> Partner { get; init; } = [];

    public IReadOnlyList<PartnerKind> PartnerKind { get; init; } = [];

    public IReadOnlyList<AgreementKind> Kind { get; init; } = [];

    public IReadOnlyList<AgreementStatus> Status { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<string> Sector { get; init; } = [];

    /// <summary>An agreement matches where its day of signing may lie in the span.</summary>
    public EdtfDate? SignedFrom { get; init; }

    public EdtfDate? SignedTo { get; init; }

    /// <summary>Years in which it may have been signed; <see cref="UnknownYear"/> for those signed in no known year, or not known to be signed.</summary>
    public IReadOnlyList<int> Year { get; init; } = [];

    /// <summary>In the address <c>unknown</c>.</summary>
    public const int UnknownYear = 0;

    public AgreementSort Sort { get; init; } = AgreementSort.NewestSigned;

    /// <summary>A cursor that another page gave: the rows behind it.</summary>
    public string? After { get; init; }

    /// <summary>The rows before it; not heeded beside <see cref="After"/>.</summary>
    public string? Before { get; init; }

    /// <summary>1 to 200.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Values().Any();

    private IEnumerable<object> Values() =>
        new object?[] { Q, SignedFrom, SignedTo }.OfType<object>()
            .Concat(Year.Cast<object>()).Concat(City).Concat(Country).Concat(Partner).Concat(Sector)
            .Concat(PartnerKind.Cast<object>()).Concat(Kind.Cast<object>()).Concat(Status.Cast<object>()).Concat(Evidence.Cast<object>());
}

/// <summary>In the address: <c>signed</c>, <c>-signed</c>, <c>title</c>, <c>number</c>, <c>-updated</c>, <c>relevance</c>.</summary>
public enum AgreementSort
{
    OldestSigned,
    NewestSigned,
    Title,
    Number,
    NewestUpdated,
    Relevance,
}

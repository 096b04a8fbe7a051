using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
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

    /// <summary>What is chosen of the facets, by their names and as the address has it; names of which nothing is chosen are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen =>
        new (string Name, IEnumerable<string> Values)[]
        {
            ("city", City),
            ("country", Country),
            ("partner", Partner),
            ("partnerKind", PartnerKind.Select(ContentJson.Name)),
            ("kind", Kind.Select(ContentJson.Name)),
            ("status", Status.Select(ContentJson.Name)),
            ("evidence", Evidence.Select(ContentJson.Name)),
            ("sector", Sector),
            ("year", Year.Select(AgreementFilterReader.Written)),
        }.Where(f => f.Values.Any()).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[.. f.Values]);

    /// <summary>What is chosen, as <see cref="Facet"/> writes it.</summary>
    /// <param name="but">A name that is left out; null for none.</param>
    public IEnumerable<(string Name, List<string> Facets)> Facets(string? but = null) =>
        Chosen.Where(c => c.Key != but).Select(c => (c.Key, c.Value.Select(value => Facet.Of(c.Key, value)).ToList()));

    /// <summary>Whether anything narrows the list beside what is chosen of facets.</summary>
    public bool HasWordsOrDates => Q is not null || SignedFrom is not null || SignedTo is not null;

    /// <summary>Whether nothing but words narrows the list.</summary>
    public bool IsWordsAlone => Q is not null && SignedFrom is null && SignedTo is null && Chosen.Count == 0;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => HasWordsOrDates || Chosen.Count > 0;

    /// <summary>The one value that is chosen, as <see cref="Facet"/> writes it; null where none, several, or words or dates narrow the list too.</summary>
    public string? OnlyFacet => OnlyFacetBut(null);

    /// <summary>The same where what is chosen of one name does not count.</summary>
    public string? OnlyFacetBut(string? name) => !HasWordsOrDates && Facets(name).ToList() is [var (_, facets)] && facets is [var facet] ? facet : null;
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

namespace CooperationRegistry.Data.Agreements;

/// <summary>How many agreements have a facet; kept by the database in step with <see cref="AgreementListing"/> (docs/adr/0021).</summary>
public sealed class FacetCount
{
    /// <summary>Of all agreements: the value of <see cref="Within"/>, and as a <see cref="Facet"/> the count of them.</summary>
    public const string Any = "";

    /// <summary>A facet of which the others are counted too, a country; or <see cref="Any"/>.</summary>
    public string Within { get; private set; } = "";

    /// <summary>As <see cref="Agreements.Facet"/> writes it; <see cref="Any"/> for the count of all.</summary>
    public string Facet { get; private set; } = "";

    /// <summary>The facet's name, made by the database.</summary>
    public string Name { get; private set; } = "";

    /// <summary>0 where there were some once.</summary>
    public int Agreements { get; private set; }
}

/// <summary>A place of an agreement in the list of one country, newest first; kept by the database in step with <see cref="AgreementListing"/>.</summary>
public sealed class ListingWithin
{
    /// <summary>A facet: <c>country=CN</c>.</summary>
    public string Within { get; private set; } = "";

    public DateOnly SignedFalling { get; private set; }

    public long Number { get; private set; }
}

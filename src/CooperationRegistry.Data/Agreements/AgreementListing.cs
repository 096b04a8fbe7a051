using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;

namespace CooperationRegistry.Data.Agreements;

/// <summary>One row a published agreement: all that lists, search and files need, written at publish.</summary>
public sealed class AgreementListing
{
    public string AgreementId { get; set; } = "";

    /// <summary>The number of the id, by which ids sort.</summary>
    public long Number { get; set; }

    /// <summary>In English where there is any, else in any language: <see cref="TitleLanguage"/>.</summary>
    public string Title { get; set; } = "";

    /// <summary>BCP 47.</summary>
    public string TitleLanguage { get; set; } = "";

    public string? TitleZh { get; set; }

    public AgreementKind Kind { get; set; }

    public AgreementStatus Status { get; set; }

    /// <summary>The day on which the calendar changes the status; null where only an edit can.</summary>
    public DateOnly? StatusChangesOn { get; set; }

    public Evidence Evidence { get; set; }

    /// <summary>EDTF, of the first event <c>signed</c>.</summary>
    public string? SignedOn { get; set; }

    public DateOnly? SignedEarliest { get; set; }

    public DateOnly? SignedLatest { get; set; }

    /// <summary>By which lists sort: the earliest possible day of signing, or the latest where only that is known.</summary>
    public DateOnly? SignedSort { get; set; }

    /// <summary><see cref="SignedSort"/>, or the last day there is: in rising order unknown years come last. Made by the database.</summary>
    public DateOnly SignedRising { get; private set; }

    /// <summary><see cref="SignedSort"/>, or the first day there is: in falling order unknown years come last. Made by the database.</summary>
    public DateOnly SignedFalling { get; private set; }

    /// <summary>The years in which it may have been signed, a hundred at most; where only one end is known, the year of that; none where no year is known.</summary>
    public List<int> SignedYears { get; set; } = [];

    public string? Place { get; set; }

    /// <summary>The agreement's cities (DESIGN section 4) by their names at signing, in the order of <see cref="CityIds"/>.</summary>
    public List<string> Cities { get; set; } = [];

    public List<string> CityIds { get; set; } = [];

    /// <summary>The cities and those they are districts of: what a filter by city means.</summary>
    public List<string> CityScope { get; set; } = [];

    public List<string> Countries { get; set; } = [];

    /// <summary>By their names at signing.</summary>
    public List<string> Partners { get; set; } = [];

    public List<string> PartnerIds { get; set; } = [];

    public List<PartnerKind> PartnerKinds { get; set; } = [];

    public List<string> Signatories { get; set; } = [];

    public List<string> Sectors { get; set; } = [];

    public List<string> Commitments { get; set; } = [];

    public List<string> Amounts { get; set; } = [];

    public List<string> Quantities { get; set; } = [];

    public List<string> Projects { get; set; } = [];

    public List<string> Relations { get; set; } = [];

    public string? Summary { get; set; }

    public List<string> Sources { get; set; } = [];

    public List<string> SourceUrls { get; set; } = [];

    /// <summary>What the filter can choose it by, as <see cref="Facet"/> writes it.</summary>
    public List<string> Facets { get; set; } = [];

    /// <summary>Read only where it is asked for.</summary>
    public AgreementWords? Words { get; set; }

    public int Revision { get; set; }

    public DateTimeOffset PublishedAt { get; set; }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Partners;

public sealed class PartnerContent : CitedContent, ISelfChecking
{
    [JsonIgnore]
    public override RecordKind Record => RecordKind.Partner;

    [NotEmpty]
    public List<PartnerName> Names { get; set; } = [];

    public PartnerKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-2; null for an international organisation.</summary>
    [CodeFrom(CodeListName.Countries)]
    public string? Country { get; set; }

    /// <summary>First level, ISO 3166-2: the region that a regional government governs, or where the partner sits.</summary>
    [CodeFrom(CodeListName.Subdivisions)]
    public string? Subdivision { get; set; }

    [Reference(RecordKind.City)]
    public string? Seat { get; set; }

    [Reference(RecordKind.Partner)]
    public string? ParentPartner { get; set; }

    /// <summary>Predecessors and successors.</summary>
    public List<Succession> Successions { get; set; } = [];

    public List<ExternalId> ExternalIds { get; set; } = [];

    [HttpAddress]
    public string? Website { get; set; }

    public LocalizedText? About { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Names.Count > 0 && Names.TrueForAll(n => n.Kind is not (PartnerNameKind.Official or PartnerNameKind.Trading)))
            yield return new Breach("names", Rule.OfficialNameMissing);
        if (Names.Count > 0 && !Names.Exists(n => n.IsRomanised()))
            yield return new Breach("names", Rule.RomanisedNameMissing);
        if (Country is null && Kind is not (PartnerKind.InternationalOrganisation or PartnerKind.DevelopmentBank))
            yield return new Breach("country", Rule.Required);
        if (Subdivision is not null && (Country is null || !Subdivision.StartsWith(Country + "-", StringComparison.Ordinal)))
            yield return new Breach("subdivision", Rule.SubdivisionElsewhere, Subdivision, Country ?? "");
    }
}

public enum PartnerKind
{
    NationalGovernment,
    RegionalGovernment,
    PublicAgency,
    Company,
    StateOwnedEnterprise,
    University,
    ResearchInstitute,
    Foundation,
    Association,
    InternationalOrganisation,
    DevelopmentBank,
}

public sealed class PartnerName : IKeyed, IName
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, StringLength(300)]
    public string Text { get; set; } = "";

    /// <summary>BCP 47 tag.</summary>
    [Required, LanguageTagRule]
    public string Language { get; set; } = "";

    public PartnerNameKind Kind { get; set; }

    public EdtfDate? From { get; set; }

    public EdtfDate? Until { get; set; }
}

public enum PartnerNameKind
{
    Official,
    Trading,
    Acronym,
    Former,
    Translation,
    Misprint,

    /// <summary>Another spelling of the same name.</summary>
    Variant,
}

public sealed class Succession : ListedReference
{
    public SuccessionSide Side { get; set; }

    [Required, Reference(RecordKind.Partner)]
    public string Partner { get; set; } = "";

    public SuccessionKind Kind { get; set; }

    public EdtfDate? Date { get; set; }
}

/// <summary>Which of the two the other partner is.</summary>
public enum SuccessionSide
{
    Predecessor,
    Successor,
}

public enum SuccessionKind
{
    Renamed,
    Merged,
    Split,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Cities;

public sealed class CityContent : CitedContent, ISelfChecking
{
    [JsonIgnore]
    public override RecordKind Record => RecordKind.City;

    [NotEmpty]
    public List<CityName> Names { get; set; } = [];

    public CityKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Required, CodeFrom(CodeListName.Countries)]
    public string Country { get; set; } = "";

    /// <summary>First level, ISO 3166-2.</summary>
    [CodeFrom(CodeListName.Subdivisions)]
    public string? Subdivision { get; set; }

    [Reference(RecordKind.City)]
    public string? ParentCity { get; set; }

    public Coordinates? Coordinates { get; set; }

    public List<ExternalId> ExternalIds { get; set; } = [];

    public LocalizedText? About { get; set; }

    public List<CityFigure> Figures { get; set; } = [];

    public IEnumerable<Breach> Breaches()
    {
        if (Names.Count > 0 && Names.TrueForAll(n => n.Kind != CityNameKind.Official))
            yield return new Breach("names", Rule.OfficialNameMissing);
        if (Names.Count > 0 && !Names.Exists(n => n.IsRomanised()))
            yield return new Breach("names", Rule.RomanisedNameMissing);
        if (Subdivision is not null && !Subdivision.StartsWith(Country + "-", StringComparison.Ordinal))
            yield return new Breach("subdivision", Rule.SubdivisionElsewhere, Subdivision, Country);
    }
}

public enum CityKind
{
    Municipality,
    PrefectureLevelCity,
    City,
    District,
    County,
    Town,
    SpecialZone,
}

public sealed class CityName : IKeyed, IName
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, StringLength(200)]
    public string Text { get; set; } = "";

    /// <summary>BCP 47 tag of the language, with the script where it is not the usual one: <c>zh-Hans</c>.</summary>
    [Required, LanguageTagRule]
    public string Language { get; set; } = "";

    public CityNameKind Kind { get; set; }

    public EdtfDate? From { get; set; }

    public EdtfDate? Until { get; set; }
}

public enum CityNameKind
{
    Official,
    LocalScript,
    Former,
    Variant,
}

/// <summary>An indicator of the city with its value: 7 % of drinking water lost, 44 measures in 10 fields.</summary>
public sealed class CityFigure : IKeyed, ISelfChecking
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, StringLength(500)]
    public LocalizedText Indicator { get; set; } = [];

    public Quantity? Quantity { get; set; }

    public Money? Money { get; set; }

    public FigureNature Nature { get; set; }

    public EdtfDate? Date { get; set; }

    public DateBasis? DateBasis { get; set; }

    /// <summary>Whose figure it is, where the source names someone: "the mayor".</summary>
    [StringLength(500)]
    public string? StatedBy { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Quantity is null && Money is null)
            yield return new Breach("quantity", Rule.ValueMissing);
    }
}

public enum FigureNature
{
    Observed,
    Target,
    Forecast,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Projects;

public sealed class ProjectContent : CitedContent, ISelfChecking
{
    [JsonIgnore]
    public override RecordKind Record => RecordKind.Project;

    [Required, StringLength(500)]
    public LocalizedText Title { get; set; } = [];

    public ProjectKind Kind { get; set; }

    public LocalizedText? Summary { get; set; }

    /// <summary>The city or the district where it stands.</summary>
    [Reference(RecordKind.City)]
    public string? City { get; set; }

    /// <summary>The place within the city, or the place where no city record fits.</summary>
    [StringLength(500)]
    public LocalizedText? Place { get; set; }

    public List<ProjectAgreement> Agreements { get; set; } = [];

    public List<ProjectOrganisation> Organisations { get; set; } = [];

    /// <summary>The last one in time is where it stands.</summary>
    public List<ProjectState> States { get; set; } = [];

    [CodeFrom(CodeListName.Sectors)]
    public List<string> Sectors { get; set; } = [];

    public List<ProjectCapacity> Capacities { get; set; } = [];

    public List<ProjectInvestment> Investments { get; set; } = [];

    public Quantity? Jobs { get; set; }

    /// <summary>Where the record stands for several: 58 key projects.</summary>
    public Quantity? Count { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (City is null && (Place is null || Place.Count == 0))
            yield return new Breach("city", Rule.PlaceMissing);
        if (Jobs is { Dimension: not Dimension.Jobs })
            yield return new Breach("jobs", Rule.WrongDimension, ContentJson.Name(Jobs.Unit), "job");
        if (Count is { Dimension: not Dimension.Count })
            yield return new Breach("count", Rule.WrongDimension, ContentJson.Name(Count.Unit), "each");
    }
}

public enum ProjectKind
{
    IndustrialPark,
    ManufacturingBase,
    PowerPlant,
    Storage,
    Grid,
    DistrictHeating,
    Building,
    InnovationCentre,
    Research,
    Programme,
}

/// <summary>An agreement that the project comes from.</summary>
public sealed class ProjectAgreement : ListedReference
{
    [Required, Reference(RecordKind.Agreement)]
    public string Agreement { get; set; } = "";
}

public sealed class ProjectOrganisation : ListedReference, ISelfChecking
{
    [Reference(RecordKind.City)]
    public string? City { get; set; }

    [Reference(RecordKind.Partner)]
    public string? Partner { get; set; }

    public OrganisationRole Role { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (City is null == Partner is null)
            yield return new Breach("", Rule.OneOfCityAndPartner);
    }
}

public enum OrganisationRole
{
    Founder,
    Owner,
    Developer,
    Investor,
    Operator,
    Supplier,
    Host,
    Research,
}

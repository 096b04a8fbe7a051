using System.ComponentModel.DataAnnotations;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Projects;

public sealed class ProjectState : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    public ProjectStatus Status { get; set; }

    public EdtfDate? Date { get; set; }

    public DateBasis? DateBasis { get; set; }

    public EdtfDate? NotBefore { get; set; }

    public EdtfDate? NotAfter { get; set; }

    public LocalizedText? Note { get; set; }
}

public enum ProjectStatus
{
    Proposed,
    Planned,
    UnderConstruction,
    Operating,
    Suspended,
    Cancelled,
    Closed,
}

public sealed class ProjectCapacity : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    public CapacityStage Stage { get; set; }

    [StringLength(500)]
    public LocalizedText? Label { get; set; }

    [Required]
    public Quantity? Quantity { get; set; }

    public EdtfDate? Date { get; set; }
}

public enum CapacityStage
{
    Initial,
    Final,
}

public sealed class ProjectInvestment : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    [StringLength(500)]
    public LocalizedText? Label { get; set; }

    [Required]
    public Money? Money { get; set; }

    public EdtfDate? Date { get; set; }
}

public static class ProjectStatuses
{
    /// <summary>The latest state by the same order as an agreement's events; null where none is known.</summary>
    public static ProjectState? Current(this ProjectContent project) =>
        project.States
            .Where(s => !project.States.Exists(other => (s.Date?.Latest ?? s.NotAfter?.Latest) < (other.Date?.Earliest ?? other.NotBefore?.Earliest)))
            .OrderByDescending(s => s.Status)
            .ThenBy(s => s.Key, StringComparer.Ordinal)
            .FirstOrDefault();
}

using System.ComponentModel.DataAnnotations;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Agreements;

public sealed class AgreementEvent : IKeyed, ISelfChecking
{
    [ItemKey]
    public string Key { get; set; } = "";

    public EventKind Kind { get; set; }

    public EdtfDate? Date { get; set; }

    public DateBasis? DateBasis { get; set; }

    [StringLength(200)]
    public string? DateAsPrinted { get; set; }

    /// <summary>Bounds of a date that is not known outright: "not earlier than 2016".</summary>
    public EdtfDate? NotBefore { get; set; }

    public EdtfDate? NotAfter { get; set; }

    /// <summary>How long it took, for a visit: "four days".</summary>
    public Quantity? Duration { get; set; }

    /// <summary>Of a statement only.</summary>
    public StatementKind? Statement { get; set; }

    /// <summary>What happened, or what was said.</summary>
    public LocalizedText? Note { get; set; }

    public List<Presence> Present { get; set; } = [];

    /// <summary>How many came, where the source counts more than it names: "about 20 companies".</summary>
    public Quantity? Attendance { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Kind == EventKind.Statement && (Note is null || Note.Count == 0))
            yield return new Breach("note", Rule.StatementEmpty);
        if (Kind != EventKind.Statement && Statement is not null)
            yield return new Breach("statement", Rule.OnlyForStatements, ContentJson.Name(Statement.Value));
        if (NotBefore?.Earliest is { } from && NotAfter?.Latest is { } to && from > to)
            yield return new Breach("notAfter", Rule.BoundsReversed, NotAfter.Text, NotBefore.Text);
    }
}

/// <summary>In the order in which an agreement lives; undated events are taken in this order.</summary>
public enum EventKind
{
    Sought,
    Announced,
    Approved,
    Signed,
    InForce,
    Amended,
    Renewed,
    Suspended,
    Resumed,
    Completed,
    Expired,
    Terminated,
    Withdrawn,

    /// <summary>The parties work together, whatever is known of a document: it says when, and changes no status.</summary>
    Cooperation,
    Visit,
    Statement,
}

public enum StatementKind
{
    Hope,
    Stance,
    Claim,
}

/// <summary>A person, an organisation, or a person for an organisation.</summary>
public sealed class Presence : IKeyed, ISelfChecking
{
    [ItemKey]
    public string Key { get; set; } = "";

    /// <summary>The name as printed.</summary>
    [StringLength(200)]
    public string? Person { get; set; }

    [StringLength(200)]
    public string? PersonKnownAs { get; set; }

    [StringLength(500)]
    public LocalizedText? Title { get; set; }

    [StringLength(300)]
    public string? Organisation { get; set; }

    /// <summary>The party that the person or organisation belongs to.</summary>
    [KeyOf("parties")]
    public string? Party { get; set; }

    public PresenceRole Role { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Person is null && Organisation is null && Party is null)
            yield return new Breach("person", Rule.PresenceUnnamed);
    }
}

public enum PresenceRole
{
    Attendee,
    Speaker,
    Host,
    Visitor,
    DelegationMember,
}

/// <summary>The occasion at which it was signed. Agreements signed together carry it each and are tied by the relation <c>sameEvent</c>.</summary>
public sealed class SigningEvent
{
    [StringLength(500)]
    public LocalizedText? Name { get; set; }

    [StringLength(500)]
    public LocalizedText? Place { get; set; }

    [Reference(RecordKind.City)]
    public string? City { get; set; }

    public EdtfDate? Date { get; set; }

    public DateBasis? DateBasis { get; set; }

    public bool? Online { get; set; }

    public List<Presence> Present { get; set; } = [];
}

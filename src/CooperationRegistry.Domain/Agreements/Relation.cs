using System.ComponentModel.DataAnnotations;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Agreements;

/// <summary>This agreement amends, renews … the other one.</summary>
public sealed class Relation : ListedReference
{
    public RelationKind Kind { get; set; }

    [Required, Reference(RecordKind.Agreement)]
    public string Agreement { get; set; } = "";

    public LocalizedText? Note { get; set; }
}

public enum RelationKind
{
    Amends,
    Renews,
    Supersedes,
    Implements,
    Under,
    SameEvent,
}

/// <summary>How long it runs: months from its start, or an end.</summary>
public sealed class Term : ISelfChecking
{
    [Range(1, 1200)]
    public int? Months { get; set; }

    public EdtfDate? End { get; set; }

    public Renewal? Renewal { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Months is null && End is null && Renewal is null && Note is null)
            yield return new Breach("months", Rule.ValueMissing);
    }
}

public enum Renewal
{
    None,
    ByAgreement,
    Automatic,
}

using System.ComponentModel.DataAnnotations;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Agreements;

/// <summary>What was promised, by whom, by when, and how it stands.</summary>
public sealed class Commitment : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, StringLength(2000)]
    public LocalizedText Text { get; set; } = [];

    /// <summary>Empty: by all parties.</summary>
    [KeyOf("parties")]
    public List<string> PromisedBy { get; set; } = [];

    public Quantity? Quantity { get; set; }

    public Money? Money { get; set; }

    public EdtfDate? Due { get; set; }

    public Baseline? Baseline { get; set; }

    public List<Progress> Progress { get; set; } = [];

    public Outcome Outcome { get; set; }
}

/// <summary>What the promise is measured against.</summary>
public sealed class Baseline : ISelfChecking
{
    public EdtfDate? Date { get; set; }

    public Quantity? Quantity { get; set; }

    public Money? Money { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Quantity is null && Money is null && Note is null)
            yield return new Breach("quantity", Rule.ValueMissing);
    }
}

public sealed class Progress : IKeyed, ISelfChecking
{
    [ItemKey]
    public string Key { get; set; } = "";

    public EdtfDate? Date { get; set; }

    public Quantity? Quantity { get; set; }

    public Money? Money { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Quantity is null && Money is null && Note is null)
            yield return new Breach("note", Rule.ValueMissing);
    }
}

public enum Outcome
{
    Open,
    Met,
    PartlyMet,
    Missed,
    Dropped,
}

/// <summary>An amount of money that the agreement names.</summary>
public sealed class NamedAmount : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, StringLength(500)]
    public LocalizedText Label { get; set; } = [];

    [Required]
    public Money? Money { get; set; }

    public EdtfDate? Date { get; set; }

    public LocalizedText? Note { get; set; }
}

/// <summary>A quantity that the agreement names.</summary>
public sealed class NamedQuantity : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, StringLength(500)]
    public LocalizedText Label { get; set; } = [];

    [Required]
    public Quantity? Quantity { get; set; }

    public EdtfDate? Date { get; set; }

    public LocalizedText? Note { get; set; }
}

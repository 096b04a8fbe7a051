using System.ComponentModel.DataAnnotations;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Agreements;

/// <summary>A city or a partner, in the order of the document; possibly on behalf of another.</summary>
public sealed class Party : ListedReference, ISelfChecking
{
    [Reference(RecordKind.City)]
    public string? City { get; set; }

    [Reference(RecordKind.Partner)]
    public string? Partner { get; set; }

    public PartyRole Role { get; set; }

    [Reference(RecordKind.City)]
    public string? OnBehalfOfCity { get; set; }

    [Reference(RecordKind.Partner)]
    public string? OnBehalfOfPartner { get; set; }

    /// <summary>The name as the source spells it here, where that differs from the record's.</summary>
    [StringLength(300)]
    public string? NameAsPrinted { get; set; }

    public LocalizedText? Note { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (City is null == Partner is null)
            yield return new Breach("", Rule.OneOfCityAndPartner);
        if (OnBehalfOfCity is not null && OnBehalfOfPartner is not null)
            yield return new Breach("onBehalfOfPartner", Rule.OneOfCityAndPartner, OnBehalfOfPartner);
    }
}

public enum PartyRole
{
    Signatory,
    Founder,
    Beneficiary,
    ImplementingBody,
    Supporter,
    Witness,

    /// <summary>Takes part; that it signs is not said.</summary>
    Participant,
}

/// <summary>One person's signature; it may bind several parties. No person: someone signed whom the source does not name.</summary>
public sealed class Signature : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    /// <summary>The person's name as printed.</summary>
    [StringLength(200)]
    public string? Person { get; set; }

    /// <summary>The established form of the name, where the source misprints it.</summary>
    [StringLength(200)]
    public string? PersonKnownAs { get; set; }

    [StringLength(500)]
    public LocalizedText? Title { get; set; }

    [NotEmpty, KeyOf("parties")]
    public List<string> Parties { get; set; } = [];

    /// <summary>In what capacity, where it is not the title alone: "representing the governor".</summary>
    [StringLength(500)]
    public LocalizedText? Capacity { get; set; }
}

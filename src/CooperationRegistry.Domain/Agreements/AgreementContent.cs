using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Agreements;

public sealed class AgreementContent : CitedContent, ISelfChecking
{
    [JsonIgnore]
    public override RecordKind Record => RecordKind.Agreement;

    [Required, StringLength(500)]
    public LocalizedText Title { get; set; } = [];

    public AgreementKind Kind { get; set; }

    /// <summary>What the source calls it: "memorandum of understanding on strategic cooperation".</summary>
    [StringLength(500)]
    public string? InstrumentAsPrinted { get; set; }

    public Evidence Evidence { get; set; }

    public LocalizedText? Summary { get; set; }

    [NotEmpty]
    public List<Party> Parties { get; set; } = [];

    public List<Signature> Signatures { get; set; } = [];

    public List<AgreementEvent> Events { get; set; } = [];

    public SigningEvent? SigningEvent { get; set; }

    public Term? Term { get; set; }

    [CodeFrom(CodeListName.Sectors)]
    public List<string> Sectors { get; set; } = [];

    public List<Commitment> Commitments { get; set; } = [];

    public List<NamedAmount> Amounts { get; set; } = [];

    public List<NamedQuantity> Quantities { get; set; } = [];

    public List<Relation> Relations { get; set; } = [];

    public List<Attachment> Attachments { get; set; } = [];

    public IEnumerable<Breach> Breaches()
    {
        if (Evidence != Evidence.Mentioned && !Events.Exists(e => AgreementStatuses.SetBy(e.Kind) is not null))
            yield return new Breach("events", Rule.StandingEventMissing);
        foreach (var twin in Parties.Where(p => p.City is not null || p.Partner is not null).GroupBy(p => (p.City, p.Partner, p.Role)).Where(g => g.Count() > 1))
            yield return new Breach($"parties/{twin.Last().Key}", Rule.PartyTwice, twin.Key.City ?? twin.Key.Partner!);
        if (SigningEvent?.Date is { IsReadable: true } held && Events.Find(e => e.Kind == EventKind.Signed)?.Date is { IsReadable: true } signed && held != signed)
            yield return new Breach("signingEvent/date", Rule.SigningDatesDiffer, held.Text, signed.Text);
    }
}

public enum AgreementKind
{
    MemorandumOfUnderstanding,
    StrategicCooperationAgreement,
    FrameworkAgreement,
    Contract,
    JointDeclaration,
    LetterOfIntent,
    JointEstablishment,
    SisterCityTie,
    ProgrammeParticipation,

    /// <summary>Cooperation for which the source names no instrument.</summary>
    NotStated,
}

/// <summary>How well the agreement itself is attested. A mention is not a signing and is never counted as one.</summary>
public enum Evidence
{
    Documented,
    Reported,
    Announced,
    Mentioned,
}

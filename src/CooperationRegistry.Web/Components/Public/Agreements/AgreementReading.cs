using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>What the pages read out of an agreement.</summary>
internal static class AgreementReading
{
    /// <summary>By their earliest day; those without one where the life of an agreement has them.</summary>
    public static IEnumerable<AgreementEvent> InOrder(this AgreementContent agreement) =>
        agreement.Events.OrderBy(e => e.Date?.Earliest ?? e.NotBefore?.Earliest ?? DateOnly.MinValue).ThenBy(e => e.Kind);

    public static AgreementEvent? Signing(this AgreementContent agreement) => agreement.Events.Find(e => e.Kind == EventKind.Signed);

    /// <summary>The record that the party is.</summary>
    public static (RecordKind Kind, string Id) Named(this Party party) =>
        party.City is { } city ? (RecordKind.City, city) : (RecordKind.Partner, party.Partner!);

    /// <summary>Keys of texts that say what the record does not know.</summary>
    public static IReadOnlyList<string> Unknowns(this AgreementContent agreement)
    {
        if (agreement.Evidence == Evidence.Mentioned)
            return [.. Always(agreement).Prepend("Unknown_Document")];
        if (agreement.Signing() is not { } signed)
            return [.. Always(agreement).Prepend("Unknown_WhetherSigned")];
        return [.. Signing(agreement, signed), .. Always(agreement)];
    }

    private static IEnumerable<string> Signing(AgreementContent agreement, AgreementEvent signed)
    {
        if (signed.Date is null)
            yield return "Unknown_SigningDate";
        else if (!signed.Date.HasYear)
            yield return "Unknown_SigningYear";
        if (agreement.SigningEvent is not ({ Place: not null } or { City: not null } or { Online: true }))
            yield return "Unknown_Place";
        if (!agreement.Signatures.Exists(s => s.Person is not null))
            yield return "Unknown_Signers";
    }

    private static IEnumerable<string> Always(AgreementContent agreement)
    {
        if (agreement.Term is not ({ Months: not null } or { End: not null }))
            yield return "Unknown_Term";
        if (agreement.Commitments.Count == 0)
            yield return "Unknown_Commitments";
        else if (agreement.Commitments.TrueForAll(c => c.Due is null))
            yield return "Unknown_Due";
        else if (agreement.Commitments.TrueForAll(c => c.Outcome == Outcome.Open && c.Progress.Count == 0))
            yield return "Unknown_Progress";
        if (agreement.Amounts.Count == 0 && agreement.Commitments.TrueForAll(c => c.Money is null))
            yield return "Unknown_Money";
    }
}

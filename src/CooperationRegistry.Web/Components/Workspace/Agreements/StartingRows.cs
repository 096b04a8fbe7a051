using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Components.Workspace.Agreements;

internal static class StartingRows
{
    /// <summary>Offers the rows of the plain case: two parties, a signing, a source. What stays blank is dropped at submit.</summary>
    public static void Offer(this DraftEditor editor)
    {
        var content = editor.Agreement;
        while (content.Parties.Count < 2)
            content.Parties.Add(new Party { Key = editor.NextKey("p") });
        if (content.Events.Count == 0)
            content.Events.Add(new AgreementEvent { Key = editor.NextKey("e"), Kind = EventKind.Signed });
        if (content.Citations.Count == 0)
            editor.BeginCitation();
    }

    /// <summary>A new entry mostly comes from a report, not from the paper itself.</summary>
    public static void Begin(this DraftEditor editor)
    {
        editor.Agreement.Evidence = Evidence.Reported;
        editor.Offer();
    }

    public static string AddressOf(RecordKind kind, string? recordId, long draft) =>
        kind != RecordKind.Agreement ? $"/workspace/review/{draft}"
        : recordId is null ? $"/workspace/agreements/new?draft={draft}"
        : $"/workspace/agreements/{recordId}/edit?draft={draft}";
}

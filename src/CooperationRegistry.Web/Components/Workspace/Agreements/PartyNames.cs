using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Components.Workspace.Agreements;

internal static class PartyNames
{
    /// <summary>The parties as lists of choices name them; rows that nobody filled in are left out.</summary>
    public static IReadOnlyList<(string Key, string Label)> PartyOptions(this AgreementContent agreement, DraftEditor editor) =>
        [.. agreement.Parties.Where(p => !Tidying.IsBlank(p)).Select(p => (p.Key, editor.NameOf(p)))];

    public static string NameOf(this DraftEditor editor, Party party) =>
        (party.City ?? party.Partner) is { } id ? editor.NameOf(id) : party.NameAsPrinted ?? "";
}

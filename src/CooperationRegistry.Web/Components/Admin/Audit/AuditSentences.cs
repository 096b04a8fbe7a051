using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Admin.Audit;

/// <summary>An entry in words. The part that may be a link stands between the two others.</summary>
/// <param name="Note">The reviewer's, or what else was kept with it.</param>
public sealed record AuditSentence(string Before, string Subject, string After, string? Note);

/// <summary>The audit log in the words of the reader's language.</summary>
public sealed class AuditSentences(IStringLocalizer<AuditTexts> texts, IStringLocalizer<WorkspaceTexts> names)
{
    private const string Place = "\u0001";

    public string Of(AuditFault fault) =>
        fault.Revision is { } revision ? texts[$"Fault_{fault.Kind}", revision]
        : fault.First == fault.Last ? texts[$"Fault_{fault.Kind}", fault.First]
        : texts[$"Fault_{fault.Kind}_Several", fault.First, fault.Last];

    public string Whole(AuditReport report) =>
        texts["Whole", report.Entries, report.Revisions] + (report.Unmarked > 0 ? " " + texts["Unmarked", report.Unmarked] : "");

    public string Head(AuditReport report) => texts["Head", report.Head.ToString()];

    /// <summary>What an action is called in a list to choose from.</summary>
    public string Name(string action) => Known("Name_", action)?.Value ?? action;

    public AuditSentence Of(AuditEntry entry)
    {
        var (subject, number) = Subject(entry);
        var note = entry.Action == AuditLine.Published ? RevisionMark.Read(entry.Details).Note : entry.Details;
        var template = Known("Did_", entry.Action, Place, number ?? Detail(entry)) ?? texts["Did", Place, entry.Action];
        var parts = template.Value.Split(Place);
        return new AuditSentence(parts[0], subject, parts.ElementAtOrDefault(1) ?? "", IsTold(entry.Action) ? null : note);
    }

    /// <summary>The record that an entry is about, and its revision; null where it is about something else.</summary>
    public static (string Id, int Revision)? RecordOf(AuditEntry entry) =>
        entry.Action.StartsWith("record.", StringComparison.Ordinal) && entry.Subject.Split(' ') is [var id, ['r', .. var number]] && int.TryParse(number, out var revision) ? (id, revision) : null;

    /// <summary>The proposal that an entry is about.</summary>
    public static long? ProposalOf(AuditEntry entry) => NumberOf(entry, "proposal");

    /// <summary>The import that an entry is about.</summary>
    public static long? ImportOf(AuditEntry entry) => NumberOf(entry, "import");

    private static long? NumberOf(AuditEntry entry, string what) =>
        entry.Subject.Split(' ') is [var first, var number] && first == what && long.TryParse(number, out var id) ? id : null;

    private (string Subject, string? Number) Subject(AuditEntry entry)
    {
        if (RecordOf(entry) is { } record)
            return (record.Id, record.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var subject = ProposalOf(entry) is { } proposal ? texts["Proposal", proposal].Value
            : ImportOf(entry) is { } import ? texts["Import", import].Value
            : entry.Action == "file.kept" ? entry.Details
            : Known("Setting_", entry.Subject)?.Value;
        return (subject ?? entry.Subject, null);
    }

    private string? Detail(AuditEntry entry) =>
        entry.Details is { } details && names[$"Role_{details}"] is { ResourceNotFound: false } role ? role : Known("Value_", entry.Details ?? "")?.Value ?? entry.Details;

    // Their sentences have the details in them.
    private static bool IsTold(string action) => action is "account.added" or "account.invited" or "account.roleChanged" or "settings.changed" or "file.kept";

    private LocalizedString? Known(string start, string code, params object?[] blanks) =>
        texts[start + code.Replace('.', '_'), blanks!] is { ResourceNotFound: false } text ? text : null;
}

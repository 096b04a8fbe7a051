using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Components.Workspace.Forms;

/// <summary>Where the form of each kind of record is.</summary>
internal static class FormAddress
{
    private static readonly Dictionary<RecordKind, string> Folders = new()
    {
        [RecordKind.Agreement] = "agreements",
        [RecordKind.City] = "cities",
        [RecordKind.Partner] = "partners",
        [RecordKind.Project] = "projects",
        [RecordKind.CapacityStat] = "capacity",
        [RecordKind.Source] = "sources",
    };

    /// <summary>In the order of the "new" menu.</summary>
    public static IEnumerable<RecordKind> Kinds => Folders.Keys;

    public static string New(RecordKind kind) => $"/workspace/{Folders[kind]}/new";

    public static string Edit(RecordKind kind, string recordId) => $"/workspace/{Folders[kind]}/{recordId}/edit";

    public static string Withdraw(RecordKind kind, string recordId) => $"/workspace/{Folders[kind]}/{recordId}/withdraw";

    public static string Draft(RecordKind kind, string? recordId, long draft) => $"{(recordId is null ? New(kind) : Edit(kind, recordId))}?draft={draft}";

    /// <param name="path">Of a form's address: <c>/workspace/cities/new</c>.</param>
    public static RecordKind KindAt(string path) => Folders.First(f => path.StartsWith($"/workspace/{f.Value}/", StringComparison.Ordinal)).Key;
}

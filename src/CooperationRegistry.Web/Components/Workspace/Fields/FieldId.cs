namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>The id of the box for a path of the draft, which the list of problems links to.</summary>
internal static class FieldId
{
    public static string Of(string path) => "f-" + path.Replace('/', '-').Replace('~', 'n');
}

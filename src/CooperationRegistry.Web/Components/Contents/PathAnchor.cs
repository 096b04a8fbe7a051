namespace CooperationRegistry.Web.Components.Contents;

/// <summary>The id of the element that shows a place of a content.</summary>
internal static class PathAnchor
{
    public static string Of(string path) => "at-" + path.Replace('/', '-').Replace('~', 'n');
}

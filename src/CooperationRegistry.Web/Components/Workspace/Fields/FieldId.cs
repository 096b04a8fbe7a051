using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>The id of the box for a content path, which the list of problems links to.</summary>
internal static class FieldId
{
    public static string Of(string path) => "f-" + path.Replace('/', '-').Replace('~', 'n');

    /// <summary>Attributes that tie a box to its problem, and to a reading below it.</summary>
    public static string? DescribedBy(DraftEditor editor, string path, bool hasReading)
    {
        var error = editor.At(path).Any() ? Of(path) + "-error" : null;
        var reading = hasReading ? Of(path) + "-reading" : null;
        return (error, reading) switch
        {
            (null, null) => null,
            (_, null) => error,
            (null, _) => reading,
            _ => $"{error} {reading}",
        };
    }

    public static string? Invalid(DraftEditor editor, string path) => editor.At(path).Any() ? "true" : null;
}

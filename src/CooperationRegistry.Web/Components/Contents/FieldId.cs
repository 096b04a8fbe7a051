namespace CooperationRegistry.Web.Components.Contents;

/// <summary>The id of the box, or of whatever else shows a place of a draft, for links to it from lists of problems and notes.</summary>
internal static class FieldId
{
    /// <param name="path">Of the place; behind a record made on the way its temporary id: <c>~1/names</c>.</param>
    public static string Of(string path) => "f-" + path.Replace('/', '-').Replace('~', 'n');
}

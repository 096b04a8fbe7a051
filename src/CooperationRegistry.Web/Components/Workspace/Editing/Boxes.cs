using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>The boxes that stand for other places than the one they are named for. Every other value has the box of its own path.</summary>
internal static partial class Boxes
{
    /// <summary>A source's title is one box, in the language of the source.</summary>
    public static string TitleTag(this SourceContent source) => LanguageTag.IsValid(source.Language) ? source.Language! : "en";

    /// <summary>The path of the box that a place of the record is typed into.</summary>
    public static string BoxOf(this EditedRecord record, string path) =>
        record.Content is SourceContent source && path.Split('/')[0] == "title"
            ? $"title/{source.TitleTag()}"
            : Organisation().Replace(Whole().Replace(path, "${box}"), "${box}/record");

    [GeneratedRegex("""
        ^(?<box>parties/[^/]+)/(city|partner)$
        | ^(?<box>parties/[^/]+/onBehalfOf)(City|Partner)$
        | ^(?<box>attachments/[^/]+|attachment)/(fileName|mediaType|sha256|length)$
        | ^(?<box>disputes/[^/]+)/path$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Whole();

    [GeneratedRegex("^(?<box>organisations/[^/]+)(/(city|partner))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Organisation();
}

using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Contents;

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

    /// <summary>Moves the focus to a box. A record made on the way has its boxes in a dialog of its own, which opens; a source has them in the form.</summary>
    public static async Task GoAsync(this DraftEditor editor, string box, PageScript script)
    {
        if (editor.RecordAt(box, out _) is { IsMade: true, Content: not SourceContent } record && record != editor.Opened)
            editor.Open(editor.Companion(record.TemporaryId)!, editor.OpenerOf(record), box);
        else
            await script.FocusIdAsync(FieldId.Of(box));
    }

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

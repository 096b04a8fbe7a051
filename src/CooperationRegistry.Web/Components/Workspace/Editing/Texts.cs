using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>An empty box is no value, not an empty one.</summary>
internal static class Texts
{
    public static string? OrNull(string? typed) => string.IsNullOrEmpty(typed) ? null : typed;

    public static EdtfDate? Date(string? typed) => string.IsNullOrEmpty(typed) ? null : new EdtfDate(typed);

    /// <summary>The text with one language set or, where nothing was typed, removed; null where none is left.</summary>
    public static LocalizedText? With(this LocalizedText? text, string language, string? typed)
    {
        var all = new LocalizedText();
        foreach (var (tag, other) in text ?? [])
            all[tag] = other;
        if (string.IsNullOrEmpty(typed))
            all.Remove(language);
        else
            all[language] = typed;
        return all.Count == 0 ? null : all;
    }
}

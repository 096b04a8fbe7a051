using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

/// <summary>A text in one or more languages: BCP 47 tag to text, in the order of the tags. Equal by content.</summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : SortedDictionary<string, string>, IEquatable<LocalizedText>
{
    public LocalizedText()
        : base(StringComparer.Ordinal)
    {
    }

    public LocalizedText(string tag, string text)
        : this() => Add(tag, text);

    public static LocalizedText En(string text) => new("en", text);

    /// <summary>The text under exactly that tag.</summary>
    public string? For(string language) => TryGetValue(language, out var text) ? text : null;

    /// <summary>
    /// The text that suits a reader of the language best: its tag, the tag shortened from the end, any tag of the same
    /// language, English, then whatever comes first. Null only where there is no text.
    /// </summary>
    public (string Tag, string Text)? Best(string language)
    {
        foreach (var tag in Shortened(language))
        {
            if (TryGetValue(tag, out var text))
                return (tag, text);
        }

        var primary = language.Split('-')[0];
        foreach (var (tag, text) in this)
        {
            if (tag.Split('-')[0] == primary)
                return (tag, text);
        }

        if (TryGetValue("en", out var english))
            return ("en", english);
        return Count == 0 ? null : (Keys.First(), Values.First());
    }

    public bool Equals(LocalizedText? other) => other is not null && Count == other.Count && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (tag, text) in this)
        {
            hash.Add(tag, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => Best("en")?.Text ?? "";

    private static IEnumerable<string> Shortened(string tag)
    {
        for (var end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
            yield return tag[..end];
    }
}

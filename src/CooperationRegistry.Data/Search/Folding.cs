using System.Globalization;
using System.Text;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Search;

/// <summary>Brings names and addresses into the form in which they are compared. Any text can be folded, broken ones too.</summary>
internal static class Folding
{
    /// <summary>No title and no address is longer; what is pasted beyond it tells nothing more.</summary>
    private const int Longest = 1000;

    /// <summary>Letters that no decomposition takes apart.</summary>
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ø'] = "o",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ß'] = "ss",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ı'] = "i",
    };

    public static string? Plain(char letter) => Letters.GetValueOrDefault(letter);

    /// <summary>Letters and digits of any script in lower case, without accents; one space for all else. What only steers how text is set is nothing.</summary>
    public static string Text(string text) => Beginning(text, Longest);

    /// <summary>As <see cref="Text"/>, of what may be longer than a name.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">In UTF-16 units; what follows is left out.</param>
    public static string Beginning(string text, int longest)
    {
        if (text.Length <= longest && IsSimple(text))
            return Simple(text);
        var folded = new StringBuilder();
        foreach (var rune in Whole(text, longest).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (rune.IsBmp && Plain((char)rune.Value) is { } plain)
                folded.Append(plain);
            else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
                folded.Append(rune.ToString());
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || rune.Value is '\'' or '’')
                continue;
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // What most texts are made of, and no normalisation changes: ASCII and the common Chinese characters.
    private static bool IsSimple(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (> '\0' and <= '\x7F' or >= '\u4E00' and <= '\u9FA5'))
                return false;
        }
        return true;
    }

    private static string Simple(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter > '\x7F' || char.IsAsciiLetterOrDigit(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (letter != '\'' && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>As <see cref="Text"/>; a city also without the word for city at the end: 大同市 is 大同.</summary>
    public static string Name(RecordKind kind, string name)
    {
        var folded = Text(name);
        if (kind != RecordKind.City)
            return folded;
        if (folded.Length > 2 && folded[^1] is '市' or '县' or '縣' or '区' or '區')
            return folded[..^1];
        return folded.EndsWith(" shi", StringComparison.Ordinal) || folded.EndsWith(" city", StringComparison.Ordinal) ? folded[..folded.LastIndexOf(' ')] : folded;
    }

    /// <summary>Without scheme, www, trailing slash, fragment and what only counts visitors; null where it is no address.</summary>
    public static string? Address(string? address)
    {
        var text = Whole(address ?? "").Trim();
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !uri.Host.Contains('.', StringComparison.Ordinal))
            return null;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)).ToList();
        return $"{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.AbsolutePath.TrimEnd('/')}{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }

    // Half of a pair is no character, and neither normalisation nor the store takes it; nor does the store take NUL.
    private static string Whole(string text, int longest = Longest)
    {
        var whole = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, longest)).EnumerateRunes())
            whole.Append(rune.Value is 0 or 0xFFFD ? " " : rune.ToString());
        return whole.ToString();
    }
}

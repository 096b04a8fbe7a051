using System.Globalization;
using System.Text;

namespace CooperationRegistry.Data.Sources;

/// <summary>A file name that any system can save and that looks like what it is.</summary>
public static class AttachmentName
{
    /// <summary>Characters, with the extension.</summary>
    public const int Longest = 255;

    private const int LongestExtension = 8;

    /// <summary>Without folders, and without characters that are not seen, turn the writing round or mean something to a file system.</summary>
    /// <param name="name">As it came.</param>
    /// <param name="type">Whose extension it gets, in the place of one that says something else.</param>
    public static string Tidy(string name, AttachmentType? type)
    {
        var tidy = Cleaned(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        var extension = ExtensionOf(tidy);
        var stem = tidy[..^extension.Length].Trim(' ', '.');
        if (type is not null && !type.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            // "scan.pdf.exe" was a PDF called scan.pdf, not scan.pdf.pdf.
            extension = type.Extensions.FirstOrDefault(e => stem.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ?? type.Extensions[0];
            stem = stem.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? stem[..^extension.Length] : stem;
        }
        stem = Cut(stem.TrimEnd(' ', '.'), Longest - extension.Length);
        return (stem.Length == 0 ? "attachment" : stem) + extension;
    }

    private static string Cleaned(string name)
    {
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                kept.Append(kept.Length == 0 || kept[^1] == ' ' ? "" : " ");
            else if (rune.Value is '"' or '<' or '>' or ':' or '|' or '?' or '*')
                kept.Append('_');
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                kept.Append(rune);
        }
        // Composed, so that the same name is the same whichever system it came from.
        return kept.ToString().Trim(' ', '.').Normalize();
    }

    // "Report no. 3" and "v1.2" end in no extension.
    private static string ExtensionOf(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length is > 1 and <= LongestExtension && extension[1..].All(char.IsAsciiLetterOrDigit) && extension.Any(char.IsAsciiLetter) ? extension : "";
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd(' ', '.');
    }
}

using System.Text.RegularExpressions;

namespace CooperationRegistry.Data.Search;

/// <summary>A stretch of a text.</summary>
/// <param name="IsMatch">It is what was looked for.</param>
public sealed record TextPiece(string Text, bool IsMatch);

/// <summary>Shows where a text has what was looked for. The store decides what is found; here words are compared by their beginnings, which comes near enough to be shown.</summary>
public static partial class SearchMatch
{
    private const int Before = 60;
    private const int Longest = 180;

    /// <summary>The text in its pieces; all of it.</summary>
    public static IReadOnlyList<TextPiece> Pieces(string text, IReadOnlyList<string> needles)
    {
        var pieces = new List<TextPiece>();
        var end = 0;
        foreach (var (start, length) in Find(text, needles))
        {
            if (start > end)
                pieces.Add(new TextPiece(text[end..start], false));
            pieces.Add(new TextPiece(text.Substring(start, length), true));
            end = start + length;
        }
        if (end < text.Length)
            pieces.Add(new TextPiece(text[end..], false));
        return pieces;
    }

    public static bool Has(string text, string needle) => Find(text, [needle]).Count > 0;

    /// <summary>The surroundings of what was found and is not shown already, cut from the first line that has it; null where all is shown.</summary>
    public static string? Snippet(IEnumerable<string> lines, IReadOnlyList<string> needles, IReadOnlyList<string> shown)
    {
        var hidden = needles.Where(n => !shown.Any(s => Has(s, n))).ToList();
        if (hidden.Count == 0)
            return null;
        var line = lines.Where(l => !shown.Contains(l)).MaxBy(l => hidden.Count(n => Has(l, n)));
        return line is not null && Find(line, hidden) is { Count: > 0 } found ? Cut(line, found[0].Start) : null;
    }

    private static string Cut(string line, int at)
    {
        var start = at <= Before ? 0 : line.LastIndexOf(' ', at - Before + 20, 20) is >= 0 and var space ? space + 1 : at - Before;
        if (start > 0 && char.IsLowSurrogate(line[start]))
            start++;
        var end = Math.Min(line.Length, start + Longest);
        if (end < line.Length && char.IsLowSurrogate(line[end]))
            end--;
        return $"{(start > 0 ? "…" : "")}{line[start..end]}{(end < line.Length ? "…" : "")}";
    }

    private static List<(int Start, int Length)> Find(string text, IReadOnlyList<string> needles)
    {
        var found = new List<(int Start, int Length)>();
        foreach (var needle in needles.Where(Lexemes.IsRun))
        {
            for (var at = text.IndexOf(needle, StringComparison.Ordinal); at >= 0; at = text.IndexOf(needle, at + needle.Length, StringComparison.Ordinal))
                found.Add((at, needle.Length));
        }
        var words = needles.Where(n => !Lexemes.IsRun(n)).ToList();
        if (words.Count > 0)
            found.AddRange(Words().Matches(text).Where(m => words.Exists(w => IsAlike(Folding.Text(m.Value), w))).Select(m => (m.Index, m.Length)));
        var ordered = new List<(int Start, int Length)>();
        foreach (var next in found.OrderBy(f => f.Start).ThenByDescending(f => f.Length))
        {
            if (ordered.Count == 0 || next.Start >= ordered[^1].Start + ordered[^1].Length)
                ordered.Add(next);
        }
        return ordered;
    }

    private static bool IsAlike(string word, string needle)
    {
        var common = word.Zip(needle).TakeWhile(p => p.First == p.Second).Count();
        return (common == needle.Length && common >= 3) || word == needle
            || (common >= 4 && Endings().IsMatch(word[common..]) && Endings().IsMatch(needle[common..]));
    }

    [GeneratedRegex("^(s|es|ed|d|ing|ies|y|e|ly|ion|ions|ive)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Endings();

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}'’-[\p{IsCJKUnifiedIdeographs}]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

using System.Text.RegularExpressions;

namespace CooperationRegistry.Data.Search;

/// <summary>
/// What search tells apart in a text: words of scripts that part them by spaces, and runs of Chinese and Japanese, which do not.
/// A run is kept as its pairs of characters, so that any stretch of it is found: 大同市 is 大同, 同市 and 市.
/// </summary>
internal static partial class Lexemes
{
    /// <summary>In characters, of one section of a record; more cannot be read through by anybody.</summary>
    private const int Longest = 100_000;

    /// <summary>Words and runs of a text in their order, folded.</summary>
    public static IEnumerable<string> Of(string text) => Pieces().Matches(Folding.Beginning(Numbers().Replace(text, RecordNumber), Longest)).Select(m => m.Value);

    /// <summary>Whether all of it is the number of a record: CR-000006, cr-6.</summary>
    public static bool IsRecordNumber(string text) => Numbers().Match(text) is { Success: true } number && number.Length == text.Length;

    /// <summary>As the store takes it apart again into words: pairs stand for runs.</summary>
    public static string Indexed(IEnumerable<string> texts) => string.Join(' ', texts.SelectMany(Of).SelectMany(p => IsRun(p) ? Pairs(p, withLast: true) : [p]));

    /// <summary>Whether the piece is written without spaces.</summary>
    public static bool IsRun(string piece) => Runs().IsMatch(piece);

    /// <summary>One word or run as the store's query language has it; quoted, so that nothing in it is an operator.</summary>
    public static string Query(string piece, bool isBeginning = false) =>
        IsRun(piece)
            ? piece.EnumerateRunes().Skip(1).Any() ? string.Join(" <-> ", Pairs(piece, withLast: false).Select(p => $"'{p}'")) : $"'{piece}':*"
            : $"'{piece}'{(isBeginning ? ":*" : "")}";

    private static IEnumerable<string> Pairs(string run, bool withLast)
    {
        var runes = run.EnumerateRunes().Select(r => r.ToString()).ToList();
        for (var i = 0; i + 1 < runes.Count; i++)
            yield return runes[i] + runes[i + 1];
        if (withLast)
            yield return runes[^1];
    }

    // cr-6 is CR-000006.
    private static string RecordNumber(Match typed) => $"{typed.Groups[1].Value}-{typed.Groups[2].Value.PadLeft(6, '0')}";

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])(CR|PR|CS|SR)-?([0-9]{1,9})(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\p{IsHiragana}\p{IsKatakana}々〇\ud840-\ud87f\udc00-\udfff]+|[^\s\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\p{IsHiragana}\p{IsKatakana}々〇\ud840-\ud87f\udc00-\udfff]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\p{IsHiragana}\p{IsKatakana}々〇\ud840-\ud87f]", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}

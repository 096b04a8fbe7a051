using System.Text.RegularExpressions;

namespace CooperationRegistry.Data.Search;

/// <summary>One thing that is looked for.</summary>
/// <param name="Pieces">Folded words and runs, at least one; they are looked for side by side.</param>
/// <param name="IsPhrase">And just as typed: a quotation, or the number of a record.</param>
/// <param name="IsExcluded">Nothing that has it is wanted.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Pieces, bool IsPhrase, bool IsExcluded);

/// <summary>What a reader typed: words, "phrases in quotes" and -words that must not be there. Any text can be read.</summary>
internal static partial class SearchQuery
{
    private const int MostTerms = 20;

    public static IReadOnlyList<SearchTerm> Read(string typed) =>
        [.. Parts().Matches(Quotes().Replace(typed, "\"")).SelectMany(Terms).DistinctBy(t => (string.Join(' ', t.Pieces), t.IsPhrase, t.IsExcluded)).Take(MostTerms)];

    private static IEnumerable<SearchTerm> Terms(Match part)
    {
        var isExcluded = part.Groups["not"].Success;
        var phrase = part.Groups["phrase"];
        var text = phrase.Success ? phrase.Value : part.Groups["word"].Value;
        var pieces = Lexemes.Of(text).ToList();
        if (pieces.Count == 0)
            return [];
        // What is excluded goes as a whole: -low-carbon is not -low.
        var isPhrase = phrase.Success || Lexemes.IsRecordNumber(text) || isExcluded;
        if (isPhrase)
            return [new SearchTerm(pieces, true, isExcluded)];
        // A word of several parts, carbon-based, belongs together; scripts that merely meet do not.
        return pieces.Exists(Lexemes.IsRun) ? pieces.Select(p => new SearchTerm([p], false, false)) : [new SearchTerm(pieces, false, false)];
    }

    [GeneratedRegex("""(?<not>(?<!\S)-)?"(?<phrase>[^"]*)"|(?<not>(?<!\S)-(?=[\p{L}\p{N}]))?(?<word>[^\s"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("[“”„‟«»「」『』＂]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();
}

using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>What is counted or measured, read from what stands behind the figure and its unit.</summary>
internal static partial class CountedThing
{
    private static readonly PhraseTable<bool> Links = new((true, "of the|of|的"));

    /// <summary>Words that lead to another fact or leave the figure open.</summary>
    private static readonly PhraseTable<bool> Elsewhere = new((true,
        "since|by|in|at|per|from|until|till|and|or|to|than|for|a|an|each|every|more|less|up|down|above|below|few|several|couple|lot|handful"));

    public static ReadingProblem? Read(string text, out LocalizedText? thing)
    {
        thing = null;
        var hasLink = Links.TryTakeFirst(text, out _, out var words);
        if (text.Length == 0)
            return null;
        if (Number().IsMatch(words))
            return ReadingProblem.SeveralFigures;
        if (!hasLink && LoneLetter().IsMatch(words))
            return ReadingProblem.UnknownUnit;
        if (words.Length == 0 || !char.IsLetter(words[0]) || (!hasLink && Elsewhere.TryTakeFirst(words, out _, out _)))
            return ReadingProblem.NotUnderstood;

        thing = new(LanguageOf(words), words);
        return null;
    }

    /// <summary>"PJ", "kV", "l/s": signs of a unit, not a thing to count.</summary>
    public static bool LooksLikeUnit(string text) => UnitSign().IsMatch(text);

    private static string LanguageOf(string words)
    {
        if (words.Any(character => character is >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7AF'))
            return "und";
        if (words.Any(character => character is >= '\u4E00' and <= '\u9FFF'))
            return "zh-Hans";
        return words.All(character => character < '\u0250' || char.IsPunctuation(character)) ? "en" : "und";
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9.])[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>"5 MW p": more likely a part of the unit than a thing.</summary>
    [GeneratedRegex(@"\A[A-Za-z]\b", RegexOptions.CultureInvariant)]
    private static partial Regex LoneLetter();

    [GeneratedRegex(@"\A([A-Za-z°µ]{1,2}\b|[A-Za-z]{0,3}[A-Z]\b|[A-Za-z]+/|[^\p{L}])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UnitSign();
}

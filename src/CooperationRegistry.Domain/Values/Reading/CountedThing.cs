using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>What is counted or measured, read from what stands behind the figure and its unit.</summary>
internal static partial class CountedThing
{
    private static readonly PhraseTable<bool> Links = new((true, "of the|of|的"));

    /// <summary>Words that lead to another fact or leave the figure open.</summary>
    private static readonly PhraseTable<bool> Elsewhere = new((true,
        "since|by|in|at|per|from|until|till|and|or|to|than|for|a|an|each|every|more|less|up|down|above|below|few|several|couple|lot|handful|"
        + "half|halves|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths|as|percentage|半|几|分之|级|期"));

    private static readonly PhraseTable<bool> Yearly = new((true, "annual|yearly|年"));

    /// <summary>Jobs are a unit of their own, whatever stands before the word.</summary>
    private static readonly PhraseTable<bool> Jobs = new((true, "job|jobs|岗位|就业机会"));

    public static ReadingProblem? Read(string text, out LocalizedText? thing)
    {
        thing = null;
        var hasLink = Links.TryTakeFirst(text, out _, out var words);
        if (text.Length == 0)
            return null;
        if (HasFigure(words))
            return ReadingProblem.SeveralFigures;
        if (words[0] == '/')
            return ReadingProblem.UnknownUnit;
        if (!hasLink && LoneLetter().IsMatch(words))
            return ReadingProblem.UnknownUnit;
        if (words.Length == 0 || !char.IsLetter(words[0]) || (!hasLink && Elsewhere.TryTakeFirst(words, out _, out _)))
            return ReadingProblem.NotUnderstood;

        thing = new(LanguageOf(words), words);
        return null;
    }

    public static bool HasFigure(string text) => Number().IsMatch(text) || NumberWords.TryTakeEnglish(text, out _, out _);

    public static bool IsJobs(LocalizedText? thing) => thing is not null && thing.Any(text => Jobs.TryTakeLast(text.Value, out _, out _));

    /// <summary>"annual capacity".</summary>
    public static bool IsYearly(LocalizedText? thing) => thing is not null && thing.Any(text => Yearly.TryTakeFirst(text.Value, out _, out _));

    /// <summary>"PJ", "kV", "l/s", "MMBtu", "1e3": signs of a unit, not a thing to count.</summary>
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

    [GeneratedRegex(@"\A(?!(of|in|to|or|by|at|on|as|EU|UN|US|UK|AI|IT|EVs?|PV|SMEs?|NGOs?|M[oO]Us?|PhDs?)\b)([A-Za-z°µ]{1,2}\b|[A-Za-z]{0,3}[A-Z]\b|[A-Za-z]*[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]+[/0-9]|[^\p{L}])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UnitSign();
}

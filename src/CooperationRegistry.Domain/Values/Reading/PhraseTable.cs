using System.Diagnostics.CodeAnalysis;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Phrases and what they mean, several to a row with <c>|</c> between them. The longest that fits is taken; words are not cut.</summary>
internal sealed class PhraseTable<T>
{
    private readonly (string Phrase, T Value)[] _phrases;
    private readonly StringComparison _comparison;

    public PhraseTable(StringComparison comparison, params (T Value, string Phrases)[] rows)
    {
        _comparison = comparison;
        _phrases = [.. rows
            .SelectMany(row => row.Phrases.Split('|').Select(phrase => (phrase, row.Value)))
            .OrderByDescending(phrase => phrase.phrase.Length)];
    }

    public PhraseTable(params (T Value, string Phrases)[] rows)
        : this(StringComparison.OrdinalIgnoreCase, rows)
    {
    }

    public bool TryTakeFirst(string text, [MaybeNullWhen(false)] out T value, out string rest)
    {
        foreach (var (phrase, meaning) in _phrases)
        {
            if (text.StartsWith(phrase, _comparison) && !IsOneWord(text, phrase.Length))
            {
                (value, rest) = (meaning, text[phrase.Length..].TrimStart());
                return true;
            }
        }

        (value, rest) = (default, text);
        return false;
    }

    public bool TryTakeLast(string text, [MaybeNullWhen(false)] out T value, out string rest)
    {
        foreach (var (phrase, meaning) in _phrases)
        {
            if (text.EndsWith(phrase, _comparison) && !IsOneWord(text, text.Length - phrase.Length))
            {
                (value, rest) = (meaning, text[..^phrase.Length].TrimEnd());
                return true;
            }
        }

        (value, rest) = (default, text);
        return false;
    }

    public bool TryMean(string text, [MaybeNullWhen(false)] out T value) => TryTakeFirst(text, out value, out var rest) && rest.Length == 0;

    /// <summary>Chinese writes its words together, so only other letters hold a word together.</summary>
    private static bool IsOneWord(string text, int cut) =>
        cut > 0 && cut < text.Length && IsAlphabetic(text[cut - 1]) && IsAlphabetic(text[cut]);

    private static bool IsAlphabetic(char character) => char.IsLetter(character) && character < '\u2E80';
}

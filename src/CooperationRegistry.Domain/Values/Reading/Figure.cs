using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>A number with its scale. Several numbers where the separators must be asked about.</summary>
/// <param name="IsArticle">Written "a": one week, but not one of "a few".</param>
/// <param name="Qualifier">From what stands at the number: 余, 多, +.</param>
internal sealed partial record Figure(IReadOnlyList<decimal> Numbers, decimal Scale, bool IsArticle, Qualifier? Qualifier)
{
    private static readonly PhraseTable<Qualifier> Odds = new((Values.Qualifier.Over, "余|多"), (Values.Qualifier.AtLeast, "+"));

    public static ReadingProblem? TryTake(string text, bool isMoney, out Figure? figure, out string rest)
    {
        figure = null;
        rest = text;
        if (Negative().IsMatch(text))
            return ReadingProblem.OutOfRange;

        IReadOnlyList<decimal> numbers;
        var isArticle = false;
        var digits = Numerals.Digits().Match(text);
        if (!digits.Success && NumberWords.TryTake(text, out var word, out isArticle, out rest))
            numbers = [word];
        else if (!digits.Success)
            return ReadingProblem.NoNumber;
        else if (Numerals.IsTooLong(digits.Value))
            return ReadingProblem.OutOfRange;
        else
            (numbers, rest) = (Numerals.Read(digits.Value), text[digits.Length..].TrimStart());
        if (numbers.Count == 0)
            return ReadingProblem.MalformedNumber;

        var qualifier = TakeOdd(ref rest);
        var scale = Scales.Take(rest, isMoney, out rest);
        if (isMoney && scale == 1 && digits.Success)
            numbers = Numerals.ReadOfCoins(digits.Value);
        var lower = LowerPart().Match(rest);
        if (scale == 1e8m && lower.Success && numbers.Count == 1)
        {
            numbers = [numbers[0] + Numerals.Read(lower.Groups["n"].Value)[0] / 1e4m];
            rest = rest[lower.Length..];
        }

        figure = new(numbers, scale, isArticle, qualifier ?? TakeOdd(ref rest));
        return null;
    }

    private static Qualifier? TakeOdd(ref string rest) => Odds.TryTakeFirst(rest, out var odd, out rest) ? odd : null;

    [GeneratedRegex(@"\A-[ .]?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    /// <summary>1亿2000万: the part below the 亿.</summary>
    [GeneratedRegex(@"\A(?<n>[0-9]{1,4})万", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LowerPart();
}

using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>A number with its scale. Several numbers where the separators must be asked about.</summary>
/// <param name="IsArticle">Written "a": one week, but not one of "a few".</param>
/// <param name="Qualifier">From what stands at the number: 余, 多, +.</param>
/// <param name="Digits">As typed; empty where the number was written in words.</param>
internal sealed partial record Figure(IReadOnlyList<decimal> Numbers, decimal Scale, bool IsArticle, Qualifier? Qualifier, string Digits)
{
    private static readonly PhraseTable<Qualifier> Odds = new((Values.Qualifier.Over, "余|多"), (Values.Qualifier.About, "来"), (Values.Qualifier.AtLeast, "+|plus|-plus"));

    /// <summary>What comes in whole ones, or in cents: 1.000 of it may be a thousand.</summary>
    public Figure InWholeOnes => Scale == 1 && Digits.Length > 0 ? this with { Numbers = Numerals.ReadOfCoins(Digits) } : this;

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
            return text.Any("0123456789两二三四五六七八九".Contains) ? ReadingProblem.NotUnderstood : ReadingProblem.NoNumber;
        else if (Numerals.IsTooLong(digits.Value))
            return ReadingProblem.OutOfRange;
        else
            (numbers, rest) = (Numerals.Read(digits.Value), text[digits.Length..].TrimStart());
        if (numbers.Count == 0)
            return ReadingProblem.MalformedNumber;

        var qualifier = TakeOdd(ref rest);
        var scale = Scales.Take(rest, isMoney, out rest);
        if (numbers.Count == 1 && TakeLowerPart(scale, ref rest) is { } lower)
            numbers = [numbers[0] + lower];
        if ("两二三四五六七八九".Contains(rest.FirstOrDefault()))
            return ReadingProblem.MalformedNumber;

        figure = new(numbers, scale, isArticle, qualifier ?? TakeOdd(ref rest), digits.Value);
        if (isMoney)
            figure = figure.InWholeOnes;
        return null;
    }

    /// <summary>1亿2000万 and 1万2000: what stands below the 亿 or the 万.</summary>
    private static decimal? TakeLowerPart(decimal scale, ref string rest)
    {
        var lower = LowerPart().Match(rest);
        if (!lower.Success || scale != (lower.Groups["of"].Success ? 1e8m : 1e4m))
            return null;
        if ((int.TryParse(lower.Groups["n"].Value, out var digits) ? digits : NumberWords.Chinese(lower.Groups["n"].Value)) is not { } number)
            return null;

        rest = rest[lower.Length..];
        return number / (lower.Groups["thousands"].Success ? 10 : 1e4m);
    }

    private static Qualifier? TakeOdd(ref string rest) => Odds.TryTakeFirst(rest, out var odd, out rest) ? odd : null;

    [GeneratedRegex(@"\A-[ .]?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    [GeneratedRegex(@"\A((?<n>[0-9])(?<thousands>千)(?<of>万)|(?<n>[0-9]{1,4}|[一二两三四五六七八九][零一二两三四五六七八九十百千]*)(?<of>万)|(?<n>[0-9]{4}(?![0-9.,])|[一二两三四五六七八九]千[零一二三四五六七八九十百]*))(?![万亿])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LowerPart();
}

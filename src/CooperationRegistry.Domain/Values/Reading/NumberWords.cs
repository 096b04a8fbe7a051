using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Numbers written in words, in English to 999, in Chinese to 9999.</summary>
internal static partial class NumberWords
{
    private const string ChineseDigits = "零一二三四五六七八九";

    private static readonly PhraseTable<decimal> Articles = new((1, "a|an|one of"));

    private static readonly PhraseTable<decimal> Halves = new((0.5m, "half a|half an"));

    private static readonly PhraseTable<bool> Hundred = new((true, "hundred|hundred and"));

    private static readonly PhraseTable<decimal> Tens = new(
        (20, "twenty"), (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"), (80, "eighty"), (90, "ninety"));

    private static readonly PhraseTable<decimal> Ones = new(
        (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"), (8, "eight"), (9, "nine"));

    private static readonly PhraseTable<decimal> Small = new(
        (0, "zero"), (10, "ten"), (11, "eleven"), (12, "twelve|a dozen|one dozen"), (13, "thirteen"), (14, "fourteen"),
        (15, "fifteen"), (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"));

    public static bool TryTake(string text, out decimal number, out bool isArticle, out string rest)
    {
        isArticle = false;
        if (TryTakeChinese(text, out number, out rest) || Halves.TryTakeFirst(text, out number, out rest) || Small.TryTakeFirst(text, out number, out rest))
            return true;
        if (Articles.TryTakeFirst(text, out number, out rest))
        {
            // "a three-year plan", "a hundred and twenty".
            isArticle = !TryTakeEnglish(rest, out var counted, out var behind) && !TryTakeBehindHundred(1, rest, out counted, out behind);
            (number, rest) = isArticle ? (number, rest) : (counted, behind);
            return true;
        }

        return TryTakeEnglish(text, out number, out rest);
    }

    public static bool TryTakeEnglish(string text, out decimal number, out string rest)
    {
        if (!TryTakeBelowHundred(text, out number, out rest))
            return false;
        if (TryTakeBehindHundred(number, rest, out var whole, out var behind))
            (number, rest) = (whole, behind);
        return true;
    }

    /// <summary>十 alone is ten, 二零二一 a row of digits. Null where the characters follow neither way.</summary>
    public static int? Chinese(string text)
    {
        if (text.Length is 0 or > 8)
            return null;
        if (!text.Any("十百千".Contains))
            return text.Length <= 4 ? text.Aggregate((int?)0, (sum, c) => sum * 10 + DigitOf(c)) : null;

        var form = Places().Match(text);
        if (!form.Success)
            return null;
        return Place("q", 1_000) + Place("b", 100) + Place("s", 10) + (form.Groups["e"].Success ? DigitOf(form.Groups["e"].Value[0]) : 0);

        int? Place(string name, int worth) => form.Groups[name].Value switch
        {
            "" => 0,
            { Length: 1 } => worth,
            var place => DigitOf(place[0]) * worth,
        };
    }

    private static int? DigitOf(char character) => character == '两' ? 2 : ChineseDigits.IndexOf(character) is >= 0 and var digit ? digit : null;

    private static bool TryTakeBelowHundred(string text, out decimal number, out string rest)
    {
        if (Small.TryTakeFirst(text, out number, out rest) || Ones.TryTakeFirst(text, out number, out rest))
            return true;
        if (!Tens.TryTakeFirst(text, out number, out rest))
            return false;
        if (Ones.TryTakeFirst(rest.TrimStart('-'), out var ones, out var behind))
            (number, rest) = (number + ones, behind);
        return true;
    }

    /// <summary>The "hundred and fifty" behind a two. A hundred alone is a scale.</summary>
    private static bool TryTakeBehindHundred(decimal hundreds, string text, out decimal number, out string rest)
    {
        number = 0;
        rest = text;
        if (!Hundred.TryTakeFirst(text, out _, out var behind) || !TryTakeBelowHundred(behind, out var below, out rest))
            return false;
        number = hundreds * 100 + below;
        return true;
    }

    private static bool TryTakeChinese(string text, out decimal number, out string rest)
    {
        var match = ChineseNumber().Match(text);
        number = Chinese(match.Groups["whole"].Value) ?? -1;
        for (var place = 0; place < match.Groups["part"].Length && number >= 0; place++)
            number += DigitOf(match.Groups["part"].Value[place])!.Value * Tenth(place);
        rest = text[match.Length..].TrimStart();
        return number >= 0;
    }

    private static decimal Tenth(int place) => new(1, 0, 0, false, (byte)(place + 1));

    /// <summary>Not 一些 (some), 一半 (half), 二氧化碳 (carbon dioxide), 三峡 (a name), 十几 (ten and some).</summary>
    [GeneratedRegex(@"\A(?!一(些|批|系列|半|定|般|切|带|流)|二氧|三峡)(?>(?<whole>([零一二两三四五六七八九十百]|千(?![瓦克米伏万亿]))+))(?!几)(点(?<part>[零一二三四五六七八九]{1,9}))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex(@"\A(?<q>[一二两三四五六七八九]千)?零?(?<b>[一二两三四五六七八九]百)?零?(?<s>[一二三四五六七八九]?十)?(?<e>[一二两三四五六七八九])?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}

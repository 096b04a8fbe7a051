using System.Globalization;
using System.Text;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Typed text with the differences levelled that mean nothing: full-width forms, kinds of dashes and blanks, signs that are not
/// seen, raised digits, traditional numerals. Not Unicode normalisation, which throws at half a surrogate pair.
/// </summary>
internal static class Typed
{
    public const int LongestKept = 300;

    private const string Variants = "萬億兩圓幣歐約過餘時噸個〇○₂²³〜∼–—‐‑‒−―’。￥￡";
    private const string Levelled = "万亿两圆币欧约过余时吨个零零223~~-------'.¥£";

    public static ReadingProblem? ProblemOf(string printed) => printed.Length switch
    {
        0 => ReadingProblem.Empty,
        > LongestKept => ReadingProblem.TooLong,
        _ => null,
    };

    public static string Fold(string printed)
    {
        var folded = new StringBuilder(printed.Length);
        foreach (var character in printed)
        {
            if (char.IsWhiteSpace(character))
                AppendBlank(folded);
            else if (char.GetUnicodeCategory(character) != UnicodeCategory.Format)
                AppendSign(folded, FoldOne(character));
        }

        return folded.ToString().TrimEnd(' ', '.', ',', ';').Trim('"', '“', '”', '「', '」', '«', '»');
    }

    private static char FoldOne(char character) => character is >= '\uFF01' and <= '\uFF5E'
        ? (char)(character - 0xFEE0)
        : Variants.IndexOf(character) is >= 0 and var place ? Levelled[place] : character;

    /// <summary>The Chinese dash is two characters.</summary>
    private static void AppendSign(StringBuilder folded, char character)
    {
        if (character != '-' || folded.Length == 0 || folded[^1] != '-')
            folded.Append(character);
    }

    private static void AppendBlank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }
}

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Words that multiply the number before them.</summary>
internal static class Scales
{
    private static readonly PhraseTable<decimal> Words = new(
        (12, "dozen"),
        (1e2m, "hundred"),
        (1e3m, "thousand|k|千"),
        (1e4m, "万|ten thousand"),
        (1e5m, "hundred thousand|lakh|lakhs|lac|十万"),
        (1e6m, "million|mn|mln|mio.|mio|百万"),
        (1e7m, "crore|crores|cr|千万"),
        (1e8m, "亿|hundred million"),
        (1e9m, "billion|bn|bln|mrd.|mrd|thousand million|十亿"),
        (1e10m, "百亿"),
        (1e11m, "千亿"),
        (1e12m, "trillion|tn|trn|lakh crore|lakh crores|lakh-crore|万亿"));

    /// <summary>Behind money, or before a unit: "5 m kW" are millions, "5 m" metres.</summary>
    private static readonly PhraseTable<decimal> Letters = new((1e6m, "m"), (1e9m, "b"));

    public static decimal Take(string text, bool isMoney, out string rest)
    {
        var words = text.TrimStart('-');
        if (words.StartsWith("千瓦", StringComparison.Ordinal) || words.StartsWith("千克", StringComparison.Ordinal) || words.StartsWith("千米", StringComparison.Ordinal))
            (rest, words) = (text, "");
        if (Words.TryTakeFirst(words, out var scale, out rest))
            return scale;
        if (Letters.TryTakeFirst(words, out scale, out rest) && (isMoney || UnitReader.Take(rest, out _) is not null))
            return scale;

        rest = text;
        return 1;
    }
}

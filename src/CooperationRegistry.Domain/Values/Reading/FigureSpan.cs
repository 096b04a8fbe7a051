namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>One figure, or two with a range between them, brought to one scale.</summary>
internal sealed record FigureSpan(decimal Low, decimal? High, decimal Scale)
{
    private static readonly PhraseTable<bool> Separators = new((true, "-|~|to|至|到"));

    public decimal ScaledLow => Scaled(Low);

    public decimal? ScaledHigh => High is { } high ? Scaled(high) : null;

    public static bool TryTakeSeparator(string text, out string rest) => Separators.TryTakeFirst(text, out _, out rest);

    /// <summary>Every reading of the figures that runs upwards.</summary>
    public static IReadOnlyList<FigureSpan> Of(Figure low, Figure? high, decimal limit)
    {
        var spans = high is null
            ? low.Numbers.Select(number => new FigureSpan(number, null, low.Scale))
            : from first in low.Numbers from second in high.Numbers select Between(first, low.Scale, second, high.Scale);
        return [.. spans.Where(span => span.High is null || span.High > span.Low).Where(span => Math.Max(span.Low, span.High ?? 0) <= limit / span.Scale)];
    }

    public static ReadingProblem WhyNone(Figure low, Figure? high) =>
        high is not null && Of(low, high, decimal.MaxValue).Count == 0 ? ReadingProblem.RangeReversed : ReadingProblem.OutOfRange;

    /// <summary>"5 to 10 million" shares its scale; "500,000 to 1 million" cannot.</summary>
    private static FigureSpan Between(decimal first, decimal firstScale, decimal second, decimal secondScale)
    {
        if (firstScale == secondScale || (firstScale == 1 && (first < second || first < 1_000)))
            return new(first, second, secondScale);
        return new(Times(first, firstScale), Times(second, secondScale), 1);
    }

    private decimal Scaled(decimal number) => Times(number, Scale);

    /// <summary>Drops the zeros behind the point that multiplying leaves, so that 74.61 billion is 74610000000.</summary>
    private static decimal Times(decimal number, decimal scale)
    {
        if (scale == 1)
            return number;
        var product = number > decimal.MaxValue / scale ? decimal.MaxValue : number * scale;
        return product / 1.0000000000000000000000000000m;
    }
}

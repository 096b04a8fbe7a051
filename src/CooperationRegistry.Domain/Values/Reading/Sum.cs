using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>A figure or a range in a currency, as one of the two that a source may print.</summary>
internal sealed partial record Sum(FigureSpan Span, string Currency, Qualifier Qualifier)
{
    /// <summary>Words behind a sum that change nothing about it.</summary>
    private static readonly PhraseTable<bool> Asides = new((true, "in total|in all|altogether|investment|in investment|of investment|loan|fund|in funding|投资|资金|贷款"));

    /// <summary>One euro, beside another sum: what one currency is worth in another.</summary>
    public bool IsOne => Span is { ScaledLow: 1, High: null } && Qualifier is Qualifier.Exactly;

    public static ReadingProblem? Read(string text, out IReadOnlyList<Sum> sums)
    {
        sums = [];
        if (QualifierWords.Take(text, out var around, out text) is { } contradiction)
            return contradiction;
        if (TakeSide(text, out var low, out var currencies, out var rest) is { } problem)
            return problem;

        Figure? high = null;
        if (FigureSpan.TryTakeSeparator(rest, out var second))
        {
            if (TakeSide(second, out high, out var others, out rest) is { } broken)
                return broken;
            currencies = CurrencyWords.Agreed(currencies, others, CurrencyWords.IndianScale().IsMatch(text));
            if (currencies.Count == 0 && others.Count > 0)
                return ReadingProblem.CurrenciesDisagree;
        }

        return Leftover(currencies, rest) ?? Combine(low!, high, currencies, around, out sums);
    }

    private static ReadingProblem? TakeSide(string text, out Figure? figure, out IReadOnlyList<string> currencies, out string rest)
    {
        var before = CurrencyWords.TakeFirst(text, out rest);
        currencies = before;
        if (Figure.TryTake(rest, isMoney: true, out figure, out rest) is { } problem)
            return before.Count == 0 && Code().IsMatch(text) ? ReadingProblem.UnknownCurrency : problem;

        var behind = TakeBehind(ref rest);
        currencies = CurrencyWords.Agreed(before, behind, CurrencyWords.IndianScale().IsMatch(text));
        return currencies.Count == 0 && before.Count > 0 ? ReadingProblem.CurrenciesDisagree : null;
    }

    /// <summary>Behind the hyphen of "5-billion-yuan", but not that of "EUR 5m-EUR 10m".</summary>
    private static IReadOnlyList<string> TakeBehind(ref string rest)
    {
        var isHyphened = rest.StartsWith('-');
        var codes = CurrencyWords.TakeFirst(isHyphened ? rest[1..] : rest, out var afterCurrency);
        if (codes.Count == 0 || (isHyphened && afterCurrency is [>= '0' and <= '9', ..]))
            return [];

        rest = afterCurrency;
        return codes;
    }

    private static ReadingProblem? Leftover(IReadOnlyList<string> currencies, string rest) => (currencies.Count, rest) switch
    {
        (0, "") => ReadingProblem.NoCurrency,
        (0, _) => ReadingProblem.UnknownCurrency,
        (_, "") => null,
        _ when Asides.TryMean(rest, out _) => null,
        _ => rest.Any(char.IsAsciiDigit) ? ReadingProblem.SeveralFigures : ReadingProblem.NotUnderstood,
    };

    private static ReadingProblem? Combine(
        Figure low, Figure? high, IReadOnlyList<string> currencies, Qualifier? around, out IReadOnlyList<Sum> sums)
    {
        sums = [];
        if (low.IsArticle && low.Scale == 1)
            return ReadingProblem.NoNumber;
        if (QualifierWords.Join(around, high?.Qualifier ?? low.Qualifier, out var qualifier) is { } contradiction)
            return contradiction;
        if (high is not null && QualifierWords.ForRange(qualifier) is { } impossible)
            return impossible;

        var spans = FigureSpan.Of(low, high, Money.AmountLimit);
        sums = [..
            from span in spans
            from currency in currencies
            select new Sum(span, currency, high is null ? qualifier ?? Qualifier.Exactly : Qualifier.Range)];
        return spans.Count == 0 ? FigureSpan.WhyNone(low, high) : null;
    }

    /// <summary>Of a currency that is no longer in use, or never was.</summary>
    [GeneratedRegex("\\A[A-Z]{3} ?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Reads a sum as news prints it: <c>74.61 billion yuan ($11.55 billion)</c>, <c>746.1亿元</c>, <c>Rs 1.5 lakh crore</c>,
/// <c>€215m</c>. A bare dollar sign is asked about, but beside another country's currency it is the American one.
/// </summary>
public static partial class MoneyReader
{
    private static readonly PhraseTable<bool> Equivalents = new((true, "equivalent to|equal to|is equal to|given also as|also given as|equals|or|=|相当于|等于|折合|约合|合|兑|兑换"));

    public static MoneyReading Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var printed = typed.Trim();
        if (Typed.ProblemOf(printed) is { } unusable)
            return MoneyReading.Refused(unusable);
        if (ReadFolded(Typed.Fold(printed), out var sums) is { } problem)
            return MoneyReading.Refused(problem);

        return MoneyReading.Of([.. sums.Select(sum => sum with { AsPrinted = printed })]);
    }

    private static ReadingProblem? ReadFolded(string text, out IReadOnlyList<Money> money)
    {
        money = [];
        text = CurrencyBehind(text);
        if (Rate().Match(text) is { Success: true } rate && IsCurrency(rate.Groups["unit"].Value))
            return ReadingProblem.ExchangeRate;

        var parts = TwoSums().Match(text);
        if (Sum.Read(parts.Success ? parts.Groups["first"].Value : text, out var firsts) is { } problem)
            return problem;
        if (!parts.Success)
        {
            money = [.. firsts.Select(sum => MoneyOf(sum, null))];
            return null;
        }

        Equivalents.TryTakeFirst(parts.Groups["second"].Value, out _, out var second);
        if (Sum.Read(second, out var seconds) is { } secondProblem)
            return secondProblem == ReadingProblem.NoNumber ? ReadingProblem.NotUnderstood : secondProblem;
        if (seconds[0].Span.High is not null)
            return ReadingProblem.SeveralFigures;
        if (firsts[0].IsOne)
            return ReadingProblem.ExchangeRate;
        // The content has one qualifier, and it belongs to the first sum; a conversion may only be approximate.
        if (!seconds.All(sum => sum.Qualifier is Qualifier.Exactly or Qualifier.About || sum.Qualifier == firsts[0].Qualifier))
            return ReadingProblem.QualifiersDisagree;

        var pairs = from first in Settled(firsts, seconds) from other in Settled(seconds, firsts) where first.Currency != other.Currency select MoneyOf(first, other);
        money = [.. pairs];
        return money.Count == 0 ? ReadingProblem.CurrenciesDisagree : null;
    }

    /// <summary>5亿元（人民币）, "5 billion (yuan)": brackets that say only which money it is.</summary>
    private static string CurrencyBehind(string text)
    {
        var brackets = Brackets().Match(text);
        return brackets.Success && IsCurrency(brackets.Groups["unit"].Value) ? brackets.Result("${sum}${unit}") : text;
    }

    private static bool IsCurrency(string text) => CurrencyWords.TakeFirst(text, out var rest).Count > 0 && rest.Length == 0;

    /// <summary>A bare dollar sign beside a currency that is not the American dollar.</summary>
    private static IEnumerable<Sum> Settled(IReadOnlyList<Sum> sums, IReadOnlyList<Sum> beside)
    {
        var isBareDollar = CurrencyWords.Dollars.All(code => sums.Any(sum => sum.Currency == code));
        var isOther = beside.Select(sum => sum.Currency).Distinct().ToList() is [not "USD"];
        return isBareDollar && isOther ? sums.Where(sum => sum.Currency == "USD") : sums;
    }

    private static Money MoneyOf(Sum first, Sum? second) => new()
    {
        Amount = first.Span.ScaledLow,
        UpperAmount = first.Span.ScaledHigh,
        Currency = first.Currency,
        Qualifier = first.Qualifier,
        SecondAmount = second?.Span.ScaledLow,
        SecondCurrency = second?.Currency,
    };

    [GeneratedRegex(@"\A(?<first>[^()]+?) ?(\((?<second>[^()]+)\)|(, ?| )or (?!(more|less|above|so)\z)(?<second>[^()]+)|,? ?(?<second>(=|equals|(is )?equal to|equivalent to|given also as|also given as|约合|折合|相当于|等于|兑)[^()]+))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TwoSums();

    [GeneratedRegex(@"\A(?<sum>[^()]+)\((?<unit>[^()]+)\)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    /// <summary>"6.46 yuan to the dollar".</summary>
    [GeneratedRegex(@"[0-9].*?( per | to the | for each |/)(?<unit>[^0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rate();
}

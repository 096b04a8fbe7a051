using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Reads a sum as news prints it: <c>74.61 billion yuan ($11.55 billion)</c>, <c>746.1亿元</c>, <c>Rs 1.5 lakh crore</c>,
/// <c>€215m</c>. A bare dollar sign is asked about, but beside another country's currency it is the American one.
/// </summary>
public static partial class MoneyReader
{
    private static readonly PhraseTable<bool> Equivalents = new((true, "equivalent to|equal to|given also as|also given as|equals|or|=|相当于|折合|约合|合"));

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
            return secondProblem;
        // The content has one qualifier, and it belongs to the first sum; a conversion may only be approximate.
        if (!seconds.All(sum => sum.Qualifier is Qualifier.Exactly or Qualifier.About || sum.Qualifier == firsts[0].Qualifier) || seconds[0].Span.High is not null)
            return ReadingProblem.QualifiersDisagree;

        var pairs = from first in Settled(firsts, seconds) from other in Settled(seconds, firsts) where first.Currency != other.Currency select MoneyOf(first, other);
        money = [.. pairs];
        return money.Count == 0 ? ReadingProblem.CurrenciesDisagree : null;
    }

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

    [GeneratedRegex(@"\A(?<first>[^()]+?) ?(\((?<second>[^()]+)\)|(, ?| )or (?<second>[^()]+)|,? ?(?<second>(equivalent to|given also as|also given as|约合|折合|相当于)[^()]+))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TwoSums();
}

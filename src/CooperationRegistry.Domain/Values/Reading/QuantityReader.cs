using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Reads a quantity as news prints it: <c>8.42 million kW</c>, <c>over 1,000 jobs</c>, <c>4.9-6.2 GW</c>, <c>约900万千瓦</c>,
/// <c>61 new energy projects</c>, <c>triple</c>. What it cannot be sure of it gives back to be asked.
/// </summary>
public static partial class QuantityReader
{
    public static QuantityReading Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var printed = typed.Trim();
        if (Typed.ProblemOf(printed) is { } unusable)
            return QuantityReading.Refused(unusable);
        if (ReadFolded(Typed.Fold(printed), out var quantities) is { } problem)
            return QuantityReading.Refused(problem);

        return QuantityReading.Of([.. quantities.Select(quantity => quantity with { AsPrinted = printed })]);
    }

    private static ReadingProblem? ReadFolded(string text, out IReadOnlyList<Quantity> quantities)
    {
        quantities = [];
        if (LooksLikeDate(text))
            return ReadingProblem.LooksLikeDate;

        var measured = Measured().Match(text);
        if (QualifierWords.Take(text[measured.Length..], out var qualifier, out text) is { } contradiction)
            return contradiction;
        if (UnitWords.Multiples.TryMean(text, out var multiple))
        {
            quantities = [new() { Amount = multiple, Unit = Unit.Times, Qualifier = qualifier ?? Qualifier.Exactly }];
            return null;
        }

        text = ChineseShare().Replace(text.Replace("百分之百", "100%", StringComparison.Ordinal), "${share}%");
        if (TakeFigures(text, out var low, out var high, out var units, out var rest) is { } problem)
            return problem;

        var isYearly = UnitWords.Yearly.TryTakeLast(rest, out _, out rest) || measured.Groups["yearly"].Success;
        var isDaily = UnitWords.Daily.TryTakeLast(rest, out _, out rest) || measured.Groups["daily"].Success;
        if (isYearly || isDaily)
            units = isYearly ? UnitReader.Yearly(units ?? []) : UnitReader.Daily(units ?? []);
        if (Combine(low!, high, units, qualifier, rest, out quantities) is { } wrong)
            return wrong;
        if (MetresOrMillions().IsMatch(text))
            quantities = [.. quantities, .. quantities.Where(quantity => quantity.Unit == Unit.Metre && IsSmall(quantity)).Select(InMillions)];
        return null;
    }

    /// <summary>A day or a month; a year alone may be a number.</summary>
    private static bool LooksLikeDate(string text) => text.Any(char.IsAsciiDigit) && (DayAlone().IsMatch(text) || (!Decimal().IsMatch(text)
        && DateReader.Read(text).Date is { Precision: EdtfPrecision.Day or EdtfPrecision.Month or EdtfPrecision.DayWithoutYear or EdtfPrecision.MonthWithoutYear }));

    /// <summary>A figure, or two; the unit may stand behind each.</summary>
    private static ReadingProblem? TakeFigures(string text, out Figure? low, out Figure? high, out IReadOnlyList<Unit>? units, out string rest)
    {
        (high, units) = (null, null);
        if (Figure.TryTake(text, isMoney: false, out low, out rest) is { } problem)
            return problem;

        units = UnitReader.Take(WithoutHyphen(rest), out var behind);
        if (!FigureSpan.TryTakeSeparator(rest, out var second) && !FigureSpan.TryTakeSeparator(WithoutCounter(behind), out second))
        {
            rest = units is null ? WithoutHyphen(rest) : behind;
            return null;
        }

        if (Figure.TryTake(second, isMoney: false, out high, out var secondRest) is { } broken)
        {
            // The hyphen of "40-GWh" is no range, and "6 to be built" no figure.
            high = null;
            rest = units is null ? WithoutHyphen(rest) : behind;
            return broken is ReadingProblem.NoNumber or ReadingProblem.NotUnderstood ? null : broken;
        }

        var secondUnits = UnitReader.Take(WithoutHyphen(secondRest), out rest);
        if (units is not null && secondUnits is not null && !units.SequenceEqual(secondUnits))
            return ReadingProblem.SeveralFigures;
        units = secondUnits;
        return null;
    }

    private static ReadingProblem? Combine(
        Figure low, Figure? high, IReadOnlyList<Unit>? units, Qualifier? around, string rest, out IReadOnlyList<Quantity> quantities)
    {
        quantities = [];
        if (QualifierWords.Join(around, high?.Qualifier ?? low.Qualifier, out var qualifier) is { } contradiction)
            return contradiction;
        if (high is not null && QualifierWords.ForRange(qualifier) is { } impossible)
            return impossible;
        if (units is null && UnitProblem(low, rest) is { } problem)
            return problem;
        if (units is { Count: 0 })
            return ReadingProblem.UnknownUnit;
        if (CountedThing.Read(units is null ? WithoutCounter(rest) : rest, out var thing) is { } leftOver)
            return leftOver;
        if (units is [Unit.Year] && low is { Scale: 1, Numbers: [>= 1900 and <= 2100] })
            return ReadingProblem.LooksLikeDate;

        units = UnitsOf(units, thing);
        var isCounted = units is [Unit.Each or Unit.Job];
        var spans = isCounted ? FigureSpan.Of(low.InWholeOnes, high?.InWholeOnes, Quantity.AmountLimit) : FigureSpan.Of(low, high, Quantity.AmountLimit);
        if (spans.Count == 0)
            return FigureSpan.WhyNone(low, high);
        quantities = [..
            from span in spans
            from unit in units
            select UnitReader.Measure(span, unit) with { Qualifier = high is null ? qualifier ?? Qualifier.Exactly : Qualifier.Range, Of = thing }];
        return null;
    }

    private static IReadOnlyList<Unit> UnitsOf(IReadOnlyList<Unit>? units, LocalizedText? thing)
    {
        if (units is null)
            return [CountedThing.IsJobs(thing) ? Unit.Job : Unit.Each];
        return CountedThing.IsYearly(thing) && UnitReader.Yearly(units) is { Count: > 0 } yearly ? yearly : units;
    }

    private static ReadingProblem? UnitProblem(Figure figure, string rest) => rest switch
    {
        "" => figure.IsArticle ? ReadingProblem.NoNumber : ReadingProblem.NoUnit,
        _ when figure is { IsArticle: true, Scale: 1 } => ReadingProblem.NoNumber,
        _ when UnitWords.Counters.TryMean(rest, out _) => ReadingProblem.NoUnit,
        _ when CountedThing.HasFigure(rest) => ReadingProblem.SeveralFigures,
        _ when CountedThing.LooksLikeUnit(rest) => ReadingProblem.UnknownUnit,
        _ => null,
    };

    private static bool IsSmall(Quantity quantity) => Math.Max(quantity.Amount, quantity.UpperAmount ?? 0) <= Quantity.AmountLimit / 1_000_000;

    private static Quantity InMillions(Quantity quantity) =>
        quantity with { Amount = quantity.Amount * 1_000_000, UpperAmount = quantity.UpperAmount * 1_000_000, Unit = Unit.Each };

    private static string WithoutCounter(string rest) => UnitWords.Counters.TryTakeFirst(rest, out _, out var thing) && thing.Length > 0 ? thing : rest;

    private static string WithoutHyphen(string text) => text is ['-', var next, ..] && char.IsLetter(next) ? text[1..] : text;

    /// <summary>Words before the figure that say of what it is, and whether of each year or day.</summary>
    [GeneratedRegex(@"\A(with )?((an?|the|total|combined|overall|installed|planned|new|added|production|generating|generation|storage|design|floor|(?<yearly>annual|yearly)) )*"
        + @"(capacity|output|production|generation|area|length) of |\A((?<yearly>每年|年均|年(?=[产发供用减]))|(?<daily>每[天日]))?(可)?(总|累计|新增|规划|设计)*"
        + "(装机容量|装机|容量|产能|产量|产|发电量|发电|供电量|供电|用电量|用电|减排|占地面积|占地|建筑面积|面积|全长|总长|长|为期)?(?=.)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Measured();

    [GeneratedRegex("百分之(?<share>[0-9.]+|[零一二两三四五六七八九十百点]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ChineseShare();

    /// <summary>3日 is a day of some month; three days are 3天.</summary>
    [GeneratedRegex(@"\A[0-9]{1,2} ?[日号]\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"\A[0-9.,]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    /// <summary>"5m people", but not "5 m of cable".</summary>
    [GeneratedRegex(@"[0-9] ?m (?!of\b)\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex MetresOrMillions();
}

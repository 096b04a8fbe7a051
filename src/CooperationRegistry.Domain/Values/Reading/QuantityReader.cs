namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Reads a quantity as news prints it: <c>8.42 million kW</c>, <c>over 1,000 jobs</c>, <c>4.9-6.2 GW</c>, <c>约900万千瓦</c>,
/// <c>61 new energy projects</c>, <c>triple</c>. What it cannot be sure of it gives back to be asked.
/// </summary>
public static class QuantityReader
{
    private static readonly PhraseTable<bool> ShareBefore = new((true, "百分之"));

    private static readonly PhraseTable<bool> YearlyBefore = new((true, "每年|年均|年产"));

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
        var isYearly = YearlyBefore.TryTakeFirst(text, out _, out text);
        if (QualifierWords.Take(text, out var qualifier, out text) is { } contradiction)
            return contradiction;
        if (UnitWords.Multiples.TryMean(text, out var multiple))
        {
            quantities = [new() { Amount = multiple, Unit = Unit.Times, Qualifier = qualifier ?? Qualifier.Exactly }];
            return null;
        }

        if (ShareBefore.TryTakeFirst(text, out _, out var share))
            text = share + "%";
        return TakeFigures(isYearly ? text + "/年" : text, out var low, out var high, out var units, out var rest)
            ?? Combine(low!, high, units, qualifier, rest, out quantities);
    }

    /// <summary>A figure, or two; the unit may stand behind each.</summary>
    private static ReadingProblem? TakeFigures(string text, out Figure? low, out Figure? high, out IReadOnlyList<Unit>? units, out string rest)
    {
        (high, units) = (null, null);
        if (Figure.TryTake(text, isMoney: false, out low, out rest) is { } problem)
            return problem;

        units = UnitReader.Take(WithoutHyphen(rest), out var behind);
        if (!FigureSpan.TryTakeSeparator(rest, out var second) && !FigureSpan.TryTakeSeparator(behind, out second))
        {
            rest = units is null ? WithoutHyphen(rest) : behind;
            return null;
        }

        if (Figure.TryTake(second, isMoney: false, out high, out var secondRest) is { } broken)
        {
            // The hyphen of "40-GWh" is no range, and "6 to be built" no figure.
            high = null;
            rest = units is null ? WithoutHyphen(rest) : behind;
            return broken == ReadingProblem.NoNumber ? null : broken;
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
        if (CountedThing.Read(Counted(units, rest), out var thing) is { } leftOver)
            return leftOver;
        if (units is [Unit.Year] && low is { Scale: 1, Numbers: [>= 1900 and <= 2100] })
            return ReadingProblem.LooksLikeDate;

        var spans = FigureSpan.Of(low, high, Quantity.AmountLimit);
        if (spans.Count == 0)
            return FigureSpan.WhyNone(low, high);
        quantities = [..
            from span in spans
            from unit in units ?? [Unit.Each]
            select UnitReader.Measure(span, unit) with { Qualifier = high is null ? qualifier ?? Qualifier.Exactly : Qualifier.Range, Of = thing }];
        return null;
    }

    private static ReadingProblem? UnitProblem(Figure figure, string rest) => rest switch
    {
        "" => figure.IsArticle ? ReadingProblem.NoNumber : ReadingProblem.NoUnit,
        _ when figure is { IsArticle: true, Scale: 1 } => ReadingProblem.NoNumber,
        _ when CountedThing.LooksLikeUnit(rest) => ReadingProblem.UnknownUnit,
        _ => null,
    };

    private static string Counted(IReadOnlyList<Unit>? units, string rest) =>
        units is null && UnitWords.Counters.TryTakeFirst(rest, out _, out var thing) && thing.Length > 0 ? thing : rest;

    private static string WithoutHyphen(string text) => text is ['-', var next, ..] && char.IsLetter(next) ? text[1..] : text;
}

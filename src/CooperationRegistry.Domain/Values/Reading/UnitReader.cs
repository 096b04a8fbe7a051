using System.Collections.Frozen;
using static CooperationRegistry.Domain.Values.Unit;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Reads a unit with what makes another one of it: CO₂e, a year, a day, the million before it.</summary>
internal static class UnitReader
{
    private static readonly FrozenDictionary<Unit, Unit> OfCo2e = new Dictionary<Unit, Unit>
    {
        [Kilogram] = KilogramCo2e,
        [Tonne] = TonneCo2e,
        [MillionTonnes] = MillionTonnesCo2e,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Unit, Unit> PerYear = new Dictionary<Unit, Unit>
    {
        [KilowattHour] = KilowattHourPerYear,
        [MegawattHour] = MegawattHourPerYear,
        [GigawattHour] = GigawattHourPerYear,
        [TerawattHour] = TerawattHourPerYear,
        [KilogramCo2e] = KilogramCo2ePerYear,
        [TonneCo2e] = TonneCo2ePerYear,
        [MillionTonnesCo2e] = MillionTonnesCo2ePerYear,
        [Tonne] = TonnePerYear,
        [MillionTonnes] = MillionTonnesPerYear,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Unit, Unit> PerDay =
        new Dictionary<Unit, Unit> { [CubicMetre] = CubicMetrePerDay }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(decimal Scale, Unit Unit), Unit> Scaled = new Dictionary<(decimal, Unit), Unit>
    {
        [(1e4m, Kilowatt)] = TenThousandKilowatts,
        [(1e6m, Kilowatt)] = MillionKilowatts,
        [(1e4m, KilowattHour)] = TenThousandKilowattHours,
        [(1e8m, KilowattHour)] = HundredMillionKilowattHours,
        [(1e4m, KilowattHourPerYear)] = TenThousandKilowattHoursPerYear,
        [(1e8m, KilowattHourPerYear)] = HundredMillionKilowattHoursPerYear,
        [(1e4m, TonneCo2e)] = TenThousandTonnesCo2e,
        [(1e6m, TonneCo2e)] = MillionTonnesCo2e,
        [(1e4m, TonneCo2ePerYear)] = TenThousandTonnesCo2ePerYear,
        [(1e6m, TonneCo2ePerYear)] = MillionTonnesCo2ePerYear,
        [(1e4m, Tonne)] = TenThousandTonnes,
        [(1e6m, Tonne)] = MillionTonnes,
        [(1e4m, TonnePerYear)] = TenThousandTonnesPerYear,
        [(1e6m, TonnePerYear)] = MillionTonnesPerYear,
        [(1e4m, SquareMetre)] = TenThousandSquareMetres,
        [(1e4m, CubicMetre)] = TenThousandCubicMetres,
        [(1e4m, CubicMetrePerDay)] = TenThousandCubicMetresPerDay,
    }.ToFrozenDictionary();

    /// <summary>Null where no unit stands there; empty where there is none of the kind, such as megawatts a year.</summary>
    public static IReadOnlyList<Unit>? Take(string text, out string rest)
    {
        if (UnitWords.Foreign.TryTakeFirst(text, out _, out rest))
            return [];
        if (!UnitWords.ByCase.TryTakeFirst(text, out var units, out rest) && !UnitWords.Words.TryTakeFirst(text, out units, out rest))
            return null;

        var answer = Changed(UnitWords.Co2e, OfCo2e, units, ref rest);
        if (UnitWords.Yearly.TryTakeFirst(rest, out _, out rest))
            return Yearly(answer);
        return UnitWords.Daily.TryTakeFirst(rest, out _, out rest) ? Daily(answer) : answer;
    }

    /// <summary>Each of the units a year; empty where there is none.</summary>
    public static IReadOnlyList<Unit> Yearly(IReadOnlyList<Unit> units) => Changed(units, PerYear);

    public static IReadOnlyList<Unit> Daily(IReadOnlyList<Unit> units) => Changed(units, PerDay);

    /// <summary>The unit that has the scale in it, where there is one: 842 of 万千瓦, not 8 420 000 of 千瓦.</summary>
    public static Quantity Measure(FigureSpan span, Unit unit) => Scaled.TryGetValue((span.Scale, unit), out var scaled)
        ? new() { Amount = span.Low, UpperAmount = span.High, Unit = scaled }
        : new() { Amount = span.ScaledLow, UpperAmount = span.ScaledHigh, Unit = unit };

    private static Unit[] Changed(PhraseTable<bool> words, FrozenDictionary<Unit, Unit> changes, Unit[] units, ref string rest) =>
        words.TryTakeFirst(rest, out _, out rest) ? Changed(units, changes) : units;

    private static Unit[] Changed(IReadOnlyList<Unit> units, FrozenDictionary<Unit, Unit> changes) =>
        [.. units.Where(changes.ContainsKey).Select(unit => changes[unit])];
}

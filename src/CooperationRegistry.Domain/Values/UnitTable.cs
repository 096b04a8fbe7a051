using System.Collections.Frozen;
using static CooperationRegistry.Domain.Values.Dimension;
using static CooperationRegistry.Domain.Values.Unit;

namespace CooperationRegistry.Domain.Values;

/// <summary>
/// Base units: kW, kWh, kWh a year, tonne, m², one, percent, percentage point, times, metre, m³, m³ a day, job, day.
/// </summary>
internal static class UnitTable
{
    private static readonly UnitDefinition[] Rows =
    [
        new(Kilowatt, Power, "kW", 1),
        new(Megawatt, Power, "MW", 1_000),
        new(Gigawatt, Power, "GW", 1_000_000),
        new(TenThousandKilowatts, Power, "万千瓦", 10_000),
        new(MillionKilowatts, Power, "million kW", 1_000_000),

        new(KilowattHour, Energy, "kWh", 1),
        new(MegawattHour, Energy, "MWh", 1_000),
        new(GigawattHour, Energy, "GWh", 1_000_000),
        new(TerawattHour, Energy, "TWh", 1_000_000_000),
        new(TenThousandKilowattHours, Energy, "万千瓦时", 10_000),
        new(HundredMillionKilowattHours, Energy, "亿千瓦时", 100_000_000),

        new(KilowattHourPerYear, EnergyPerYear, "kWh/a", 1),
        new(MegawattHourPerYear, EnergyPerYear, "MWh/a", 1_000),
        new(GigawattHourPerYear, EnergyPerYear, "GWh/a", 1_000_000),
        new(TerawattHourPerYear, EnergyPerYear, "TWh/a", 1_000_000_000),
        new(TenThousandKilowattHoursPerYear, EnergyPerYear, "万千瓦时/年", 10_000),
        new(HundredMillionKilowattHoursPerYear, EnergyPerYear, "亿千瓦时/年", 100_000_000),

        new(KilogramCo2e, MassCo2e, "kg CO₂e", 1, 1_000),
        new(TonneCo2e, MassCo2e, "t CO₂e", 1),
        new(TenThousandTonnesCo2e, MassCo2e, "万吨 CO₂e", 10_000),
        new(MillionTonnesCo2e, MassCo2e, "Mt CO₂e", 1_000_000),

        new(KilogramCo2ePerYear, MassCo2ePerYear, "kg CO₂e/a", 1, 1_000),
        new(TonneCo2ePerYear, MassCo2ePerYear, "t CO₂e/a", 1),
        new(TenThousandTonnesCo2ePerYear, MassCo2ePerYear, "万吨 CO₂e/年", 10_000),
        new(MillionTonnesCo2ePerYear, MassCo2ePerYear, "Mt CO₂e/a", 1_000_000),

        new(Kilogram, Mass, "kg", 1, 1_000),
        new(Tonne, Mass, "t", 1),
        new(TenThousandTonnes, Mass, "万吨", 10_000),
        new(MillionTonnes, Mass, "Mt", 1_000_000),

        new(TonnePerYear, MassPerYear, "t/a", 1),
        new(TenThousandTonnesPerYear, MassPerYear, "万吨/年", 10_000),
        new(MillionTonnesPerYear, MassPerYear, "Mt/a", 1_000_000),

        new(SquareMetre, Area, "m²", 1),
        new(TenThousandSquareMetres, Area, "万平方米", 10_000),
        new(Hectare, Area, "ha", 10_000),
        new(SquareKilometre, Area, "km²", 1_000_000),
        new(Mu, Area, "亩", 2_000, 3),

        new(Each, Count, "", 1),
        new(Percent, Share, "%", 1),
        new(PercentagePoint, ShareChange, "pp", 1),
        new(Times, Ratio, "×", 1),

        new(Metre, Length, "m", 1),
        new(Kilometre, Length, "km", 1_000),

        new(CubicMetre, Volume, "m³", 1),
        new(TenThousandCubicMetres, Volume, "万立方米", 10_000),

        new(CubicMetrePerDay, VolumePerDay, "m³/d", 1),
        new(TenThousandCubicMetresPerDay, VolumePerDay, "万立方米/日", 10_000),

        new(Job, Jobs, "jobs", 1),

        new(Hour, Duration, "h", 1, 24),
        new(Day, Duration, "d", 1),
        new(Week, Duration, "wk", 7),
        new(Month, Duration, "mo", 146_097, 4_800),
        new(Year, Duration, "a", 146_097, 400),
    ];

    public static readonly FrozenDictionary<Unit, UnitDefinition> ByUnit = Rows.ToFrozenDictionary(row => row.Unit);
}

namespace CooperationRegistry.Domain.Values;

public enum Unit
{
    Kilowatt,
    Megawatt,
    Gigawatt,

    /// <summary>万千瓦, 10 MW.</summary>
    TenThousandKilowatts,

    MillionKilowatts,

    KilowattHour,
    MegawattHour,
    GigawattHour,
    TerawattHour,

    /// <summary>万千瓦时, 10 MWh.</summary>
    TenThousandKilowattHours,

    /// <summary>亿千瓦时, 100 GWh.</summary>
    HundredMillionKilowattHours,

    KilowattHourPerYear,
    MegawattHourPerYear,
    GigawattHourPerYear,
    TerawattHourPerYear,
    TenThousandKilowattHoursPerYear,
    HundredMillionKilowattHoursPerYear,

    KilogramCo2e,
    TonneCo2e,
    TenThousandTonnesCo2e,
    MillionTonnesCo2e,

    KilogramCo2ePerYear,
    TonneCo2ePerYear,
    TenThousandTonnesCo2ePerYear,
    MillionTonnesCo2ePerYear,

    Kilogram,
    Tonne,
    TenThousandTonnes,
    MillionTonnes,

    TonnePerYear,
    TenThousandTonnesPerYear,
    MillionTonnesPerYear,

    SquareMetre,
    TenThousandSquareMetres,
    Hectare,
    SquareKilometre,

    /// <summary>亩, 10 000/15 m².</summary>
    Mu,

    Each,
    Percent,
    PercentagePoint,
    Times,

    Metre,
    Kilometre,

    CubicMetre,
    TenThousandCubicMetres,

    CubicMetrePerDay,
    TenThousandCubicMetresPerDay,

    Job,

    Hour,
    Day,
    Week,

    /// <summary>A mean month of the Gregorian calendar, 30.436875 days.</summary>
    Month,

    /// <summary>A mean year of the Gregorian calendar, 365.2425 days.</summary>
    Year,
}

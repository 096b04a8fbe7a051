namespace CooperationRegistry.Domain.Values;

/// <summary>What a unit measures. Only quantities of one dimension compare.</summary>
public enum Dimension
{
    Power,
    Energy,

    /// <summary>Yearly output or consumption, and the yearly scale of a battery factory.</summary>
    EnergyPerYear,

    MassCo2e,
    MassCo2ePerYear,
    Mass,
    MassPerYear,
    Area,
    Count,

    /// <summary>A part of a whole, in percent.</summary>
    Share,

    /// <summary>A change in a share, in percentage points.</summary>
    ShareChange,

    /// <summary>How many times as much.</summary>
    Ratio,

    Length,
    Volume,
    VolumePerDay,
    Jobs,
    Duration,
}

namespace CooperationRegistry.Domain.Values;

/// <summary>The season codes of EDTF level 1.</summary>
public enum EdtfSeason
{
    Spring = 21,
    Summer = 22,
    Autumn = 23,
    Winter = 24,
}

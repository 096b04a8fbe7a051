using System.ComponentModel.DataAnnotations;

namespace CooperationRegistry.Domain.Values;

/// <summary>WGS 84, in degrees.</summary>
public sealed record Coordinates
{
    [Range(-90d, 90d)]
    public decimal Latitude { get; set; }

    [Range(-180d, 180d)]
    public decimal Longitude { get; set; }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

/// <summary>WGS 84, in degrees.</summary>
public sealed record Coordinates
{
    [JsonRequired]
    [Range(-90d, 90d)]
    public decimal Latitude { get; set; }

    [JsonRequired]
    [Range(-180d, 180d)]
    public decimal Longitude { get; set; }
}

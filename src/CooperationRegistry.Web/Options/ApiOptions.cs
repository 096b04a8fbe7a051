using System.ComponentModel.DataAnnotations;

namespace CooperationRegistry.Web.Options;

/// <summary>How often programs may ask in a minute.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>From one address without a key.</summary>
    [Range(1, 1_000_000, ErrorMessage = "The setting Api__PermitsPerMinute is not between 1 and 1000000.")]
    public int PermitsPerMinute { get; init; } = 300;

    /// <summary>With one key, from wherever.</summary>
    [Range(1, 1_000_000, ErrorMessage = "The setting Api__KeyPermitsPerMinute is not between 1 and 1000000.")]
    public int KeyPermitsPerMinute { get; init; } = 1200;
}

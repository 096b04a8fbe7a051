using System.ComponentModel.DataAnnotations;

namespace CooperationRegistry.Web.Options;

/// <summary>Settings of the registry as a whole, at the root of the configuration.</summary>
public sealed class RegistryOptions
{
    /// <summary>Holds the private database, where there is one, and the logs.</summary>
    [Required]
    public required string DataFolder { get; init; }

    /// <summary>What addresses in files and feeds start with; where it is not set, the address a request came to.</summary>
    [Url(ErrorMessage = "The setting PublicUrl is not an address such as https://registry.example.org.")]
    public string? PublicUrl { get; init; }

    /// <summary>The address of the site as links carry it, without a slash at its end.</summary>
    public string AddressFor(HttpRequest request) => (PublicUrl ?? $"{request.Scheme}://{request.Host}{request.PathBase}").TrimEnd('/');
}

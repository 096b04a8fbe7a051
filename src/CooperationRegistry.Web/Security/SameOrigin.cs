using CooperationRegistry.Web.Options;

namespace CooperationRegistry.Web.Security;

/// <summary>
/// Whether a request that changes something was made by a page of the registry. The session's cookie is SameSite=Lax, but a sibling
/// domain is the same site. A token would have to be fetched by the script and sent before the file; what the browser itself says of
/// the request is there before the first byte of the body, and no page of another origin can change it.
/// </summary>
internal static class SameOrigin
{
    /// <summary>False also where nothing is said: every browser of today names the origin of a POST.</summary>
    public static bool Holds(HttpRequest request, RegistryOptions options)
    {
        // Sent over https and on localhost only.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && (IsOf(origin, $"http://{request.Host}") || (options.PublicUrl is { } address && IsOf(origin, address)));
    }

    // Behind a proxy the scheme is the proxy's.
    private static bool IsOf(Uri origin, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var own) && origin.Authority.Equals(own.Authority, StringComparison.OrdinalIgnoreCase);
}

using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationRegistry.Web.Languages;

/// <summary>
/// The language of a page: what the address asks for, else what the cookie has, else what the browser prefers. The cookie is left by the
/// workspace and the account pages alone: a public page sets none, so that it can be kept, and carries the language in its links.
/// </summary>
internal sealed class RequestLanguage : RequestCultureProvider
{
    /// <summary>In the address: <c>?lang=zh-Hans</c>.</summary>
    public const string QueryKey = "lang";

    private const string CookieName = "registry.language";

    // A circuit begins with a request of its own, which has the cookie but not the address of the page.
    private static readonly PathString[] Remembering = ["/workspace", "/admin", "/account"];

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Of(httpContext);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(InterfaceLanguage.English, language));
    }

    /// <summary>Null where nothing says any that the interface speaks.</summary>
    public static string? Of(HttpContext http) =>
        Asked(http) ?? InterfaceLanguage.Nearest(http.Request.Cookies[CookieName]) ?? Preferred(http.Request);

    /// <summary>Remembers what the address asks for.</summary>
    public static void Keep(HttpContext http)
    {
        if (!Array.Exists(Remembering, start => http.Request.Path.StartsWithSegments(start)) || Asked(http) is not { } language)
            return;
        http.Response.Cookies.Append(
            CookieName,
            language,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }

    /// <summary>What the address asks for; null where it leaves the language open.</summary>
    public static string? Asked(HttpContext http) =>
        AskedAddress.QueryOf(http) is { HasValue: true } query ? InterfaceLanguage.Nearest(QueryHelpers.ParseQuery(query.Value).GetValueOrDefault(QueryKey)) : null;

    private static string? Preferred(HttpRequest request) =>
        request.Headers.AcceptLanguage.Count == 0 ? null : request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => InterfaceLanguage.Nearest(wanted.Value.Value))
            .FirstOrDefault(language => language is not null);
}

using Microsoft.AspNetCore.Localization;

namespace CooperationRegistry.Web.Languages;

/// <summary>
/// The language of the workspace and the account pages: what the address asks for, else what it asked for last, else what the browser
/// prefers. Public pages are the same for everybody, so that they can be kept.
/// </summary>
internal sealed class RequestLanguage : RequestCultureProvider
{
    /// <summary>In the address: <c>?lang=zh-Hans</c>.</summary>
    public const string QueryKey = "lang";

    private const string CookieName = "registry.language";

    // A circuit begins with a request of its own, which has the cookie but not the address of the page.
    private static readonly PathString[] Chosen = ["/workspace", "/admin", "/account", "/_blazor"];

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var language = IsChosen(request) ? Asked(request) ?? InterfaceLanguage.Nearest(request.Cookies[CookieName]) ?? Preferred(request) : null;
        return Task.FromResult(language is null ? null : new ProviderCultureResult(InterfaceLanguage.English, language));
    }

    /// <summary>Remembers what the address asks for.</summary>
    public static void Keep(HttpContext http)
    {
        if (!IsChosen(http.Request) || Asked(http.Request) is not { } language)
            return;
        http.Response.Cookies.Append(
            CookieName,
            language,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }

    private static bool IsChosen(HttpRequest request) => Array.Exists(Chosen, start => request.Path.StartsWithSegments(start));

    private static string? Asked(HttpRequest request) => InterfaceLanguage.Nearest(request.Query[QueryKey]);

    private static string? Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => InterfaceLanguage.Nearest(wanted.Value.Value))
            .FirstOrDefault(language => language is not null);
}

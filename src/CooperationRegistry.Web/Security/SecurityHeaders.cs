using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CooperationRegistry.Web.Security;

internal static class SecurityHeaders
{
    // No inline script or style. Forms go home, nobody frames us, nothing comes from elsewhere.
    private const string Strict =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    // The component library places its popups with style attributes.
    private static readonly string Workspace = Strict.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);

    public static IServiceCollection AddPublicAntiforgery(this IServiceCollection services)
    {
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        var own = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider => new PublicAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))));
        return services;
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            Add(context);
            return next(context);
        });

    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = IsWorkspace(context.Request.Path) ? Workspace : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static bool IsWorkspace(PathString path) => path.StartsWithSegments("/workspace") || path.StartsWithSegments("/admin");
}

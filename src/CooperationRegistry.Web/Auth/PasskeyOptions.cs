using System.Security.Claims;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

/// <summary>What passkeys.js asks before it asks the browser. A cookie of five minutes keeps what the answer must fit.</summary>
internal static class PasskeyOptions
{
    public const string New = "/account/passkey-options/new";
    public const string Known = "/account/passkey-options/known";

    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<RegistryOptions>((options, registry) =>
        {
            // Without a public address it is the host that the request came to.
            options.ServerDomain = registry.PublicUrl is { } address ? new Uri(address).Host : null;
            // It stands for both factors, and for the e-mail address too.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        return services;
    }

    public static void MapPasskeyOptions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(New, NewAsync);
        endpoints.MapPost(Known, KnownAsync).AllowAnonymous();
    }

    private static async Task<IResult> NewAsync(HttpRequest request, ClaimsPrincipal person, OwnAccount own, Passkeys passkeys, RegistryOptions options) =>
        SameOrigin.Holds(request, options) ? Json(await passkeys.CreationOptionsAsync(await own.OfAsync(person))) : AnotherSite();

    private static async Task<IResult> KnownAsync(HttpRequest request, Passkeys passkeys, RegistryOptions options) =>
        SameOrigin.Holds(request, options) ? Json(await passkeys.RequestOptionsAsync()) : AnotherSite();

    private static IResult AnotherSite() => Results.Problem(title: "This request comes from another site.", statusCode: StatusCodes.Status403Forbidden);

    private static IResult Json(string json) => Results.Text(json, "application/json");
}

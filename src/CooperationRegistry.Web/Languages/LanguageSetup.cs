using System.Globalization;
using CooperationRegistry.Web.Caching;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Languages;

public static class LanguageSetup
{
    /// <summary>
    /// Chooses the texts only. Numbers and dates are written by <see cref="Words"/> and read the same in every language, so the culture
    /// of values is the invariant one, whatever the machine has.
    /// </summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, new CultureInfo(InterfaceLanguage.English));
            options.SupportedCultures = null;
            options.SupportedUICultures = [.. InterfaceLanguage.All.Select(language => new CultureInfo(language))];
            options.RequestCultureProviders = [new RequestLanguage()];
        });

    public static void UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use((http, next) =>
        {
            RequestLanguage.Keep(http);
            Tell(http);
            return next(http);
        });
    }

    /// <summary>Says which language a public page speaks and, where its address does not settle that, what did.</summary>
    private static void Tell(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<KeptPage>() is null)
            return;
        http.Response.Headers.ContentLanguage = InterfaceLanguage.Current;
        if (RequestLanguage.Asked(http) is null)
            http.Response.Headers.Vary = $"{HeaderNames.AcceptLanguage}, {HeaderNames.Cookie}";
    }
}

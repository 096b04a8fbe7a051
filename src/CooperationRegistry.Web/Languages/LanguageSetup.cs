using System.Globalization;
using Microsoft.AspNetCore.Localization;

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
            options.SupportedUICultures = [new CultureInfo(InterfaceLanguage.English), new CultureInfo(InterfaceLanguage.Chinese)];
            options.RequestCultureProviders = [new RequestLanguage()];
        });

    public static void UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use((http, next) =>
        {
            RequestLanguage.Keep(http);
            return next(http);
        });
    }
}

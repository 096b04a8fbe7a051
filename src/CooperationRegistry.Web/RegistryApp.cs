using CooperationRegistry.Data;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Caching;
using CooperationRegistry.Web.Checking;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Components.Workspace;
using CooperationRegistry.Web.Components;
using CooperationRegistry.Web.Health;
using CooperationRegistry.Web.Importing;
using CooperationRegistry.Web.Languages;
using CooperationRegistry.Web.Logging;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;

namespace CooperationRegistry.Web;

/// <summary>The web application: what is added, what is used, what is mapped.</summary>
public static class RegistryApp
{
    private const int LongestRequestLine = 128 * 1024;

    /// <param name="builder">Settings and logs.</param>
    /// <param name="replace">What a test puts in the place of a service: the clock.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? replace = null)
    {
        // What is too long to be looked for is said on the page, not by a closed door.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = LongestRequestLine);
        builder.AddRegistryOptions();
        builder.AddRegistryHealth();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRegistryData(builder.Configuration.GetConnectionString("Registry") ?? "");
        builder.Services.AddRegistryAuth();
        builder.Services.AddAccountLimit();
        builder.Services.AddRegistryApi();
        builder.Services.AddLanguages();
        builder.AddPublicPages();
        builder.Services.AddRegistryWorkspace();
        builder.Services.AddKeptPages();
        builder.Services.AddPublicAntiforgery();
        builder.Services.AddHostedService<PublicationListener>();
        builder.Services.AddHostedService<StatusCalendar>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddSingleton<LinkChecker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LinkChecker>());

        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<KeptPages>();
        // What a handler of ours tells a program is logged as what the page tells a person.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true, SuppressDiagnosticsCallback = _ => false });
        // Within the handler, which takes away what headers the failed page had.
        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseLanguages();
        app.UseRegistryApi();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseOutputCache();
        app.MapRegistryHealth();
        app.MapRegistryApi();
        app.MapDataFiles();
        app.MapAgreementFeeds();
        app.MapAttachments();
        app.MapImportFiles();
        app.MapSearchSuggestions();
        app.MapCitationFiles();
        app.MapRegistryAuth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPages();
        return app;
    }
}

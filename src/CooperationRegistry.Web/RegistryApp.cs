using CooperationRegistry.Data;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Caching;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Components.Workspace;
using CooperationRegistry.Web.Components;
using CooperationRegistry.Web.Health;
using CooperationRegistry.Web.Languages;
using CooperationRegistry.Web.Logging;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;

namespace CooperationRegistry.Web;

/// <summary>The web application: what is added, what is used, what is mapped.</summary>
public static class RegistryApp
{
    /// <param name="builder">Settings and logs.</param>
    /// <param name="replace">What a test puts in the place of a service: the clock.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? replace = null)
    {
        builder.AddRegistryOptions();
        builder.AddRegistryHealth();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRegistryData(builder.Configuration.GetConnectionString("Registry") ?? "");
        builder.Services.AddRegistryAuth();
        builder.Services.AddAccountLimit();
        builder.Services.AddLanguages();
        builder.AddPublicPages();
        builder.Services.AddRegistryWorkspace();
        builder.Services.AddKeptPages();
        builder.Services.AddPublicAntiforgery();
        builder.Services.AddHostedService<PublicationListener>();
        builder.Services.AddHostedService<StatusCalendar>();

        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseLanguages();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseOutputCache();
        app.MapRegistryHealth();
        app.MapAgreementFiles();
        app.MapAttachments();
        app.MapCitationFiles();
        app.MapRegistryAuth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPages();
        return app;
    }
}

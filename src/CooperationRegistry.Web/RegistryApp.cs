using CooperationRegistry.Data;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Caching;
using CooperationRegistry.Web.Health;
using CooperationRegistry.Web.Logging;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;

namespace CooperationRegistry.Web;

/// <summary>The web application: what is added, what is used, what is mapped.</summary>
public static class RegistryApp
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.AddRegistryOptions();
        builder.AddRegistryHealth();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRegistryData(builder.Configuration.GetConnectionString("Registry") ?? "");
        builder.Services.AddPublicPageCache();
        builder.Services.AddPublicAntiforgery();
        builder.Services.AddHostedService<PublicationListener>();
        builder.Services.AddHostedService<StatusCalendar>();

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseOutputCache();
        app.MapRegistryHealth();
        app.MapAgreementFiles();
        return app;
    }
}

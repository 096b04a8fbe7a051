using CooperationRegistry.Web.Health;
using CooperationRegistry.Web.Logging;
using CooperationRegistry.Web.Options;

namespace CooperationRegistry.Web;

/// <summary>The web application: what is added, what is used, what is mapped.</summary>
public static class RegistryApp
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.AddRegistryOptions();
        builder.AddRegistryHealth();

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.MapRegistryHealth();
        return app;
    }
}

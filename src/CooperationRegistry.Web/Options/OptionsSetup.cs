using Microsoft.Extensions.Options;

namespace CooperationRegistry.Web.Options;

internal static class OptionsSetup
{
    public static void AddRegistryOptions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RegistryOptions>().Bind(builder.Configuration).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PostgresOptions>().BindConfiguration(PostgresOptions.Section);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<RegistryOptions>>().Value);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }
}

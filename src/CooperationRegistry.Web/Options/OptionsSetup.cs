using Microsoft.Extensions.Options;

namespace CooperationRegistry.Web.Options;

internal static class OptionsSetup
{
    public static void AddRegistryOptions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RegistryOptions>().Bind(builder.Configuration).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PostgresOptions>().BindConfiguration(PostgresOptions.Section);
        builder.Services.AddOptions<LinkCheckOptions>().BindConfiguration(LinkCheckOptions.Section);
        builder.Services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // A mailed link starts with a setting: the address of a request is the asker's to choose.
        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .Validate<RegistryOptions>((mail, registry) => !mail.IsSet || registry.PublicUrl is not null, "The setting Mail__Host needs PublicUrl, which mailed links start with.");
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<RegistryOptions>>().Value);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<MailOptions>>().Value);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<LinkCheckOptions>>().Value);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<ApiOptions>>().Value);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }
}

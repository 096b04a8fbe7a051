using System.CommandLine;
using CooperationRegistry.Web.Logging;
using CooperationRegistry.Web.Options;

namespace CooperationRegistry.Web.Commands;

/// <summary>The host that every verb starts from: settings and logs of one data folder.</summary>
internal static class RegistryHost
{
    public static WebApplicationBuilder CreateBuilder(ParseResult parsed, bool quiet)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = CommandRunner.Settings,
            EnvironmentName = parsed.GetValue(SharedOptions.Environment),
            // The program finds its settings and pages from whatever folder it is called in.
            ContentRootPath = AppContext.BaseDirectory,
        });
        var dataFolder = Path.GetFullPath(
            parsed.GetValue(SharedOptions.Data)?.FullName ?? builder.Configuration[nameof(RegistryOptions.DataFolder)] ?? ".data");
        builder.Configuration[nameof(RegistryOptions.DataFolder)] = dataFolder;
        builder.AddRegistryLogging(dataFolder, quiet);
        return builder;
    }
}

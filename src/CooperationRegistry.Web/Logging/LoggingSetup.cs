using Serilog;

namespace CooperationRegistry.Web.Logging;

internal static class LoggingSetup
{
    // On a thread of their own: requests would wait for each other to write their lines.
    private const string Sinks = "Serilog:WriteTo:Async:Args:configure:";
    private const string Console = $"{Sinks}Console:Args:";

    /// <summary>
    /// Serilog as the configuration says, its file under the data folder. A verb keeps standard output for its own answer:
    /// there only warnings reach the console, on standard error.
    /// </summary>
    public static void AddRegistryLogging(this IHostApplicationBuilder builder, string dataFolder, bool quiet)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{Sinks}File:Args:path"] = Path.Combine(dataFolder, "logs", "registry-.log"),
        };
        if (quiet)
        {
            settings[Console + "standardErrorFromLevel"] = "Verbose";
            settings[Console + "restrictedToMinimumLevel"] = "Warning";
        }

        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        Log.Logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.With<WithoutPath>().CreateLogger();
        builder.Logging.AddSerilog();
    }
}

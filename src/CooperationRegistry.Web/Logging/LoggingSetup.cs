using Serilog;

namespace CooperationRegistry.Web.Logging;

internal static class LoggingSetup
{
    private const string Levels = "Serilog:MinimumLevel";
    private const string Console = "Serilog:WriteTo:Console:Args:";

    /// <summary>
    /// Serilog as the configuration says, its file under the data folder. A verb keeps standard output for its own answer:
    /// there only warnings reach the console, on standard error.
    /// </summary>
    public static void AddRegistryLogging(this IHostApplicationBuilder builder, string dataFolder, bool quiet)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Serilog:WriteTo:File:Args:path"] = Path.Combine(dataFolder, "logs", "registry-.log"),
        };
        if (quiet)
        {
            settings[Console + "standardErrorFromLevel"] = "Verbose";
            settings[Console + "restrictedToMinimumLevel"] = "Warning";
        }

        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        var writing = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        var levels = new ConfigurationBuilder().AddInMemoryCollection(builder.Configuration.AsEnumerable().Where(s => s.Key.StartsWith(Levels, StringComparison.OrdinalIgnoreCase))).Build();
        Log.Logger = new LoggerConfiguration().ReadFrom.Configuration(levels).Enrich.With<WithoutPath>().WriteTo.Sink(new BackgroundSink(writing)).CreateLogger();
        builder.Logging.AddSerilog();
    }
}

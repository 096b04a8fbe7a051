using CooperationRegistry.Data.Importing;

namespace CooperationRegistry.Web.Importing;

/// <summary>Checks and publishes imports one after the other, also those that another program left half done.</summary>
internal sealed partial class ImportWorker(ImportWork work, ILogger<ImportWorker> logger) : BackgroundService
{
    // How soon an import is taken up that a program left when it died, or that was begun by a command.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, e);
            }
            await work.WaitAsync(Interval, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Working on imports failed; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

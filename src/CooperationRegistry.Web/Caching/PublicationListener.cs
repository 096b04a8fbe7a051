using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.OutputCaching;
using Npgsql;

namespace CooperationRegistry.Web.Caching;

/// <summary>Hears from the database when another program has published, and lets go of kept pages.</summary>
internal sealed partial class PublicationListener(
    NpgsqlDataSource database,
    PublicationNotice notice,
    PageShelf pages,
    IOutputCacheStore kept,
    ILogger<PublicationListener> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        notice.Published += cancellationToken =>
        {
            pages.Clear();
            return kept.EvictByTagAsync(KeptPage.Policy, cancellationToken);
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException lost)
            {
                LogLost(logger, lost.Message);
                await Task.Delay(Patience, stoppingToken);
                // Something may have been published while nobody listened.
                await notice.RaiseAsync(stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {PublicationNotice.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        while (true)
        {
            await connection.WaitAsync(stoppingToken);
            await notice.RaiseAsync(stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not listening for publications at the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Caching;

/// <summary>Rewrites the rows whose status the calendar changes: terms that end, events whose day has come.</summary>
internal sealed partial class StatusCalendar(
    IDbContextFactory<RegistryDbContext> contexts,
    PublicationNotice notice,
    TimeProvider time,
    ILogger<StatusCalendar> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                if (await AgreementListings.RefreshDueAsync(db, time.GetUtcNow(), stoppingToken) > 0)
                    await notice.RaiseAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading statuses anew failed; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

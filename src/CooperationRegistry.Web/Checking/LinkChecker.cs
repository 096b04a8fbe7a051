using CooperationRegistry.Data.Quality;
using CooperationRegistry.Web.Options;

namespace CooperationRegistry.Web.Checking;

/// <summary>Asks the addresses of sources whether they still answer: one after the other, none twice within a day, the head of the answer only.</summary>
internal sealed partial class LinkChecker(LinkChecks checks, LinkCheckOptions options, RegistryOptions registry, TimeProvider time, ILogger<LinkChecker> logger) : BackgroundService
{
    private const int AtOnce = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks what is due now.</summary>
    /// <returns>How many addresses were asked.</returns>
    public async Task<int> CheckDueAsync(CancellationToken cancellationToken)
    {
        using var client = NewClient();
        var due = await checks.TakeDueAsync(AtOnce, cancellationToken);
        foreach (var url in due)
        {
            var (status, fault) = await AskAsync(client, url, cancellationToken);
            await checks.NoteAsync(url, status, fault, cancellationToken);
        }
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Enabled)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                while (await CheckDueAsync(stoppingToken) == AtOnce)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async Task<(int? Status, LinkFault? Fault)> AskAsync(HttpClient client, string url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return ((int)response.StatusCode, null);
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException)
        {
            return (null, LinkFault.Private);
        }
        catch (Exception e) when (e is HttpRequestException or UriFormatException or InvalidOperationException or NotSupportedException)
        {
            return (null, LinkFault.NotReached);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, LinkFault.TooLate);
        }
    }

    private HttpClient NewClient()
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            MaxAutomaticRedirections = 5,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = Patience,
            ConnectCallback = options.AllowPrivate ? null : PublicAddresses.ConnectAsync,
        };
        var client = new HttpClient(handler) { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"CooperationRegistry-LinkCheck/1.0{(registry.PublicUrl is { } home ? $" (+{home})" : "")}");
        return client;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Checking links failed; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

using System.Collections.Concurrent;
using System.Net;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CooperationRegistry.Web.Tests.Api;

public sealed class ApiFailureTests(TestCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/cities")]
    [InlineData("/cities")]
    public async Task Failure_is_logged_and_tells_the_asker_a_number_and_nothing_of_its_cause(string address)
    {
        await using var site = new LoggedSite(cluster);
        await site.InitializeAsync();
        await using var owner = site.OpenAsOwner();
        await owner.Database.ExecuteSqlRawAsync("REVOKE SELECT ON cities, revisions FROM registry_server", Token);

        using var response = await site.CallAsync("GET", address);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("permission denied", text, StringComparison.Ordinal);
        Assert.Contains("0H", text, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Contains(site.Log.Failures, failure => failure.ToString().Contains("permission denied", StringComparison.Ordinal));
    }

    private sealed class LoggedSite(TestCluster cluster) : RegistrySite(cluster)
    {
        public FailureLog Log { get; } = new();

        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddLogging(logging => logging.AddProvider(Log));
        }
    }

    private sealed class FailureLog : ILoggerProvider, ILogger
    {
        public ConcurrentBag<Exception> Failures { get; } = [];

        public ILogger CreateLogger(string categoryName) => categoryName.EndsWith("ExceptionHandlerMiddleware", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
                Failures.Add(exception);
        }

        public void Dispose()
        {
        }
    }
}

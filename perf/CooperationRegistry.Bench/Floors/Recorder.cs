using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Data;
using CooperationRegistry.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CooperationRegistry.Bench.Floors;

/// <summary>Runs the server's own code in this process and writes down what it asks the database while it makes pages.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private const int AtATime = 4;

    private readonly AsyncLocal<Heard?> current = new();
    private readonly ConcurrentDictionary<string, Heard> heardBy = new();
    private readonly ActivityListener listener;
    private readonly NpgsqlDataSource source;
    private readonly WebApplication app;
    private readonly string connection;

    /// <summary>What one request asked so far.</summary>
    private sealed class Heard
    {
        public List<(DbCommand? Command, IReadOnlyList<(string Text, IReadOnlyList<RecordedParameter> Parameters)> Statements)> Trips { get; } = [];

        /// <summary>Whether the tracing has seen the last of the trips too.</summary>
        public bool IsTraced { get; set; }

        /// <summary>As Npgsql counts them.</summary>
        public int Count { get; set; }
    }

    private Recorder(Registry registry)
    {
        connection = registry.Reader;
        // Two ears, because the server asks through EF and may ask without it: what goes through both is heard once.
        listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            // Not those of new connections, which have no text.
            ActivityStopped = a =>
            {
                if (current.Value is { } heard && a.GetTagItem("db.query.text") is not null)
                    heard.Count++;
            },
        };
        ActivitySource.AddActivityListener(listener);
        source = new NpgsqlDataSourceBuilder(connection)
            .ConfigureTracing(t => t.ConfigureCommandEnrichmentCallback((_, command) => Trace(command)).ConfigureBatchEnrichmentCallback((_, batch) => Trace(batch)))
            .Build();

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = typeof(RegistryApp).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Registry"] = connection, ["DataFolder"] = registry.DataFolder, ["urls"] = "http://127.0.0.1:0" });
        builder.Logging.ClearProviders();
        app = RegistryApp.Build(builder, services =>
        {
            services.Replace(ServiceDescriptor.Singleton(source));
            services.ConfigureDbContext<RegistryDbContext>(o => o.AddInterceptors(new Ear(this)));
            services.AddSingleton<IStartupFilter>(new Door(this));
        });
    }

    public static async Task<Recorder> StartAsync(Registry registry, CancellationToken cancellationToken)
    {
        var recorder = new Recorder(registry);
        await recorder.app.StartAsync(cancellationToken);
        return recorder;
    }

    /// <summary>Asks for each page once, after a few that make the server warm; leaves off after so long a time.</summary>
    /// <returns>Of the first addresses, as many as there was time for.</returns>
    public async Task<Recording> RecordAsync(IReadOnlyList<string> paths, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(10) };
        foreach (var path in paths.Take(5))
            await AskAsync(client, path, "warm", cancellationToken);
        heardBy.Clear();

        var (start, asked) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(async _ =>
        {
            int index;
            while (Stopwatch.GetElapsedTime(start) < atMost && (index = Interlocked.Increment(ref asked) - 1) < paths.Count)
                await AskAsync(client, paths[index], index.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }));
        return Whole(paths.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await source.DisposeAsync();
        // The cluster gives no more than a hundred connections to all.
        NpgsqlConnection.ClearAllPools();
        listener.Dispose();
    }

    private static async Task AskAsync(HttpClient client, string path, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Reader.Unseen(path), UriKind.Relative));
        request.Headers.Add(Door.Key, key);
        using var answer = await client.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}.");
    }

    private Recording Whole(int most)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var pages = new List<RecordedPage>();
        for (var index = 0; index < most && heardBy.TryGetValue(index.ToString(CultureInfo.InvariantCulture), out var heard); index++)
        {
            if (heard.Count != heard.Trips.Count)
                throw new InvalidOperationException($"The server went to the database {heard.Count} times, of which {heard.Trips.Count} were heard.");
            pages.Add(new RecordedPage([.. heard.Trips.Select(t => t.Statements.Select(s => new RecordedStatement(Number(s.Text), s.Parameters)).ToList())]));
        }
        return new Recording(Connection(), [.. texts.Keys], pages);

        int Number(string text)
        {
            if (!texts.TryGetValue(text, out var number))
                texts[text] = number = texts.Count;
            return number;
        }
    }

    // As the server has it, with settings that its code adds; its data source may have taken the password away.
    private string Connection()
    {
        using var db = app.Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContext();
        return new NpgsqlConnectionStringBuilder(db.Database.GetDbConnection().ConnectionString) { Password = new NpgsqlConnectionStringBuilder(connection).Password }.ConnectionString;
    }

    private void Hear(DbCommand command)
    {
        if (current.Value is not { } heard)
            return;
        heard.Trips.Add((command, [Statement(command.CommandText, command.Parameters)]));
        heard.IsTraced = false;
    }

    private void Trace(NpgsqlCommand command)
    {
        if (current.Value is not { } heard)
            return;
        if (heard.IsTraced || heard.Trips.Count == 0 || !ReferenceEquals(heard.Trips[^1].Command, command))
            Hear(command);
        heard.IsTraced = true;
    }

    private void Trace(NpgsqlBatch batch)
    {
        if (current.Value is { } heard)
            heard.Trips.Add((null, [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(c => Statement(c.CommandText, c.Parameters))]));
    }

    private static (string Text, IReadOnlyList<RecordedParameter> Parameters) Statement(string text, DbParameterCollection parameters) =>
        (text, [.. parameters.Cast<NpgsqlParameter>().Select(RecordedParameter.Of)]);

    private sealed class Ear(Recorder recorder) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            recorder.Hear(command);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            recorder.Hear(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            recorder.Hear(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            recorder.Hear(command);
            return new(result);
        }
    }

    /// <summary>Before all else of the server: tells the requests of the recorder apart, and from what the server does by itself.</summary>
    private sealed class Door(Recorder recorder) : IStartupFilter
    {
        public const string Key = "X-Recording";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                if (context.Request.Headers[Key].ToString() is { Length: > 0 } key)
                    recorder.current.Value = recorder.heardBy[key] = new Heard();
                await go(context);
            });
            next(app);
        };
    }
}

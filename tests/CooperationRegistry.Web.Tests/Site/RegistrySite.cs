using AngleSharp;
using AngleSharp.Dom;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>The whole program on a loopback port, over a database of the class's own, connected as the server role.</summary>
public class RegistrySite(TestCluster cluster) : IAsyncLifetime
{
    private WebApplication app = null!;

    public HttpClient Client { get; private set; } = null!;

    public FakeTime Time { get; } = new();

    public DatabaseAddress Database { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    /// <summary>Settings besides those that every site needs.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        Database = await FindDatabaseAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(RegistryApp).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Registry"] = Database.Server, ["DataFolder"] = Path.GetTempPath(), ["urls"] = "http://127.0.0.1:0" });
        // The clock of a test stands still, and with it the minute that requests are counted in.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Api:PermitsPerMinute"] = "100000", ["Api:KeyPermitsPerMinute"] = "100000" });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders();
        app = RegistryApp.Build(builder, Replace);
        await app.StartAsync();
        Client = NewClient();
    }

    /// <summary>A reader without cookies who follows no redirects.</summary>
    public HttpClient NewClient(bool withCookies = false) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = withCookies }) { BaseAddress = new Uri(app.Urls.First()) };

    public Task<RegistryDbContext> OpenAsync() => Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync();

    /// <summary>A context as the database's owner, for what the server role may not do.</summary>
    public RegistryDbContext OpenAsOwner() => new(DatabaseSetup.Options(Database.Owner));

    public async Task<IDocument> PageAsync(string address)
    {
        var html = await Client.GetStringAsync(new Uri(address, UriKind.Relative));
        return await BrowsingContext.New().OpenAsync(response => response.Content(html));
    }

    /// <summary>Loads records as a file of JSON Lines would.</summary>
    public async Task<int> LoadAsync(params string[] lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines);
            return await Services.GetRequiredService<RecordFiles>().LoadAsync([file], "test", TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client?.Dispose();
        await app.DisposeAsync();
    }

    protected virtual Task<DatabaseAddress> FindDatabaseAsync() => cluster.CreateAsync();

    protected virtual void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
}

/// <summary>The site with the sample registry loaded. Tests of a class that only reads share it.</summary>
public class SampleSite(TestCluster cluster) : RegistrySite(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sample", "data"), "*.jsonl");
        await Services.GetRequiredService<RecordFiles>().LoadAsync(files, "sample registry", CancellationToken.None);
    }
}

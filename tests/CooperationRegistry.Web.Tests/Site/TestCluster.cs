using CooperationRegistry.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(CooperationRegistry.Web.Tests.Site.TestCluster))]

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>One PostgreSQL cluster a run; each test class gets a database of its own, copied from a migrated one.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "registry_template";

    private readonly SemaphoreSlim copying = new(1);
    private LocalPostgres postgres = null!;
    private int count;

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"cooperation-registry-{Guid.NewGuid():N}");
        postgres = await LocalPostgres.StartAsync(new LocalPostgresOptions { DataFolder = folder, Throwaway = true }, NullLogger.Instance);
        var template = await postgres.CreateDatabaseAsync(Template);
        await using var db = new RegistryDbContext(DatabaseSetup.Options(template.Owner));
        await db.Database.MigrateAsync();
    }

    public async Task<DatabaseAddress> CreateAsync()
    {
        await copying.WaitAsync();
        try
        {
            return await postgres.CreateDatabaseAsync($"test_{++count}", Template);
        }
        finally
        {
            copying.Release();
        }
    }

    /// <summary>A database without any table.</summary>
    public Task<DatabaseAddress> CreateEmptyAsync() => postgres.CreateDatabaseAsync($"test_{Interlocked.Increment(ref count)}_empty");

    public async ValueTask DisposeAsync()
    {
        copying.Dispose();
        await postgres.DisposeAsync();
    }
}

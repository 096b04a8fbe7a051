using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Data;

public static class DatabaseSetup
{
    /// <summary>Contexts come from a factory, because a circuit outlives a context.</summary>
    public static IServiceCollection AddRegistryDatabase(this IServiceCollection services, string connectionString) =>
        services
            .Configure<IdentityOptions>(UsePasskeyTables)
            .AddDbContextFactory<RegistryDbContext>(options => Configure(options, connectionString));

    public static DbContextOptions<RegistryDbContext> Options(string connectionString)
    {
        var options = new DbContextOptionsBuilder<RegistryDbContext>();
        Configure(options, connectionString);
        return options.UseApplicationServiceProvider(IdentityServices).Options;
    }

    // The accounts' tables are chosen by an option that the context looks up in the application's services.
    private static ServiceProvider IdentityServices { get; } = new ServiceCollection().Configure<IdentityOptions>(UsePasskeyTables).BuildServiceProvider();

    private static void UsePasskeyTables(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    private static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(
            connectionString,
            npgsql => npgsql
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .MigrationsHistoryTable("migrations"));
}

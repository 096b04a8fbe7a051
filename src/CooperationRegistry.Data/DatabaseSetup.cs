using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CooperationRegistry.Data;

public static class DatabaseSetup
{
    // Of the statements that pages ask with, each in a few forms.
    private const int MostPrepared = 200;

    private const int MostConnections = 50;

    /// <summary>Contexts come from a factory, because a circuit outlives a context, and are used again, because making one costs more than a short query.</summary>
    public static IServiceCollection AddRegistryDatabase(this IServiceCollection services, string connectionString) =>
        services
            .Configure<IdentityOptions>(UsePasskeyTables)
            .AddPooledDbContextFactory<RegistryDbContext>(options => Configure(options, connectionString));

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
            Prepared(connectionString),
            npgsql => npgsql
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .MigrationsHistoryTable("migrations"));

    // Statements that come again are parsed once on each connection. What the settings say of it holds.
    private static string Prepared(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // Not ContainsKey, which is true of every setting that there is.
        if (!connection.ShouldSerialize("Max Auto Prepare"))
            connection.MaxAutoPrepare = MostPrepared;
        // But planned for what they ask each time: a plan for any city reads half the table for one with few agreements. And without helpers, which take
        // longer to start than the statements of a page take.
        connection.Options ??= "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0";
        // A database gives a hundred to all programs, if nobody says otherwise; who waits for one of ours is served sooner than who is refused.
        if (!connection.ShouldSerialize("Maximum Pool Size"))
            connection.MaxPoolSize = MostConnections;
        return connection.ConnectionString;
    }
}

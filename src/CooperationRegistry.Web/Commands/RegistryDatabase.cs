using CooperationRegistry.Data;
using CooperationRegistry.Web.Options;
using Npgsql;
using Serilog.Extensions.Logging;

namespace CooperationRegistry.Web.Commands;

/// <summary>
/// The database a verb works on: the one that the settings name, or the private cluster of the data folder, which is started
/// for as long as the verb needs it and is always brought up to this program's migrations.
/// </summary>
internal sealed class RegistryDatabase(LocalPostgres? cluster) : IAsyncDisposable
{
    private const string ServerSetting = "ConnectionStrings:Registry";
    private const string OwnerSetting = "ConnectionStrings:RegistryOwner";

    public bool IsPrivate => cluster is not null;

    /// <summary>Opens it for a verb that reads and writes records, and names it in the settings.</summary>
    public static async Task<RegistryDatabase> OpenAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        if (Given(builder, ServerSetting) is not null)
            return new RegistryDatabase(cluster: null);

        var cluster = await StartAsync(builder, cancellationToken);
        var database = new RegistryDatabase(cluster);
        try
        {
            await StoreWork.MigrateAsync(cluster.OwnerConnectionString, cancellationToken);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }

        builder.Configuration[ServerSetting] = cluster.ServerConnectionString;
        return database;
    }

    public static async Task MigrateAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        if (Given(builder, OwnerSetting) is { } owner)
            await StoreWork.MigrateAsync(owner, cancellationToken);
        else if (Given(builder, ServerSetting) is not null)
            throw new CommandRefusedException("The setting ConnectionStrings__Registry names a database of your own: give the setting "
                + "ConnectionStrings__RegistryOwner, the connection of the role that owns it, to migrate it.");
        else
            await using (await OpenAsync(builder, cancellationToken))
                return;
    }

    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Given(WebApplicationBuilder builder, string setting)
    {
        try
        {
            return builder.Configuration[setting] is { Length: > 0 } text ? new NpgsqlConnectionStringBuilder(text).ConnectionString : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new CommandRefusedException($"The setting {setting.Replace(":", "__", StringComparison.Ordinal)} is not a connection "
                + "string such as Host=localhost;Database=registry;Username=registry_server;Password=…");
        }
    }

    private static async Task<LocalPostgres> StartAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        // The host's own loggers exist only once it is built, and it is built with this database's address.
        var logger = new SerilogLoggerFactory().CreateLogger<LocalPostgres>();
        var options = new LocalPostgresOptions
        {
            DataFolder = builder.Configuration[nameof(RegistryOptions.DataFolder)]!,
            Bin = builder.Configuration[$"{PostgresOptions.Section}:{nameof(PostgresOptions.Bin)}"],
        };
        return await LocalPostgres.StartAsync(options, logger, cancellationToken);
    }
}

using System.Diagnostics;
using Npgsql;

namespace CooperationRegistry.Data;

/// <summary>Roles and databases of the private cluster, made by its superuser; every step can be repeated.</summary>
internal sealed class ClusterDatabases(int port, ClusterSecrets secrets)
{
    public const string Owner = "registry_owner";
    public const string Server = "registry_server";

    public DatabaseAddress Address(string database) =>
        new(Connection(database, Owner, secrets.Owner), Connection(database, Server, secrets.Server));

    /// <summary>Waits while PostgreSQL is starting up or recovering.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                await ExecuteAsync("postgres", "SELECT 1", cancellationToken);
                return;
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword)
            {
                throw new LocalPostgresException("The private database does not accept the password kept in its data folder: put the "
                    + "postgres.json that belongs to it back, or start with a new data folder.", refused);
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    public Task EnsureRolesAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("postgres", RoleSql(Owner, secrets.Owner) + RoleSql(Server, secrets.Server), cancellationToken);

    /// <summary>Makes the database where it is missing, empty or as a copy of a template, and lets only the two roles in.</summary>
    public async Task EnsureDatabaseAsync(string database, string? template, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync("postgres", cancellationToken);
        if (!await ExistsAsync(connection, database, cancellationToken))
        {
            if (template is not null)
                await DisconnectAsync(connection, template, cancellationToken);
            await ExecuteAsync(connection,
                $"CREATE DATABASE {Quote(database)} OWNER {Owner} TEMPLATE {Quote(template ?? "template1")}", cancellationToken);
        }

        await ExecuteAsync(connection, $"""
            REVOKE ALL ON DATABASE {Quote(database)} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {Quote(database)} TO {Server};
            """, cancellationToken);
        await ExecuteAsync(database, "CREATE EXTENSION IF NOT EXISTS pg_trgm", cancellationToken);
    }

    public async Task DropDatabaseAsync(string database, CancellationToken cancellationToken) =>
        await ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {Quote(database)} WITH (FORCE)", cancellationToken);

    private static string RoleSql(string role, string password) => $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role}; END IF;
        END $$;
        ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '{password}';

        """;

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string database, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT FROM pg_database WHERE datname = $1", connection);
        command.Parameters.Add(new() { Value = database });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    // A database in use cannot be copied, and pools keep connections open after their last use.
    private static async Task DisconnectAsync(NpgsqlConnection connection, string database, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", connection);
        command.Parameters.Add(new() { Value = database });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await ExecuteAsync(connection, sql, cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Only names and passwords made by this program stand in it: these statements take no parameters.
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Connection(database, PostgresTools.User, secrets.Superuser) + ";Pooling=false");
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private string Connection(string database, string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = role,
        Password = password,
        SslMode = SslMode.Disable,
        ApplicationName = "Cooperation Registry",
    }.ConnectionString;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

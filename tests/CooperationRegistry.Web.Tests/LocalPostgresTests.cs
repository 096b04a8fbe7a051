using System.Diagnostics;
using System.Globalization;
using CooperationRegistry.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationRegistry.Web.Tests;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"cooperation-registry-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        var home = Path.GetDirectoryName(ClusterOf(_data))!;
        if (home != _data && Directory.Exists(home))
            Directory.Delete(home, recursive: true);
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task First_start_makes_database_extension_and_roles_of_two_kinds()
    {
        await using var postgres = await StartAsync();

        Assert.Equal("UTF8", await ScalarAsync(postgres.OwnerConnectionString, "SHOW server_encoding"));
        Assert.Equal("on", await ScalarAsync(postgres.OwnerConnectionString, "SHOW data_checksums"));
        Assert.NotEqual("{}", await ScalarAsync(postgres.ServerConnectionString, "SELECT show_trgm('合作协议')::text"));
        await ScalarAsync(postgres.OwnerConnectionString, "CREATE TABLE city (id text)");
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => ScalarAsync(postgres.ServerConnectionString, "CREATE TABLE partner (id text)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task First_start_keeps_passwords_from_other_users()
    {
        await using var postgres = await StartAsync();

        var secrets = Path.Combine(_data, "postgres.json");
        Assert.True(File.Exists(secrets));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secrets));
        var strange = new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Password = "guess", Pooling = false };
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(strange.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Restart_keeps_data_and_port()
    {
        int port;
        await using (var first = await StartAsync())
        {
            port = first.Port;
            await ScalarAsync(first.OwnerConnectionString, "CREATE TABLE city AS SELECT 'cn-datong' AS id");
        }

        Assert.False(File.Exists(LockFile()));
        await using var second = await StartAsync();

        Assert.Equal(port, second.Port);
        Assert.Equal("cn-datong", await ScalarAsync(second.OwnerConnectionString, "SELECT id FROM city"));
    }

    [Fact]
    public async Task Second_user_leaves_the_server_running_and_the_last_one_stops_it()
    {
        var serving = await StartAsync();
        var visitor = await StartAsync();
        await visitor.DisposeAsync();

        Assert.Equal("1", await ScalarAsync(serving.ServerConnectionString, "SELECT 1"));

        await serving.DisposeAsync();
        Assert.False(File.Exists(LockFile()));
    }

    [Fact]
    public async Task Server_that_outlived_a_killed_program_is_adopted_and_stopped()
    {
        await LeaveRunningAsync();
        var left = ProcessInLockFile();

        await using (await StartAsync())
            Assert.Equal(left, ProcessInLockFile());

        Assert.False(File.Exists(LockFile()));
    }

    [Fact]
    public async Task Server_that_was_killed_recovers()
    {
        await using (var first = await StartAsync())
        {
            await ScalarAsync(first.OwnerConnectionString, "CREATE TABLE city AS SELECT 'cn-datong' AS id");
            using var postmaster = Process.GetProcessById(ProcessInLockFile());
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Token);
            NpgsqlConnection.ClearAllPools();
        }

        await using var second = await StartAsync();

        Assert.Equal("cn-datong", await ScalarAsync(second.OwnerConnectionString, "SELECT id FROM city"));
    }

    [Fact]
    public async Task Lock_file_that_names_another_program_is_recovered()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllLinesAsync(
            LockFile(), [$"{Environment.ProcessId}", ClusterOf(_data), "1", "5432", "", "127.0.0.1", "", "ready"], Token);
        await using var second = await StartAsync();

        Assert.Equal("1", await ScalarAsync(second.ServerConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Interrupted_making_is_repeated()
    {
        await using (await StartAsync())
        {
        }

        // As a killed initdb leaves it: files under the temporary name, none in the cluster's place.
        var cluster = ClusterOf(_data);
        Directory.Move(cluster, cluster + ".new-0123abcd");
        File.Delete(Path.Combine(cluster + ".new-0123abcd", "PG_VERSION"));
        await using var second = await StartAsync();

        Assert.Equal("1", await ScalarAsync(second.ServerConnectionString, "SELECT 1"));
        Assert.False(Directory.Exists(cluster + ".new-0123abcd"));
    }

    [Fact]
    public async Task Missing_binaries_are_said_in_one_sentence()
    {
        var options = new LocalPostgresOptions { DataFolder = _data, Bin = "/nowhere" };

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(
            () => LocalPostgres.StartAsync(options, NullLogger.Instance, Token));

        Assert.Equal(
            "The setting Postgres__Bin names /nowhere, which does not hold initdb, pg_ctl and postgres of version 15 or later.",
            refused.Message);
    }

    [Fact]
    public async Task Database_made_from_a_template_has_its_tables_and_roles()
    {
        await using var postgres = await StartAsync();
        var template = await postgres.CreateDatabaseAsync("template_migrated", cancellationToken: Token);
        await ScalarAsync(template.Owner, "CREATE TABLE city AS SELECT 'cn-datong' AS id");
        await ScalarAsync(template.Owner, "GRANT SELECT ON city TO registry_server");

        var copy = await postgres.CreateDatabaseAsync("copy", "template_migrated", Token);

        Assert.Equal("cn-datong", await ScalarAsync(copy.Server, "SELECT id FROM city"));
    }

    [Fact]
    public async Task Throwaway_cluster_leaves_nothing_behind()
    {
        var postgres = await StartAsync(throwaway: true);
        var cluster = ClusterOf(_data);
        Assert.Equal("off", await ScalarAsync(postgres.ServerConnectionString, "SHOW fsync"));

        await postgres.DisposeAsync();

        Assert.False(Directory.Exists(_data));
        Assert.False(Directory.Exists(cluster));
    }

    private Task<LocalPostgres> StartAsync(bool throwaway = false) => LocalPostgres.StartAsync(
        new LocalPostgresOptions { DataFolder = _data, Throwaway = throwaway }, NullLogger.Instance, Token);

    /// <summary>Leaves a server without a user, as kill -9 of the program does: the collector frees the locks it held.</summary>
    private async Task LeaveRunningAsync()
    {
        var abandoned = await AbandonAsync();
        for (var round = 0; round < 50 && abandoned.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20, Token);
        }

        Assert.False(abandoned.IsAlive);
        GC.WaitForPendingFinalizers();
    }

    private async Task<WeakReference> AbandonAsync() => new(await StartAsync());

    private string LockFile() => Path.Combine(ClusterOf(_data), "postmaster.pid");

    private int ProcessInLockFile() => int.Parse(File.ReadLines(LockFile()).First(), CultureInfo.InvariantCulture);

    private static string ClusterOf(string data)
    {
        var record = Path.Combine(data, "postgres.path");
        return File.Exists(record) ? File.ReadAllText(record).Trim() : Path.Combine(data, "postgres");
    }

    private static async Task<string?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync(Token))?.ToString();
    }
}

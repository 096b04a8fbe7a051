using Microsoft.Extensions.Logging;
using Npgsql;

namespace CooperationRegistry.Data;

/// <summary>
/// A private PostgreSQL cluster in a data folder, for the time that programs use it: the first one starts it (or adopts a
/// server that outlived a killed program), the last one stops it.
/// </summary>
public sealed partial class LocalPostgres : IAsyncDisposable
{
    public const string Database = "registry";

    private readonly LocalPostgresOptions _options;
    private readonly ILogger _logger;
    private readonly ClusterLocks _locks;
    private string _cluster = "";
    private Postmaster? _postmaster;
    private ClusterDatabases? _databases;

    private LocalPostgres(LocalPostgresOptions options, ILogger logger)
    {
        _options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        _logger = logger;
        Directory.CreateDirectory(_options.DataFolder);
        _locks = new ClusterLocks(_options.DataFolder);
    }

    public int Port { get; private set; }

    public string OwnerConnectionString => Databases.Address(Database).Owner;

    public string ServerConnectionString => Databases.Address(Database).Server;

    private ClusterDatabases Databases => _databases ?? throw new InvalidOperationException("The cluster has not been started.");

    public static async Task<LocalPostgres> StartAsync(
        LocalPostgresOptions options, ILogger logger, CancellationToken cancellationToken = default)
    {
        var postgres = new LocalPostgres(options, logger);
        try
        {
            await postgres.StartAsync(cancellationToken);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes another database of the same two roles, empty or as a copy of <paramref name="template"/>.</summary>
    public async Task<DatabaseAddress> CreateDatabaseAsync(
        string name, string? template = null, CancellationToken cancellationToken = default)
    {
        await Databases.EnsureDatabaseAsync(name, template, cancellationToken);
        return Databases.Address(name);
    }

    public Task DropDatabaseAsync(string name, CancellationToken cancellationToken = default) =>
        Databases.DropDatabaseAsync(name, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var gate = await _locks.EnterAsync(CancellationToken.None);
        if (!_locks.LeaveAsLast() || _postmaster is null)
            return;
        if (_postmaster.RunningPort() is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _postmaster.StopAsync(atOnce: _options.Throwaway, CancellationToken.None);
            LogStopped(_logger);
        }

        if (_options.Throwaway)
            ClusterFolder.Delete(_cluster, _options.DataFolder);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        using var gate = await _locks.EnterAsync(cancellationToken);
        _locks.Use();
        var found = ClusterFolder.Find(_options.DataFolder);
        var madeBy = found is null ? null : ClusterFolder.MadeBy(found);
        var tools = new PostgresTools(PostgresBinaries.Find(_options.Bin, madeBy));
        _cluster = found ?? await ClusterFolder.ChooseAsync(_options.DataFolder, cancellationToken);
        var secrets = ClusterSecrets.LoadOrCreate(_options.DataFolder);
        if (madeBy is null)
        {
            LogMaking(_logger, _cluster);
            await ClusterMaking.MakeAsync(tools, _cluster, secrets.Superuser, _options.Throwaway, cancellationToken);
        }

        _postmaster = new Postmaster(tools, _cluster);
        Port = await RunAsync(_postmaster, secrets.Port, cancellationToken);
        if (Port != secrets.Port)
            (secrets with { Port = Port }).Save(_options.DataFolder);
        _databases = new ClusterDatabases(Port, secrets);
        await _databases.WaitAsync(cancellationToken);
        await _databases.EnsureRolesAsync(cancellationToken);
        await _databases.EnsureDatabaseAsync(Database, template: null, cancellationToken);
    }

    private async Task<int> RunAsync(Postmaster postmaster, int usualPort, CancellationToken cancellationToken)
    {
        if (postmaster.RunningPort() is { } running)
        {
            LogFound(_logger, running);
            return running;
        }

        var port = await postmaster.StartAsync(usualPort, cancellationToken);
        LogStarted(_logger, port);
        return port;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Making a private PostgreSQL cluster in {Cluster}")]
    private static partial void LogMaking(ILogger logger, string cluster);

    [LoggerMessage(Level = LogLevel.Information, Message = "Started the private PostgreSQL cluster on 127.0.0.1:{Port}")]
    private static partial void LogStarted(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Found the private PostgreSQL cluster running on 127.0.0.1:{Port}")]
    private static partial void LogFound(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped the private PostgreSQL cluster")]
    private static partial void LogStopped(ILogger logger);
}

using CooperationRegistry.Data;
using Npgsql;

namespace CooperationRegistry.Bench.Registries;

/// <summary>A generated registry in a private cluster, which runs for as long as this is open.</summary>
/// <param name="Agreements">How many it has.</param>
/// <param name="DataFolder">Given to the server as <c>--data</c>.</param>
/// <param name="Cluster">Makes copies of the database for what writes to it: <c>CreateDatabaseAsync("copy", LocalPostgres.Database)</c>.</param>
internal sealed record Registry(int Agreements, string DataFolder, LocalPostgres Cluster) : IAsyncDisposable
{
    /// <summary>Connection string of the role that owns the database.</summary>
    public string Owner => Cluster.OwnerConnectionString;

    /// <summary>Connection string of the role that the server has.</summary>
    public string Reader => Cluster.ServerConnectionString;

    public NpgsqlDataSource OpenOwner() => NpgsqlDataSource.Create(Owner);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}

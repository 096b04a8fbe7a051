using System.Text.Json;
using CooperationRegistry.Bench.Generating;
using CooperationRegistry.Data;
using CooperationRegistry.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationRegistry.Bench.Registries;

/// <summary>The generated registries of a folder, one data folder each size; one that fits is used again.</summary>
/// <param name="folder">Holds them.</param>
/// <param name="seed">Of everything in them.</param>
/// <param name="say">Told of each step.</param>
internal sealed class RegistryShelf(string folder, int seed, Action<string> say)
{
    private const string Label = "bench.json";

    /// <summary>What a registry was made from.</summary>
    private sealed record Origin(int Rows, int Seed, IReadOnlyList<string> Migrations);

    public async Task<Registry> OpenAsync(int agreements, CancellationToken cancellationToken)
    {
        var data = Path.Combine(folder, $"registry-{agreements}");
        var wanted = new Origin(agreements, seed, Migrations());
        var isThere = await FitsAsync(data, wanted, cancellationToken);
        if (!isThere)
            Delete(data);
        var cluster = await LocalPostgres.StartAsync(new LocalPostgresOptions { DataFolder = data }, NullLogger.Instance, cancellationToken);
        try
        {
            if (!isThere)
                await MakeAsync(cluster, data, wanted, cancellationToken);
            return new Registry(agreements, data, cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>With all in it; its clusters have to be stopped.</summary>
    public void DeleteAll()
    {
        foreach (var data in Directory.EnumerateDirectories(folder, "registry-*"))
            Delete(data);
    }

    private async Task MakeAsync(LocalPostgres cluster, string data, Origin origin, CancellationToken cancellationToken)
    {
        say($"Generating {origin.Rows} agreements");
        await StoreWork.MigrateAsync(cluster.OwnerConnectionString, cancellationToken);
        await GeneratedRegistry.FillAsync(cluster.OwnerConnectionString, origin.Rows, seed, say, cancellationToken);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(cluster.OwnerConnectionString) { CommandTimeout = 0 });
        // As autovacuum would leave it in time.
        await using (var vacuum = source.CreateCommand("VACUUM (ANALYZE)"))
            await vacuum.ExecuteNonQueryAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(data, Label), JsonSerializer.Serialize(origin), cancellationToken);
    }

    private static async Task<bool> FitsAsync(string data, Origin wanted, CancellationToken cancellationToken)
    {
        var label = Path.Combine(data, Label);
        return File.Exists(label)
            && JsonSerializer.Deserialize<Origin>(await File.ReadAllTextAsync(label, cancellationToken)) is { } origin
            && (origin.Rows, origin.Seed) == (wanted.Rows, wanted.Seed) && origin.Migrations.SequenceEqual(wanted.Migrations);
    }

    private static List<string> Migrations()
    {
        using var db = new RegistryDbContext(DatabaseSetup.Options("Host=localhost"));
        return [.. db.Database.GetMigrations()];
    }

    private static void Delete(string data)
    {
        if (!Directory.Exists(data))
            return;
        if (ClusterFolder.Find(data) is { } cluster && Directory.Exists(cluster))
            ClusterFolder.Delete(cluster, data);
        else
            Directory.Delete(data, recursive: true);
    }
}

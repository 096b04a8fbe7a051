using System.Diagnostics;
using System.Globalization;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using Npgsql;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Fills an empty, migrated registry with agreements, cities, partners and sources that no one made, the same for the same seed.</summary>
public static class GeneratedRegistry
{
    /// <param name="owner">Connection string of the role that owns the database.</param>
    /// <param name="agreements">At least 100.</param>
    /// <param name="seed">Of everything.</param>
    /// <param name="say">Told of each step, a line each.</param>
    /// <param name="cancellationToken">Ends it; the registry is then half filled, and without indexes.</param>
    public static async Task FillAsync(string owner, int agreements, int seed, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agreements, 100);
        var clock = Stopwatch.StartNew();
        var session = new NpgsqlConnectionStringBuilder(owner) { CommandTimeout = 0, Options = "-c synchronous_commit=off -c work_mem=512MB -c maintenance_work_mem=1GB -c max_parallel_maintenance_workers=2" }.ConnectionString;
        await using var database = NpgsqlDataSource.Create(session);
        // Facets are counted once, at the end.
        await RunAsync(database, "ALTER TABLE agreement_listings DISABLE TRIGGER USER", cancellationToken);
        var late = await LateIndexes.TakeAwayAsync(database, cancellationToken);
        var world = new GeneratedWorld(new RegistrySize(agreements), seed);
        Say("cities, partners and sources are thought of");
        await PublishedTables.FillAsync(session, world, Say, cancellationToken);
        await late.PutBackAsync(("count facets", CountAsync), Say, cancellationToken);
        Say("facets are counted, indexes and foreign keys are back");
        await RunAsync(database, "ALTER TABLE agreement_listings ENABLE TRIGGER USER", cancellationToken);
        await late.VacuumAsync(Say, cancellationToken);
        Say("tables are analysed");

        async Task CountAsync(CancellationToken token)
        {
            await using var db = new RegistryDbContext(DatabaseSetup.Options(session));
            await FacetCounting.RebuildAsync(db, token);
        }

        static async Task RunAsync(NpgsqlDataSource database, string statement, CancellationToken cancellationToken)
        {
            await using var command = database.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        void Say(string step) => say(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,6:0.0} s  {step}"));
    }
}

using System.Collections.Concurrent;
using Npgsql;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Foreign keys and indexes that are taken away while tables are filled, and put back as they were.</summary>
internal sealed class LateIndexes(NpgsqlDataSource database, IReadOnlyList<string> keys, IReadOnlyList<string> indexes)
{
    // One a core of a small machine.
    private const int AtOnce = 2;

    private const string ForeignKeys = """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2
        """;

    // Those of a key or another constraint stay, because rows come in their order.
    private const string Indexes = """
        SELECT indexrelid::regclass::text, '', pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype <> 'f') ORDER BY 1
        """;

    private const string Tables = "SELECT oid::regclass::text, '', '' FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY pg_table_size(oid) DESC";

    public static async Task<LateIndexes> TakeAwayAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(database, ForeignKeys, cancellationToken);
        var indexes = await ReadAsync(database, Indexes, cancellationToken);
        foreach (var (table, name, _) in keys)
            await RunAsync(database, $"ALTER TABLE {table} DROP CONSTRAINT {name}", cancellationToken);
        foreach (var (name, _, _) in indexes)
            await RunAsync(database, $"DROP INDEX {name}", cancellationToken);
        return new LateIndexes(
            database,
            [.. keys.Select(k => $"ALTER TABLE {k.Table} ADD CONSTRAINT {k.Name} {k.Definition}")],
            [.. indexes.Select(i => i.Definition)]);
    }

    /// <summary>Keys are checked again as they are put back.</summary>
    public async Task PutBackAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await RunAllAsync(database, indexes, say, cancellationToken);
        await RunAllAsync(database, keys, say, cancellationToken);
    }

    /// <summary>Tells the planner what the tables hold, the largest first.</summary>
    public static async Task VacuumAsync(NpgsqlDataSource database, Action<string> say, CancellationToken cancellationToken) =>
        await RunAllAsync(database, [.. (await ReadAsync(database, Tables, cancellationToken)).Select(t => $"VACUUM (ANALYZE) {t.Table}")], say, cancellationToken);

    private static async Task RunAllAsync(NpgsqlDataSource database, IEnumerable<string> statements, Action<string> say, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<string>(statements);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (waiting.TryDequeue(out var statement))
            {
                var clock = System.Diagnostics.Stopwatch.StartNew();
                await RunAsync(database, statement, cancellationToken);
                if (clock.Elapsed.TotalSeconds >= 1)
                    say($"{clock.Elapsed.TotalSeconds:0} s: {statement}");
            }
        }));
    }

    private static async Task RunAsync(NpgsqlDataSource database, string statement, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<(string Table, string Name, string Definition)>> ReadAsync(NpgsqlDataSource database, string query, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, string, string)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return rows;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Foreign keys and indexes that are taken away while tables are filled, and put back as they were.</summary>
internal sealed class LateIndexes
{
    // One a core of a small machine.
    private const int AtOnce = 2;

    private const string ForeignKeys = """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2
        """;

    // Those of a key or another constraint stay, because rows come in their order.
    private const string Indexes = """
        SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype <> 'f') ORDER BY 2
        """;

    private const string LargestTables = "SELECT oid::regclass::text, '', '' FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY pg_table_size(oid) DESC";

    private readonly NpgsqlDataSource database;
    private readonly IReadOnlyList<Found> keys;
    private readonly IReadOnlyList<Found> indexes;

    private LateIndexes(NpgsqlDataSource database, IReadOnlyList<Found> keys, IReadOnlyList<Found> indexes) => (this.database, this.keys, this.indexes) = (database, keys, indexes);

    public static async Task<LateIndexes> TakeAwayAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var late = new LateIndexes(database, await ReadAsync(database, ForeignKeys, cancellationToken), await ReadAsync(database, Indexes, cancellationToken));
        foreach (var key in late.keys)
            await RunAsync(database, $"ALTER TABLE {key.Table} DROP CONSTRAINT {key.Name}", cancellationToken);
        foreach (var index in late.indexes)
            await RunAsync(database, $"DROP INDEX {index.Name}", cancellationToken);
        return late;
    }

    /// <summary>Keys are checked again as they are put back.</summary>
    /// <param name="meanwhile">What takes long too, needs no index and writes to tables without late ones; with its name.</param>
    /// <param name="say">Told of whatever takes more than a second.</param>
    public async Task PutBackAsync((string Name, Func<CancellationToken, Task> Work) meanwhile, Action<string> say, CancellationToken cancellationToken)
    {
        // What takes longest begins first, so that the last one does not run alone.
        var largest = (await ReadAsync(database, LargestTables, cancellationToken)).ConvertAll(t => t.Table);
        var inOrder = indexes.OrderBy(i => !i.Definition.Contains(" USING gin ", StringComparison.Ordinal)).ThenBy(i => largest.IndexOf(i.Table)).Select(i => i.Definition);
        await RunAllAsync([meanwhile, .. Statements(inOrder)], say, cancellationToken);
        await RunAllAsync(Statements(keys.Select(k => $"ALTER TABLE {k.Table} ADD CONSTRAINT {k.Name} {k.Definition}")), say, cancellationToken);
    }

    /// <summary>Tells the planner what the tables hold.</summary>
    public async Task VacuumAsync(Action<string> say, CancellationToken cancellationToken) =>
        await RunAllAsync(Statements((await ReadAsync(database, LargestTables, cancellationToken)).Select(t => $"VACUUM (ANALYZE) {t.Table}")), say, cancellationToken);

    private IEnumerable<(string, Func<CancellationToken, Task>)> Statements(IEnumerable<string> statements) =>
        statements.Select(s => (s, (Func<CancellationToken, Task>)(token => RunAsync(database, s, token))));

    private static async Task RunAllAsync(IEnumerable<(string Name, Func<CancellationToken, Task> Work)> works, Action<string> say, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<(string Name, Func<CancellationToken, Task> Work)>(works);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (waiting.TryDequeue(out var next))
            {
                var clock = Stopwatch.StartNew();
                await next.Work(cancellationToken);
                if (clock.Elapsed.TotalSeconds >= 1)
                    say(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0} s: {next.Name}"));
            }
        }));
    }

    private static async Task RunAsync(NpgsqlDataSource database, string statement, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<Found>> ReadAsync(NpgsqlDataSource database, string query, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Found>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new Found(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return rows;
    }

    private sealed record Found(string Table, string Name, string Definition);
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CooperationRegistry.Bench.Registries;

/// <summary>The rows that a database got since a moment, table by table, in files, to be copied into a database as it was before.</summary>
internal sealed class NewRows
{
    // Tables in which fewer rows than one for so many lines are new only count or keep accounts; they are no rows of what was written.
    private const int LinesARow = 100;

    // Ordered so that what is referred to comes first. Imports' own tables hold the file while it is worked on, not the registry.
    private const string TablesSql = """
        WITH RECURSIVE own AS (
            SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname !~ '^(import|migrations)'
        ), refers AS (
            SELECT DISTINCT conrelid AS child, confrelid AS parent FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid
        ), depth AS (
            SELECT oid, 0 AS d FROM own
            UNION
            SELECT r.child, depth.d + 1 FROM depth JOIN refers r ON r.parent = depth.oid WHERE depth.d < 20
        )
        SELECT own.oid::regclass::text,
            (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = own.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''),
            coalesce((SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey) WHERE indrelid = own.oid AND indisprimary), '')
        FROM own JOIN depth USING (oid)
        GROUP BY own.oid
        ORDER BY max(depth.d), 1
        """;

    private readonly List<(Table Table, string File)> files = [];

    public int Rows { get; private set; }

    /// <summary>With how many rows each has.</summary>
    public IEnumerable<string> Tables => files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Table.Name} {f.Table.Rows:#,0}"));

    private sealed record Table(string Name, string Columns, string Key)
    {
        public long Rows { get; init; }
    }

    /// <summary>The moment, as the database counts its transactions.</summary>
    public static Task<string> MarkAsync(NpgsqlDataSource source, CancellationToken cancellationToken) =>
        source.OneAsync<string>("SELECT pg_current_xact_id()::text", cancellationToken);

    public static async Task<NewRows> SaveAsync(NpgsqlDataSource source, string mark, int lines, Func<string, string> newPath, CancellationToken cancellationToken)
    {
        var saved = new NewRows();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        foreach (var table in await TablesAsync(connection, cancellationToken))
        {
            // A cluster this young has not wrapped its counter around.
            var isNew = $"FROM {table.Name} WHERE xmin::text::bigint >= {mark}";
            var rows = (long)(await ScalarAsync(connection, $"SELECT count(*) {isNew}", cancellationToken))!;
            if (rows == 0 || rows < lines / LinesARow)
                continue;
            var file = newPath($"{table.Name}.copy");
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {table.Columns} {isNew} ORDER BY ctid) TO STDOUT (FORMAT binary)", cancellationToken))
            await using (var written = File.Create(file))
                await copy.CopyToAsync(written, cancellationToken);
            saved.files.Add((table with { Rows = rows }, file));
            saved.Rows += (int)rows;
        }
        return saved;
    }

    /// <summary>Copies them in, in one session and one transaction, with all indexes and foreign keys but without triggers, whose rows are among them.</summary>
    public async Task<TimeSpan> CopyIntoAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        foreach (var (table, file) in files)
            await MakeRoomAsync(connection, table, file, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            foreach (var (table, file) in files)
                await CopyAsync(connection, table.Name, table.Columns, file, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        return Stopwatch.GetElapsedTime(started);
    }

    // What was there before and was changed has to go first: it is written anew, too.
    private static async Task MakeRoomAsync(NpgsqlConnection connection, Table table, string file, CancellationToken cancellationToken)
    {
        await RunAsync(connection, $"ALTER TABLE {table.Name} DISABLE TRIGGER USER", cancellationToken);
        if (table.Key.Length == 0)
            return;
        await RunAsync(connection, $"CREATE TEMP TABLE coming AS SELECT {table.Columns} FROM {table.Name} WHERE false", cancellationToken);
        await CopyAsync(connection, "coming", table.Columns, file, cancellationToken);
        var gone = await RunAsync(connection, $"DELETE FROM {table.Name} WHERE ({table.Key}) IN (SELECT {table.Key} FROM coming)", cancellationToken);
        await RunAsync(connection, "DROP TABLE coming", cancellationToken);
        if (gone > 0)
            await RunAsync(connection, $"VACUUM {table.Name}", cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, string columns, string file, CancellationToken cancellationToken)
    {
        await using var read = File.OpenRead(file);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT binary)", cancellationToken);
        await read.CopyToAsync(copy, 128 * 1024, cancellationToken);
    }

    private static async Task<List<Table>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TablesSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<Table>();
        while (await reader.ReadAsync(cancellationToken))
            tables.Add(new Table(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return tables;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

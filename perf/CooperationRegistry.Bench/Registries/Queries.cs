using Npgsql;

namespace CooperationRegistry.Bench.Registries;

internal static class Queries
{
    /// <summary>The first column of the first row.</summary>
    /// <exception cref="InvalidOperationException">There is no row, or it is null.</exception>
    public static async Task<T> OneAsync<T>(this NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : throw new InvalidOperationException($"No row: {sql}");
    }

    /// <summary>The first column of all rows.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }
}

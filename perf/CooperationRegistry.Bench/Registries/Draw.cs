using Npgsql;

namespace CooperationRegistry.Bench.Registries;

/// <summary>Draws addresses from a registry, the same for the same seed.</summary>
internal static class Draw
{
    /// <summary>Lists of so many cities at most.</summary>
    public static async Task<IReadOnlyList<string>> CityListsAsync(Registry registry, int most, int seed, CancellationToken cancellationToken) =>
        [.. Of(await ReadAsync(registry, "SELECT id FROM cities ORDER BY id", cancellationToken), most, seed).Select(id => $"/agreements?city={id}")];

    /// <summary>Of every country that has agreements.</summary>
    public static async Task<IReadOnlyList<string>> CountryListsAsync(Registry registry, int seed, CancellationToken cancellationToken)
    {
        var codes = await ReadAsync(registry, "SELECT DISTINCT unnest(countries) AS country FROM agreement_listings ORDER BY country", cancellationToken);
        return [.. Of(codes, codes.Count, seed).Select(code => $"/agreements?country={code}")];
    }

    public static async Task<IReadOnlyList<string>> AgreementsAsync(Registry registry, int most, int seed, CancellationToken cancellationToken) =>
        [.. Of(await ReadAsync(registry, "SELECT agreement_id FROM agreement_listings ORDER BY agreement_id", cancellationToken), most, seed).Select(id => $"/agreements/{id}")];

    public static IReadOnlyList<T> Of<T>(IEnumerable<T> all, int most, int seed)
    {
        var items = all.ToArray();
        new Random(seed).Shuffle(items);
        return items[..Math.Min(most, items.Length)];
    }

    public static async Task<List<string>> ReadAsync(Registry registry, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(registry.Owner) { CommandTimeout = 0 });
        await using var command = source.CreateCommand(sql);
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }
}

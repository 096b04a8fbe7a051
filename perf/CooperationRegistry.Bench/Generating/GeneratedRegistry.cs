namespace CooperationRegistry.Bench.Generating;

/// <summary>Fills an empty, migrated registry with agreements, cities, partners and sources that no one made, the same for the same seed.</summary>
public static class GeneratedRegistry
{
    /// <param name="owner">Connection string of the role that owns the database.</param>
    /// <param name="agreements">At least 100.</param>
    /// <param name="seed">Of everything.</param>
    /// <param name="say">Told of each step, a line each.</param>
    /// <param name="cancellationToken">Ends it; the registry is then half filled.</param>
    public static Task FillAsync(string owner, int agreements, int seed, Action<string> say, CancellationToken cancellationToken) => throw new NotImplementedException();
}

namespace CooperationRegistry.Bench.Works;

internal static class AllWorks
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Work> InOrder { get; } =
    [
        new CsvWork(),
        new CountryWork(),
        new CityWork(),
        new CachedWork(),
        new DetailWork(),
        new SearchWork(),
        new DeepWork(),
        new UnfilteredWork(),
        new ImportWork(),
        new PublishWork(),
        new StartWork(),
        new CircuitWork(),
        new WireWork(),
    ];
}

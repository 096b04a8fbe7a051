using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

internal static class AllWorks
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Work> InOrder { get; } =
    [
        new CsvWork(),
        new CountryWork(),
        new PagesWork("city", "/agreements?city=…", "cities", 0.75, Draw.CityListsAsync),
        new CachedWork(),
        new PagesWork("detail", "/agreements/CR-…", "agreements", 0.6, Draw.AgreementsAsync),
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

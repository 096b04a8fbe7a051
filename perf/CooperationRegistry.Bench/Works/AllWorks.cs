namespace CooperationRegistry.Bench.Works;

internal static class AllWorks
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Work> InOrder { get; } =
    [
        new ImportWork(),
        new PublishWork(),
        new StartWork(),
        new CircuitWork(),
        new WireWork(),
    ];
}

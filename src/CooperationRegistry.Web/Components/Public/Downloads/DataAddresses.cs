using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.Downloads;

internal static class DataAddresses
{
    public const string Zip = "/data/registry.zip";

    /// <summary>In the order that pages name them, with the key of what they are called together.</summary>
    public static IReadOnlyList<(RecordKind Kind, string Text)> Nouns { get; } =
    [
        (RecordKind.Agreement, "Agreements"),
        (RecordKind.City, "Cities"),
        (RecordKind.Partner, "Partners"),
        (RecordKind.Project, "Projects"),
        (RecordKind.CapacityStat, "Capacity"),
        (RecordKind.Source, "Sources"),
    ];

    public static string CodesOf(string list) => $"/data/codes/{list}.csv";

    /// <summary>By the names that their files have.</summary>
    public static IReadOnlyDictionary<string, CodeList> CodeLists { get; } = new Dictionary<string, CodeList>
    {
        ["sectors"] = Domain.Values.CodeLists.Sectors,
        ["technologies"] = Domain.Values.CodeLists.Technologies,
        ["countries"] = Domain.Values.CodeLists.Countries,
        ["subdivisions"] = Domain.Values.CodeLists.Subdivisions,
        ["currencies"] = Domain.Values.CodeLists.Currencies,
    };
}

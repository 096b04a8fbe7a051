using System.Text.Json;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Api;

/// <summary>What the API calls the six kinds of records.</summary>
internal static class Nouns
{
    public const string Root = "/api/v1";

    /// <summary>In the order in which people are told of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [RecordKind.Agreement, RecordKind.City, RecordKind.Partner, RecordKind.Project, RecordKind.CapacityStat, RecordKind.Source];

    /// <summary><c>agreement</c>, <c>capacity-stat</c>; in the address of a schema.</summary>
    public static string One(RecordKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary><c>agreements</c>, <c>capacity-stats</c>; in the address of a list.</summary>
    public static string Many(RecordKind kind) => kind == RecordKind.City ? "cities" : One(kind) + "s";

    public static string Address(RecordKind kind) => $"{Root}/{Many(kind)}";

    public static string Address(RecordKind kind, string id) => $"{Root}/{Many(kind)}/{id}";
}

using System.Text.Json.Nodes;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.LinkedData;

/// <summary>Makes nodes of JSON-LD in which nothing stands for what is not known.</summary>
internal static class JsonLd
{
    public static JsonObject Node(params string[] types) => new() { ["@type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(t => (JsonNode)t)]) };

    public static JsonObject With(this JsonObject node, string name, JsonNode? value)
    {
        if (value is not (null or JsonArray { Count: 0 }))
            node[name] = value;
        return node;
    }

    public static JsonArray List(IEnumerable<JsonNode?> items) => [.. items.OfType<JsonNode>()];

    /// <summary>Null unless it is a plain day, month or year, which is what ISO 8601 and EDTF share.</summary>
    public static string? Plain(EdtfDate? date) =>
        date is { Precision: EdtfPrecision.Day or EdtfPrecision.Month or EdtfPrecision.Year } && date.Text.All(c => char.IsAsciiDigit(c) || c == '-') ? date.Text : null;

    /// <summary>A text in another language than the page's, marked with its own.</summary>
    public static JsonObject Tagged(string language, string text) => new() { ["@language"] = language, ["@value"] = text };
}

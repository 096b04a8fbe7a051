using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Options;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>The JSON Schema of each content, at an address of its own.</summary>
internal static class ContentSchemas
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    public const string MediaType = "application/schema+json";

    public static string Address(RecordKind kind) => $"{Nouns.Root}/schemas/{Nouns.One(kind)}.json";

    /// <param name="kind">Of the record whose content it is of.</param>
    /// <param name="id">Its absolute address.</param>
    public static JsonObject Of(RecordKind kind, string id)
    {
        var writer = new SchemaWriter("#/$defs/");
        var name = writer.Define(ContentJson.TypeOf(kind));
        var root = writer.Definitions[name].DeepClone().AsObject();
        var schema = new JsonObject { ["$schema"] = Dialect, ["$id"] = id, ["title"] = $"The content of a record of the kind {ContentJson.Name(kind)}" };
        foreach (var (key, value) in root.ToList())
        {
            root.Remove(key);
            schema[key] = value;
        }
        schema["$defs"] = new JsonObject(writer.Definitions.Where(d => d.Key != name).Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
        return schema;
    }

    public static IResult Answer(string name, HttpContext context, RegistryOptions options)
    {
        if (Nouns.All.Where(kind => Nouns.One(kind) == name).Cast<RecordKind?>().FirstOrDefault() is not { } kind)
            return ApiProblems.Result(StatusCodes.Status404NotFound, "There is no such schema.", $"There is one of each of: {string.Join(", ", Nouns.All.Select(Nouns.One))}.");
        var text = Of(kind, options.AddressFor(context.Request) + Address(kind)).ToJsonString(ContentJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
        return Conditions.IsKnown(context, new EntityTagHeaderValue($"\"{hash}\"", isWeak: true), null)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text(text, MediaType);
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Site;
using Json.Schema;

namespace CooperationRegistry.Web.Tests.Api;

/// <param name="Operation">Its id.</param>
/// <param name="MediaType">Null where there is no body.</param>
/// <param name="Schema">The name of a component.</param>
internal sealed record Answer(string Operation, string? MediaType, string? Schema, IReadOnlyList<string> Headers);

/// <summary>The description of the API, read as a program would.</summary>
internal sealed class OpenApi(JsonObject document)
{
    private const string Refs = "#/components/schemas/";

    private readonly Dictionary<string, JsonSchema> schemas = [];

    public IEnumerable<(string Method, string Path)> Operations =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (operation.Key.ToUpperInvariant(), path.Key)));

    /// <summary>Each operation with each status: <c>listCities 200</c>.</summary>
    public SortedSet<string> Answers =>
        new(Operations.Select(o => Find(o.Method, o.Path)).SelectMany(o => o["responses"]!.AsObject().Select(r => $"{o["operationId"]} {r.Key}")), StringComparer.Ordinal);

    public Answer AnswerOf(string method, string path, int status)
    {
        var template = document["paths"]!.AsObject().Select(p => p.Key).OrderBy(p => p.Contains('{', StringComparison.Ordinal)).First(p => Regex.IsMatch(path, $"^{Regex.Replace(p.Replace(".", "\\.", StringComparison.Ordinal), @"\{\w+\}", "[^/]+")}$"));
        var operation = Find(method, template);
        var answer = operation["responses"]![$"{status}"] ?? throw new InvalidOperationException($"{method} {template} is not said to answer {status}.");
        if (answer["$ref"] is { } shared)
            answer = document["components"]!["responses"]![shared.ToString().Split('/')[^1]]!;
        var content = answer["content"]?.AsObject().Single();
        return new Answer(operation["operationId"]!.ToString(), content?.Key, content?.Value!["schema"]!["$ref"]!.ToString()[Refs.Length..], [.. (answer["headers"]?.AsObject() ?? []).Select(h => h.Key)]);
    }

    public void AssertIsOf(string schema, string json)
    {
        if (!schemas.TryGetValue(schema, out var known))
        {
            var text = new JsonObject { ["$ref"] = Refs + schema, ["$defs"] = document["components"]!["schemas"]!.DeepClone() }.ToJsonString().Replace(Refs, "#/$defs/", StringComparison.Ordinal);
            schemas[schema] = known = JsonSchema.FromText(text);
        }
        Schemas.AssertValid(known, json);
    }

    private JsonNode Find(string method, string path) => document["paths"]![path]![method.ToLowerInvariant()] ?? throw new InvalidOperationException($"{method} {path} is not described.");
}

internal static class Schemas
{
    public static async Task<JsonSchema> ReadAsync(RegistrySite site, RecordKind kind)
    {
        var schema = await site.ReadAsync(ContentSchemas.Address(kind));
        // Read many times in a run, under one name.
        schema["$id"] = $"https://registry.example.org/{Guid.NewGuid():N}";
        return JsonSchema.FromText(schema.ToJsonString());
    }

    public static void AssertValid(JsonSchema schema, string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', Faults(result).Take(10)) + "\n" + json[..Math.Min(json.Length, 600)]);
    }

    private static IEnumerable<string> Faults(EvaluationResults result) =>
        (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Key} {e.Value}"));
}

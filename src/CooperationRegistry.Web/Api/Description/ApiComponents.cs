using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>What operations refer to: the contents, and the envelopes that they travel in.</summary>
internal static class ApiComponents
{
    private const string Refs = "#/components/schemas/";

    public static IReadOnlyList<string> OnEveryAnswer { get; } = ["RateLimit-Policy", "RateLimit"];

    public static IEnumerable<(string Name, string Description)> Tags =>
    [
        .. Nouns.All.Select(kind => (Operations.Tag(kind), Description(kind))),
        (ImportOperations.Tag, "Files of records: a dry run, then one review of all lines."),
        ("Proposals", "What was proposed, and what a reviewer made of it."),
        ("Schemas", "The contents as JSON Schema."),
    ];

    private static readonly Dictionary<string, (string Description, string Example)> Headers = new()
    {
        ["ETag"] = ("What state this is of. The ETag of a record is its revision.", "\"3\""),
        ["Last-Modified"] = ("When that state began.", "Sun, 01 Mar 2026 12:00:00 GMT"),
        ["Link"] = ("The next page (`rel=\"next\"`, RFC 8288) and the licence of the data (`rel=\"license\"`).", "<https://registry.example.org/api/v1/cities?after=cn-datong>; rel=\"next\""),
        ["Location"] = ("Where it is.", "/api/v1/proposals/17"),
        ["Retry-After"] = ("Seconds to wait.", "41"),
        ["WWW-Authenticate"] = ("What is wrong with the key (RFC 6750).", "Bearer error=\"invalid_token\""),
        ["RateLimit-Policy"] = ("How many requests (`q`) are allowed in how many seconds (`w`), of a key or of an address without one.", "\"address\";q=300;w=60"),
        ["RateLimit"] = ("How many requests are left (`r`), and in how many seconds the count begins anew (`t`).", "\"address\";r=299;t=41"),
    };

    public static OpenApiComponents Make()
    {
        var writer = new SchemaWriter(Refs);
        var schemas = new JsonObject();
        foreach (var kind in Nouns.All)
        {
            var content = writer.Define(ContentJson.TypeOf(kind));
            schemas[$"{kind}Record"] = Record(kind, content, ["record", "id", "revision", "publishedAt", "url", "content"]);
            schemas[$"{kind}List"] = Object(["items"], ("items", Array(Ref($"{kind}Record"))), ("next", Text("The address of the next page; missing on the last.", "uri")));
            var proposed = Record(kind, content, ["content"]);
            proposed["properties"]!["companions"] = Array(Ref("Companion"));
            schemas[$"Proposed{kind}"] = proposed;
        }
        foreach (var (name, definition) in writer.Definitions)
            schemas[name] = definition;
        AddEnvelopes(schemas);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "", ["version"] = "" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        var components = OpenApiDocument.Parse(document.ToJsonString(), OpenApiConstants.Json).Document!.Components!;
        components.Headers = Headers.ToDictionary(
            h => h.Key,
            h => (IOpenApiHeader)new OpenApiHeader { Description = h.Value.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = h.Value.Example });
        return components;
    }

    public static IOpenApiSchema Read(JsonNode schema) => OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, new OpenApiDocument(), out _, OpenApiConstants.Json)!;

    private static void AddEnvelopes(JsonObject schemas)
    {
        schemas["Companion"] = Object(
            ["record", "id", "content"],
            ("record", Choice(Nouns.All.Select(ContentJson.Name))),
            ("id", new JsonObject { ["type"] = "string", ["pattern"] = "^~[0-9a-z]{1,12}$", ["description"] = "A temporary identifier, by which the content names it." }),
            ("content", new JsonObject { ["type"] = "object", ["description"] = "The content of its kind." }));
        schemas["Proposal"] = Object(
            ["id", "state", "record", "baseRevision", "notes"],
            ("id", Number("Its number.")),
            ("state", Choice(Enum.GetValues<ProposalState>().Select(ContentJson.Name))),
            ("record", Choice(Nouns.All.Select(ContentJson.Name))),
            ("recordId", Nullable(Text("The record that it changes, or that became of it."))),
            ("baseRevision", Number("The revision that it changes; 0 for a new record.")),
            ("submittedAt", Text("When it was handed in, UTC.", "date-time")),
            ("note", Text("The reviewer's word on the whole.")),
            ("notes", new JsonObject { ["type"] = "object", ["description"] = "The reviewer's notes on single places, by path.", ["additionalProperties"] = new JsonObject { ["type"] = "string" } }));
        schemas["Import"] = Object(
            ["id", "fileName", "format", "state", "header", "columns", "linesRead", "shareRead", "new", "changed", "same", "refused", "published", "createdAt", "changedAt"],
            ("id", Number("Its number.")),
            ("fileName", Text("As the sender calls it.")),
            ("format", Choice(Enum.GetValues<ImportFormat>().Select(ContentJson.Name))),
            ("state", Choice(Enum.GetValues<ImportState>().Select(ContentJson.Name))),
            ("record", Choice(Nouns.All.Select(ContentJson.Name))),
            ("header", Array(Text("A column's name in the file."))),
            ("columns", Array(Text("The column of the registry's list that it is taken for; empty where it is left out."))),
            ("linesRead", Number("The number of the last line that was read.")),
            ("shareRead", new JsonObject { ["type"] = "number", ["description"] = "How far the file is read, from 0 to 1." }),
            ("new", Number("Lines that add a record.")),
            ("changed", Number("Lines that change one.")),
            ("same", Number("Lines that say what is published.")),
            ("refused", Number("Lines in which something is wrong.")),
            ("published", Number("Lines that were published.")),
            ("note", Text("The reviewer's last word.")),
            ("fault", Ref("Error")),
            ("createdAt", Text("When it was handed in, UTC.", "date-time")),
            ("changedAt", Text("When its state changed last, UTC.", "date-time")));
        schemas["ImportColumns"] = Object(
            [],
            ("record", Choice(Nouns.All.Select(ContentJson.Name))),
            ("columns", Array(Text("A column of the registry's list, or an empty text."))),
            ("acceptLikenesses", new JsonObject { ["type"] = "boolean", ["description"] = "Whether lines that look like records of the registry are imported as new ones." }));
        schemas["File"] = new JsonObject { ["type"] = "string", ["description"] = "A file." };
        schemas["Problem"] = Object(
            ["type", "title", "status"],
            ("type", Text("Leads to what the reference says of the status.", "uri-reference")),
            ("title", Text("What is the matter.")),
            ("status", Number("The status of the answer.")),
            ("detail", Text("What is the matter this time.")),
            ("errors", Array(Ref("Error"))));
        schemas["Error"] = Object(
            ["path", "rule", "sentence", "mend"],
            ("path", Text("A place in the content (`events/e1/date`; of a companion with its identifier before it), a parameter, or empty for the whole.")),
            ("value", Nullable(Text("What stands there, cut to 80 characters."))),
            ("rule", Choice(Enum.GetValues<Rule>().Select(ContentJson.Name))),
            ("sentence", Text("What is wrong, in the language that the request prefers.")),
            ("mend", Text("What to do about it.")));
        schemas["Schema"] = new JsonObject { ["type"] = "object", ["description"] = "A JSON Schema, draft 2020-12." };
    }

    private static JsonObject Record(RecordKind kind, string content, string[] required) =>
        Object(
            required,
            ("record", Choice([ContentJson.Name(kind)])),
            ("id", Text("Its identifier, which never changes.")),
            ("revision", Number("1 at first publication, one more each time.")),
            ("publishedAt", Text("When that revision was published, UTC.", "date-time")),
            ("url", Text("Of its page.", "uri")),
            ("content", Ref(content)));

    private static string Description(RecordKind kind) =>
        kind switch
        {
            RecordKind.Agreement => "Who agreed what with whom, and what became of it.",
            RecordKind.City => "Cities and their districts.",
            RecordKind.Partner => "Companies, agencies, institutes and others that cities agree with.",
            RecordKind.Project => "What is built or run under agreements.",
            RecordKind.CapacityStat => "Installed capacity of cities, by date.",
            _ => "What facts are taken from.",
        };

    private static JsonObject Object(string[] required, params (string Name, JsonObject Schema)[] properties) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema))),
            ["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]),
        };

    private static JsonObject Text(string description, string? format = null)
    {
        var text = new JsonObject { ["type"] = "string", ["description"] = description };
        if (format is not null)
            text["format"] = format;
        return text;
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        return schema;
    }

    private static JsonObject Number(string description) => new() { ["type"] = "integer", ["description"] = description };

    private static JsonObject Array(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Choice(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]) };

    private static JsonObject Ref(string name) => new() { ["$ref"] = Refs + name };
}

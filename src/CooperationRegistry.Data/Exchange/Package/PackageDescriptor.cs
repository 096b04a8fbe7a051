using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>The file <c>datapackage.json</c>: Data Package and Table Schema, version 1 of either.</summary>
internal sealed partial class PackageDescriptor(PackageSite site, DateTimeOffset? lastChange, string folder)
{
    public const string FileName = "datapackage.json";

    private static readonly JsonSerializerOptions Indented = new(ContentJson.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly JsonArray resources = [];

    /// <summary>The files described, in their order.</summary>
    public List<string> Paths { get; } = [];

    public Task AddAsync(PackageTable table, CancellationToken cancellationToken) =>
        AddAsync(table.Name, $"{table.Name}.csv", Sentence(table.Name), SchemaOf(table), cancellationToken);

    public Task AddListAsync(RecordKind kind, string path, CancellationToken cancellationToken) =>
        AddAsync($"list-{site.ListOf(kind)}", path, $"The list of {site.ListOf(kind)} as the site offers it", SchemaOf(kind), cancellationToken);

    public Task AddRecordsAsync(RecordKind kind, string path, CancellationToken cancellationToken) =>
        AddAsync($"records-{site.ListOf(kind)}", path, $"The whole records of {site.ListOf(kind)}, a line of JSON each", null, cancellationToken);

    public Task WriteAsync(CancellationToken cancellationToken)
    {
        var licence = new JsonObject { ["name"] = NotInNames().Replace(site.LicenceName, "-"), ["title"] = site.LicenceName, ["path"] = site.LicenceUrl };
        var source = new JsonObject { ["title"] = "Cooperation Registry" };
        var package = new JsonObject
        {
            ["profile"] = "data-package",
            ["name"] = "cooperation-registry",
            ["title"] = "Cooperation Registry",
            ["description"] = "What cities and their partners have agreed on clean energy, and what became of it, each fact with its source.",
            ["version"] = Time ?? "0",
            ["licenses"] = new JsonArray(licence),
            ["keywords"] = new JsonArray("cities", "clean energy", "cooperation agreements", "memoranda of understanding"),
        };
        if (Time is not null)
            package["created"] = Time;
        if (site.PublicUrl.Length > 0)
            (package["homepage"], source["path"]) = (site.PublicUrl, site.PublicUrl);
        package["sources"] = new JsonArray(source);
        package["resources"] = resources;
        return File.WriteAllTextAsync(Path.Combine(folder, FileName), package.ToJsonString(Indented) + "\n", cancellationToken);
    }

    private string? Time => lastChange?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);

    private async Task AddAsync(string name, string path, string title, JsonObject? schema, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, path));
        var resource = new JsonObject
        {
            ["name"] = name,
            ["path"] = path,
            ["title"] = title,
            ["profile"] = schema is null ? "data-resource" : "tabular-data-resource",
            ["format"] = schema is null ? "jsonl" : "csv",
            ["mediatype"] = schema is null ? "application/jsonl" : "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = file.Length,
            ["hash"] = "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)),
        };
        if (schema is not null)
        {
            resource["dialect"] = new JsonObject { ["delimiter"] = ",", ["lineTerminator"] = "\r\n", ["quoteChar"] = "\"", ["doubleQuote"] = true, ["header"] = true };
            resource["schema"] = schema;
        }
        resources.Add(resource);
        Paths.Add(path);
    }

    private static JsonObject SchemaOf(PackageTable table)
    {
        var keys = table.ForeignKeys.Select(k => new JsonObject
        {
            ["fields"] = List(k.Fields),
            ["reference"] = new JsonObject { ["resource"] = k.Table, ["fields"] = List(k.Keys) },
        });
        var schema = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Columns.Select(c => Field(c.Name, c.Type, c.Description, c.IsRequired, c.Among))]),
            ["missingValues"] = List([""]),
            ["primaryKey"] = List(table.PrimaryKey),
        };
        if (table.ForeignKeys.Count > 0)
            schema["foreignKeys"] = new JsonArray([.. keys]);
        return schema;
    }

    private JsonObject SchemaOf(RecordKind kind)
    {
        var list = ListTable.Of(kind);
        return new JsonObject
        {
            ["fields"] = new JsonArray([.. list.Columns.Select(c => Field(c.Name, TypeOf(c.Type), site.Meaning(kind, c).English, c == list.IdColumn, []))]),
            ["missingValues"] = List([""]),
            ["primaryKey"] = List([list.IdColumn.Name]),
        };
    }

    private static JsonObject Field(string name, string type, string description, bool isRequired, IReadOnlyList<string> among)
    {
        // Times have parts of a second where they have any, which no single pattern says.
        var field = new JsonObject { ["name"] = name, ["type"] = type, ["format"] = type == "datetime" ? "any" : "default", ["title"] = Sentence(name), ["description"] = description };
        var constraints = new JsonObject();
        if (isRequired)
            constraints["required"] = true;
        if (among.Count > 0)
            constraints["enum"] = List(among);
        if (constraints.Count > 0)
            field["constraints"] = constraints;
        return field;
    }

    private static string TypeOf(CellType type) =>
        type switch
        {
            CellType.Day => "date",
            CellType.Time => "datetime",
            CellType.Number => "number",
            CellType.Integer => "integer",
            CellType.Boolean => "boolean",
            _ => "string",
        };

    private static JsonArray List(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    [GeneratedRegex("[^-a-zA-Z0-9._]+")]
    private static partial Regex NotInNames();
}

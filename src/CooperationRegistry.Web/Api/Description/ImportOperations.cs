using System.Text.Json.Nodes;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using Microsoft.OpenApi;
using static CooperationRegistry.Web.Api.Description.ApiRefusals;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>What is said of the operations on files of records.</summary>
internal static class ImportOperations
{
    public const string Tag = "Imports";

    private const string FileExample = "title,signed_on,cities,partners\r\nMemorandum of understanding on wind power,2017-10-19,Datong,CATL\r\n";

    private static readonly ApiParameter Id = new("id", ParameterLocation.Path, "The number of the import.", new JsonObject { ["type"] = "integer", ["minimum"] = 1 }, 7, IsRequired: true);

    public static ApiOperation Receive { get; } =
        new(
            "importFile",
            Tag,
            "Hand in a file of records",
            $"CSV (comma, semicolon or tab; UTF-8 or GB18030), an Excel workbook, or JSON Lines, 256 MiB at most. A dry run begins at once unless a column's name is not understood: then `state` is `received` and `POST …/check` says what the columns mean. Takes a key with the scope `{ContentJson.Name(ApiScope.Propose)}`.")
        {
            Parameters =
            [
                new("record", ParameterLocation.Query, "What the lines of a list are. Without it the columns tell.", Choice(Nouns.All.Select(ContentJson.Name)), "agreement"),
                new("acceptLikenesses", ParameterLocation.Query, "Whether lines that look like records of the registry are imported as new ones.", new JsonObject { ["type"] = "boolean" }, false),
                new("fileName", ParameterLocation.Query, "What the file is called.", new JsonObject { ["type"] = "string" }, "agreements.csv"),
            ],
            Body = new("The file as it is.", "File", FileExample) { MediaTypes = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/jsonl", "application/octet-stream"] },
            Answers = [Accepted(ImportState.Checking), Unreadable, NoKey, Forbidden, TooLarge, NotJson, Refused, TooMany, Failed],
        };

    public static ApiOperation Find { get; } =
        new("getImport", Tag, "Read how an import stands", $"One's own, or for reviewers any that was handed in. Takes a key with the scope `{ContentJson.Name(ApiScope.Read)}`.")
        {
            Parameters = [Id],
            Answers = [new(200, "The import.", "Import", Example(ImportState.Checked)), NoKey, Forbidden, Unknown, TooMany, Failed],
        };

    public static ApiOperation RefusedLines { get; } =
        new("getRefusedLines", Tag, "Read the refused lines of an import", "As a file of the same kind, each line with its reason, to be mended and handed in again: CSV with the columns `import_line` and `import_reason`, or JSON Lines with `reason`.")
        {
            Parameters = [Id],
            Answers = [new(200, "The refused lines.", "File", "title,import_line,import_reason\r\nMemorandum,3,\"signed_on: 'soon' This date cannot be read, or does not exist.\"\r\n", "text/csv"), NoKey, Forbidden, Unknown, TooMany, Failed],
        };

    public static ApiOperation Check { get; } =
        new("checkImport", Tag, "Say what the columns mean, and check the file", $"Begins the dry run, or begins it anew. Takes a key with the scope `{ContentJson.Name(ApiScope.Propose)}`.")
        {
            Parameters = [Id],
            Body = new("For each column of the file the column of the registry's list, or an empty text to leave it out.", "ImportColumns", new JsonObject { ["record"] = "agreement", ["columns"] = new JsonArray("title", "signed_on", "cities", ""), ["acceptLikenesses"] = false }),
            Answers = [Accepted(ImportState.Checking), Unreadable, NoKey, Forbidden, Unknown, Conflict, TooLarge, NotJson, Refused, TooMany, Failed],
        };

    public static ApiOperation Submit { get; } =
        Change("submitImport", "Hand the checked lines in for review", ApiScope.Propose, "All lines that were not refused wait for a reviewer as one.", Accepted(ImportState.Submitted));

    public static ApiOperation Publish { get; } =
        Change("publishImport", "Publish the lines of an import", ApiScope.Publish, "Of one's own import without review, or of one that was handed in. Lines are published some at a time; a line is published whole or not at all.", Accepted(ImportState.Publishing));

    public static ApiOperation Cancel { get; } =
        Change("cancelImport", "Give an import up", ApiScope.Propose, "What was published of it stays published.", new(200, "It is given up.", "Import", Example(ImportState.Cancelled)));

    private static ApiOperation Change(string id, string summary, ApiScope scope, string description, ApiAnswer done) =>
        new(id, Tag, summary, $"{description} Takes a key with the scope `{ContentJson.Name(scope)}`.") { Parameters = [Id], Answers = [done, NoKey, Forbidden, Unknown, Conflict, TooMany, Failed] };

    private static ApiAnswer Accepted(ImportState state) => new(202, "The server works on it; ask again at `Location`.", "Import", Example(state), Headers: ["Location"]);

    private static JsonObject Example(ImportState state) =>
        new()
        {
            ["id"] = 7,
            ["fileName"] = "agreements.csv",
            ["format"] = ContentJson.Name(ImportFormat.Csv),
            ["state"] = ContentJson.Name(state),
            ["record"] = "agreement",
            ["header"] = new JsonArray("title", "signed_on", "cities", "partners"),
            ["columns"] = new JsonArray("title", "signed_on", "cities", "partners"),
            ["linesRead"] = 120,
            ["shareRead"] = 1,
            ["new"] = 100,
            ["changed"] = 15,
            ["same"] = 3,
            ["refused"] = 2,
            ["published"] = 0,
            ["createdAt"] = "2026-03-01T12:00:00+00:00",
            ["changedAt"] = "2026-03-01T12:00:09+00:00",
        };

    private static JsonObject Choice(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]) };
}

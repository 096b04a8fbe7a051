using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Filling;
using Json.Schema;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>The schema of a content takes what the rules take, and refuses what no content can be.</summary>
[Collection(nameof(FilledSite))]
public sealed class ContentSchemaTests(FilledSite site)
{
    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Filled_contents_are_valid_by_their_schema(RecordKind kind)
    {
        var schema = await SchemaAsync(kind);
        var contents = site.Filled.Where(c => c.Record == kind).ToList();
        Assert.NotEmpty(contents);
        Assert.All(contents, content => Schemas.AssertValid(schema, ContentJson.Write(content)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Examples_are_valid_and_read_as_contents(RecordKind kind)
    {
        var content = Examples.Content(kind).ToJsonString();
        Schemas.AssertValid(await SchemaAsync(kind), content);
        Assert.NotNull(RecordLineReader.ReadContent(kind, JsonNode.Parse(content)!.Deserialize<JsonElement>()).Content);
    }

    [Theory]
    [InlineData(RecordKind.City, "country", "\"XX\"")]
    [InlineData(RecordKind.City, "kind", "\"village\"")]
    [InlineData(RecordKind.City, "names", "[]")]
    [InlineData(RecordKind.City, "mayor", "\"somebody\"")]
    [InlineData(RecordKind.City, "parentCity", "\"CR-000001\"")]
    [InlineData(RecordKind.City, "parentCity", "7")]
    [InlineData(RecordKind.City, "coordinates", """{"latitude":91,"longitude":0}""")]
    [InlineData(RecordKind.Agreement, "title", """{"english":"x"}""")]
    [InlineData(RecordKind.Agreement, "title", "{}")]
    [InlineData(RecordKind.Agreement, "events", """[{"key":"e1","kind":"signed","date":"in spring"}]""")]
    [InlineData(RecordKind.Agreement, "parties", """[{"key":"first","city":"cn-datong"}]""")]
    [InlineData(RecordKind.Source, "url", "\"ftp://example.org\"")]
    public async Task Value_that_no_content_can_have_is_invalid(RecordKind kind, string property, string value)
    {
        var content = Examples.Content(kind);
        content[property] = JsonNode.Parse(value);
        using var document = JsonDocument.Parse(content.ToJsonString());
        Assert.False((await SchemaAsync(kind)).Evaluate(document.RootElement).IsValid);
    }

    [Fact]
    public async Task Schema_says_what_it_is()
    {
        using var response = await site.CallAsync("GET", ContentSchemas.Address(RecordKind.CapacityStat));
        Assert.Equal("application/schema+json", response.Content.Headers.ContentType?.MediaType);
        var schema = await response.JsonAsync();
        Assert.Equal(ContentSchemas.Dialect, schema["$schema"]!.ToString());
        Assert.EndsWith("/api/v1/schemas/capacity-stat.json", schema["$id"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["city", "quantity"], schema["required"]!.AsArray().Select(r => r!.ToString()));
    }

    private Task<JsonSchema> SchemaAsync(RecordKind kind) => Schemas.ReadAsync(site, kind);
}

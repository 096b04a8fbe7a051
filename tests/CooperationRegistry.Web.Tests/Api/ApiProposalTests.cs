using System.Net;
using System.Text.Json.Nodes;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>Programs propose as editors do: all or nothing is kept, a reviewer decides.</summary>
public sealed class ApiProposalTests(SampleSite site) : IClassFixture<SampleSite>, IAsyncLifetime
{
    private KeyHolder editor = null!;
    private Office office = null!;
    private string key = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (editor, office) = (await KeyHolder.JoinAsync(site, RoleName.Editor), await Office.OpenAsync(site));
        key = await editor.KeyAsync(ApiScope.Read, ApiScope.Propose);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Record_read_changed_sent_back_and_reviewed_is_the_next_revision()
    {
        const string Address = "/api/v1/cities/cn-datong";
        using var read = await site.CallAsync("GET", Address);
        var (record, tag) = (await read.JsonAsync(), read.Header("ETag")!);
        record["content"]!["about"]!["de"] = "Eine Stadt.";

        using var proposed = await site.CallAsync("PUT", Address, key, record.ToJsonString(), tag);
        Assert.Equal(HttpStatusCode.Created, proposed.StatusCode);
        var status = await proposed.JsonAsync();
        Assert.Equal(("submitted", "city", "cn-datong"), (status["state"]!.ToString(), status["record"]!.ToString(), status["recordId"]!.ToString()));
        Assert.Equal(proposed.Header("Location"), $"/api/v1/proposals/{status["id"]}");
        Assert.Equal(tag, await TagAsync(Address));

        await office.Reviews.PublishAsync((long)status["id"]!, office.Reviewer, "Good.", Token);
        var next = await site.ReadAsync(Address);
        Assert.Equal((int)record["revision"]! + 1, (int)next["revision"]!);
        Assert.True(JsonNode.DeepEquals(record["content"], next["content"]));
        Assert.Equal(("published", "Good."), await StatusAsync(proposed.Header("Location")!));

        using var stale = await site.CallAsync("PUT", Address, key, record.ToJsonString(), tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task New_agreement_is_published_with_the_source_made_on_the_way()
    {
        using var proposed = await site.CallAsync("POST", "/api/v1/agreements", key, Examples.Proposed(RecordKind.Agreement, isNew: true).ToJsonString());
        var published = await office.Reviews.PublishAsync((long)(await proposed.JsonAsync())["id"]!, office.Reviewer, null, Token);
        var agreement = await site.ReadAsync(Nouns.Address(RecordKind.Agreement, published.Id));
        var source = agreement["content"]!["citations"]![0]!["source"]!.ToString();
        Assert.Equal("https://example.org/news/1", (await site.ReadAsync(Nouns.Address(RecordKind.Source, source)))["content"]!["url"]!.ToString());
        Assert.Equal(published.Id, (await site.ReadAsync(proposed.Header("Location")!, key))["recordId"]!.ToString());
    }

    [Fact]
    public async Task Refused_content_is_told_fault_by_fault_and_nothing_is_kept()
    {
        var before = await CountAsync();
        var body = Examples.Proposed(RecordKind.Agreement, isNew: true);
        body["content"]!["events"]![0]!["date"] = "2025-13-40";
        body["content"]!["parties"]![0]!["city"] = "cn-nowhere";
        body["companions"]![0]!["content"]!["language"] = "xx-nothing";

        using var response = await site.CallAsync("POST", "/api/v1/agreements", key, body.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = (await response.JsonAsync())["errors"]!.AsArray();
        Assert.Equal(
            ["events/e1/date unreadableDate 2025-13-40", "parties/p1/city unknownRecord cn-nowhere", "~1/language unknownLanguage xx-nothing"],
            errors.Select(e => $"{e!["path"]} {e["rule"]} {e["value"]}").Order(StringComparer.Ordinal));
        Assert.All(errors, e => Assert.True(e!["sentence"]!.ToString().Length > 5 && e["mend"]!.ToString().Length > 5));
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("""{"content":{"names":[}""", "", "notJson")]
    [InlineData("", "", "notJson")]
    [InlineData("[]", "", "notJson")]
    [InlineData("null", "content", "required")]
    [InlineData("{}", "content", "required")]
    [InlineData("""{"content":7}""", "content", "required")]
    [InlineData("""{"content":{},"contents":{}}""", "contents", "unknownProperty")]
    [InlineData("""{"content":{"mayor":"x"}}""", "mayor", "unknownProperty")]
    [InlineData("""{"content":{"kind":"village"}}""", "kind", "unknownValue")]
    [InlineData("""{"content":{"names":[{"key":"n1","text":7}]}}""", "names/n1/text", "wrongType")]
    [InlineData("""{"content":{},"companions":[null]}""", "companions", "required")]
    [InlineData("""{"record":"partner","content":{}}""", "record", "unknownValue")]
    [InlineData("""{"id":"cn-mine","content":{}}""", "id", "unknownValue")]
    [InlineData("""{"content":{},"companions":[{"record":"source","id":"~1","content":{"titel":{}}}]}""", "~1/titel", "unknownProperty")]
    [InlineData("""{"content":{},"companions":[{"record":"source","id":"~1"}]}""", "companions/0/content", "required")]
    public async Task Body_that_cannot_be_read_is_told_with_its_place(string body, string path, string rule)
    {
        using var response = await site.CallAsync("POST", "/api/v1/cities", key, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (await response.JsonAsync())["errors"]!.AsArray().Single()!;
        Assert.Equal((path, rule), (error["path"]!.ToString(), error["rule"]!.ToString()));
    }

    [Fact]
    public async Task More_companions_than_anybody_reviews_are_refused()
    {
        var companions = string.Join(',', Enumerable.Range(1, 201).Select(n => $$$"""{"record":"source","id":"~{{{n}}}","content":{}}"""));
        using var response = await site.CallAsync("POST", "/api/v1/cities", key, "{\"content\":{},\"companions\":[" + companions + "]}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("companions", (await response.JsonAsync())["errors"]![0]!["path"]!.ToString());
    }

    [Fact]
    public async Task Malformed_json_is_told_by_line_and_byte()
    {
        using var response = await site.CallAsync("POST", "/api/v1/cities", key, "{\n  \"content\": {,\n}");
        Assert.Contains("line 2, byte 15", (await response.JsonAsync())["errors"]![0]!["sentence"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_is_not_utf_8_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cities") { Content = new ByteArrayContent([(byte)'{', 0xff, (byte)'}']) };
        request.Headers.Add("Authorization", $"Bearer {key}");
        request.Content.Headers.ContentType = new("application/json");
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(null, 428)]
    [InlineData("*", 428)]
    [InlineData("nonsense", 428)]
    [InlineData("\"7\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"1\"", 201)]
    [InlineData("\"7\", \"1\"", 201)]
    public async Task Change_needs_the_revision_that_is_published(string? ifMatch, int status)
    {
        var city = await office.PublishAsync(TestData.City("Conditional"));
        var record = await site.ReadAsync(Nouns.Address(RecordKind.City, city.Id));
        using var response = await site.CallAsync("PUT", Nouns.Address(RecordKind.City, city.Id), key, record.ToJsonString(), ifMatch);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("revision", "7")]
    [InlineData("id", "\"cn-other\"")]
    [InlineData("record", "\"source\"")]
    public async Task Body_that_contradicts_the_request_is_refused(string property, string value)
    {
        var record = await site.ReadAsync("/api/v1/partners/catl");
        var tag = $"\"{record["revision"]}\"";
        record[property] = JsonNode.Parse(value);
        using var response = await site.CallAsync("PUT", "/api/v1/partners/catl", key, record.ToJsonString(), tag);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(property, (await response.JsonAsync())["errors"]![0]!["path"]!.ToString());
    }

    [Fact]
    public async Task Proposal_is_read_by_its_author_and_by_reviewers_alone()
    {
        using var proposed = await site.CallAsync("POST", "/api/v1/cities", key, Examples.Proposed(RecordKind.City, isNew: true).ToJsonString());
        var address = proposed.Header("Location")!;
        var other = await (await KeyHolder.JoinAsync(site, RoleName.Editor)).KeyAsync(ApiScope.Read);
        using (var hidden = await site.CallAsync("GET", address, other))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        var reviewer = await (await KeyHolder.JoinAsync(site, RoleName.Reviewer)).KeyAsync(ApiScope.Read);
        Assert.Equal("submitted", (await site.ReadAsync(address, reviewer))["state"]!.ToString());

        await office.Reviews.ReturnAsync((long)(await proposed.JsonAsync())["id"]!, office.Reviewer, "Which Aachen?", new Dictionary<string, string> { ["names/n1/text"] = "With its addition." }, Token);

        var returned = await site.ReadAsync(address, key);
        Assert.Equal(("returned", "Which Aachen?", "With its addition."), (returned["state"]!.ToString(), returned["note"]!.ToString(), returned["notes"]!["names/n1/text"]!.ToString()));
    }

    [Fact]
    public async Task Proposal_is_in_the_audit_log_under_its_author_and_key()
    {
        using var proposed = await site.CallAsync("POST", "/api/v1/cities", key, Examples.Proposed(RecordKind.City, isNew: true).ToJsonString());
        var id = (await proposed.JsonAsync())["id"];
        await using var db = await site.OpenAsync();
        Assert.Equal(["key.made", "proposal.submitted"], await db.AuditEntries.Where(e => e.Actor == editor.Account.Email).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Token));
        Assert.Equal($"API: {key[..10]}…", (await db.AuditEntries.SingleAsync(e => e.Subject == $"proposal {id}", Token)).Details);
    }

    [Fact]
    public async Task Record_published_while_a_change_is_handed_in_refuses_it()
    {
        var city = await office.PublishAsync(TestData.City("Overtaken"));
        await office.ChangeAsync<CityContent>(city.Id, c => c.Names[0].Text = "Overtaking");
        var desk = site.Services.GetRequiredService<ProposalDesk>();
        var draft = new Draft { Kind = RecordKind.City, RecordId = city.Id, BaseRevision = 1, Content = TestData.City("Late"), AuthorId = editor.Account.Id };
        var refused = await Assert.ThrowsAsync<Domain.Reviewing.DeskException>(() => desk.HandInAsync(draft, office.Editor, "test", Token));
        Assert.Equal("stale", refused.Code);
    }

    private async Task<string> TagAsync(string address)
    {
        using var response = await site.CallAsync("GET", address);
        return response.Header("ETag")!;
    }

    private async Task<(string State, string Note)> StatusAsync(string address)
    {
        var status = await site.ReadAsync(address, key);
        return (status["state"]!.ToString(), status["note"]!.ToString());
    }

    private async Task<(int Proposals, int Entries)> CountAsync()
    {
        await using var db = await site.OpenAsync();
        return (await db.Proposals.CountAsync(Token), await db.AuditEntries.CountAsync(Token));
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>
/// What the description promises is what programs get: every operation gives every answer that it is said to give, and no other, and what is in
/// an answer is as its schema says.
/// </summary>
public sealed class ApiContractTests(TestCluster cluster, SampleSite site) : IClassFixture<SampleSite>
{
    private readonly SortedSet<string> given = new(StringComparer.Ordinal);
    private OpenApi description = null!;
    private string all = "";
    private string none = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_gives_the_answers_that_are_said_of_it_and_no_other()
    {
        description = new OpenApi(await site.ReadAsync(ApiDescription.Address));
        var administrator = await KeyHolder.JoinAsync(site, RoleName.Administrator);
        (all, none) = (await administrator.KeyAsync(ApiScope.Read, ApiScope.Propose, ApiScope.Publish), await (await KeyHolder.JoinAsync(site, null)).KeyAsync(ApiScope.Publish));
        var life = await RecordLife.BeginAsync(site);
        var proposal = "";
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var records = await PublishAsync(life, kind);
            await ReadAsync(kind, records);
            proposal = await ProposeNewAsync(kind);
            await ProposeChangeAsync(kind, records);
        }
        await ReadProposalAsync(proposal);
        await ImportAsync();
        await ReadSchemaAsync();
        await AskTooOftenAsync();
        await BreakAsync();

        Assert.Equal(description.Answers, given);
    }

    private sealed record Records(string Published, string Withdrawn, string? Merged);

    private async Task<Records> PublishAsync(RecordLife life, RecordKind kind)
    {
        var (published, withdrawn) = (await life.PublishAsync(kind), await life.PublishAsync(kind));
        await site.Services.GetRequiredService<WithdrawalDesk>().WithdrawAsync(new PublishedRecord(kind, withdrawn, 1), life.Office.Reviewer, "It never was.", Token);
        if (kind is not (RecordKind.City or RecordKind.Partner))
            return new Records(published, withdrawn, null);
        var merged = await life.PublishAsync(kind);
        await site.Services.GetRequiredService<MergeDesk>().MergeAsync(kind, merged, published, life.Office.Reviewer, "The same.", Token);
        return new Records(published, withdrawn, merged);
    }

    private async Task ReadAsync(RecordKind kind, Records records)
    {
        var (list, one) = (Nouns.Address(kind), Nouns.Address(kind, records.Published));
        var tag = await AskAsync("GET", list, 200);
        await AskAsync("GET", list, 304, ifNoneMatch: tag);
        await AskAsync("GET", list + "?pageSize=1000", 400);
        await AskAsync("GET", list, 401, key: "crk_wrong");
        tag = await AskAsync("GET", one, 200);
        await AskAsync("GET", one, 304, ifNoneMatch: tag);
        await AskAsync("GET", one + "?revision=first", 400);
        await AskAsync("GET", one, 401, key: "crk_wrong");
        await AskAsync("GET", Nouns.Address(kind, Unknown(kind)), 404);
        await AskAsync("GET", Nouns.Address(kind, records.Withdrawn), 410);
        if (records.Merged is { } merged)
            await AskAsync("GET", Nouns.Address(kind, merged), 308);
    }

    private async Task<string> ProposeNewAsync(RecordKind kind)
    {
        var (list, body) = (Nouns.Address(kind), Examples.Proposed(kind, isNew: true).ToJsonString());
        using var response = await site.CallAsync("POST", list, all, body);
        await NoteAsync("POST", list, 201, response);
        await AskAsync("POST", list, 400, all, "{");
        await AskAsync("POST", list, 401, null, body);
        await AskAsync("POST", list, 403, none, body);
        await AskAsync("POST", list, 413, all, new string(' ', ProposalWrites.LargestBody + 1));
        await AskAsync("POST", list, 415, all, body, mediaType: "text/plain");
        await AskAsync("POST", list, 422, all, """{"content":{}}""");
        return response.Headers.Location!.ToString();
    }

    private async Task ProposeChangeAsync(RecordKind kind, Records records)
    {
        var one = Nouns.Address(kind, records.Published);
        var read = await site.ReadAsync(one);
        var (body, tag) = (read.ToJsonString(), $"\"{read["revision"]}\"");
        await AskAsync("PUT", one, 201, all, body, tag);
        await AskAsync("PUT", one, 400, all, "{", tag);
        await AskAsync("PUT", one, 401, null, body, tag);
        await AskAsync("PUT", one, 403, none, body, tag);
        await AskAsync("PUT", Nouns.Address(kind, Unknown(kind)), 404, all, body, tag);
        await AskAsync("PUT", Nouns.Address(kind, records.Withdrawn), 410, all, body, tag);
        await AskAsync("PUT", one, 412, all, body, "\"99\"");
        await AskAsync("PUT", one, 413, all, new string(' ', ProposalWrites.LargestBody + 1), tag);
        await AskAsync("PUT", one, 415, all, body, tag, mediaType: "text/plain");
        await AskAsync("PUT", one, 422, all, """{"content":{}}""", tag);
        await AskAsync("PUT", one, 428, all, body);
        if (records.Merged is { } merged)
            await AskAsync("PUT", Nouns.Address(kind, merged), 308, all, body, tag);
    }

    private async Task ReadProposalAsync(string proposal)
    {
        await AskAsync("GET", proposal, 200, all);
        await AskAsync("GET", proposal, 401);
        await AskAsync("GET", proposal, 403, none);
        await AskAsync("GET", $"{Nouns.Root}/proposals/999999", 404, all);
    }

    private async Task ImportAsync()
    {
        const string Imports = $"{Nouns.Root}/imports";
        const string List = "title,signed_on,cities\r\nAgreement on kites,2021,Datong\r\nAgreement on balloons,soon,Datong\r\n";
        await AskAsync("POST", Imports + "?record=treaty", 400, all, List, mediaType: "text/csv");
        await AskAsync("POST", Imports, 401, null, List, mediaType: "text/csv");
        await AskAsync("POST", Imports, 403, none, List, mediaType: "text/csv");
        await AskAsync("POST", Imports, 415, all, List);
        await AskAsync("POST", Imports, 422, all, ",,\r\n", mediaType: "text/csv");
        await TooLargeAsync(Imports);
        var one = await HandInAsync(Imports, List);
        foreach (var (method, deed) in new[] { ("GET", ""), ("GET", "/refused"), ("POST", "/check"), ("POST", "/submit"), ("POST", "/publish"), ("DELETE", "") })
        {
            var body = deed == "/check" ? "{}" : null;
            await AskAsync(method, one + deed, 401, null, body);
            await AskAsync(method, one + deed, 403, none, body);
            await AskAsync(method, $"{Imports}/999999{deed}", 404, all, body);
        }
        while ((string)(await site.ReadAsync(one, all))["state"]! == "checking")
            await Task.Delay(50, Token);
        await AskAsync("GET", one, 200, all);
        await AskAsync("GET", one + "/refused", 200, all);
        await AskAsync("POST", one + "/publish", 202, all);
        var two = await HandInAsync(Imports, List.Replace("kites", "bicycles", StringComparison.Ordinal).Replace("title", "what it is", StringComparison.Ordinal));
        await AskAsync("POST", two + "/submit", 409, all);
        await AskAsync("POST", two + "/publish", 409, all);
        await AskAsync("POST", two + "/check", 400, all, "{");
        await AskAsync("POST", two + "/check", 413, all, new string(' ', 70_000));
        await AskAsync("POST", two + "/check", 415, all, "{}", mediaType: "text/plain");
        await AskAsync("POST", two + "/check", 422, all, """{"columns":["title","title",""]}""");
        await AskAsync("POST", two + "/check", 202, all, """{"record":"agreement","columns":["title","signed_on","cities"]}""");
        while ((string)(await site.ReadAsync(two, all))["state"]! == "checking")
            await Task.Delay(50, Token);
        await AskAsync("POST", two + "/submit", 202, all);
        await AskAsync("DELETE", two, 200, all);
        await AskAsync("DELETE", two, 409, all);
        await AskAsync("POST", two + "/check", 409, all, """{"record":"agreement","columns":["title","signed_on","cities"]}""");
    }

    private async Task<string> HandInAsync(string imports, string list)
    {
        using var response = await site.CallAsync("POST", imports, all, list, mediaType: "text/csv");
        await NoteAsync("POST", imports, 202, response);
        return response.Headers.Location!.ToString();
    }

    // Said in the header; not a byte of it is sent.
    private async Task TooLargeAsync(string address)
    {
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = new("text/csv");
        content.Headers.ContentLength = 300L * 1024 * 1024;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new("Bearer", all);
        request.Headers.ExpectContinue = true;
        using var response = await site.Client.SendAsync(request, Token);
        await NoteAsync("POST", address, 413, response);
    }

    private async Task ReadSchemaAsync()
    {
        var address = ContentSchemas.Address(RecordKind.City);
        var tag = await AskAsync("GET", address, 200);
        await AskAsync("GET", address, 304, ifNoneMatch: tag);
        await AskAsync("GET", address, 401, key: "crk_wrong");
        await AskAsync("GET", $"{Nouns.Root}/schemas/town.json", 404);
    }

    private async Task AskTooOftenAsync()
    {
        await using var narrow = new NarrowSite(cluster, addresses: 1, keys: 1);
        await narrow.InitializeAsync();
        using (await narrow.CallAsync("GET", Nouns.Address(RecordKind.City)))
        {
        }
        foreach (var (method, path) in description.Operations)
        {
            using var response = await narrow.CallAsync(method, path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{name}", "city", StringComparison.Ordinal));
            await NoteAsync(method, path, 429, response);
        }
    }

    // The store answers the server nothing any more.
    private async Task BreakAsync()
    {
        await using var owner = site.OpenAsOwner();
        await owner.Database.ExecuteSqlRawAsync("REVOKE SELECT ON ALL TABLES IN SCHEMA public FROM registry_server", Token);
        foreach (var (method, path) in description.Operations)
            await AskAsync(method, path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{name}", "city", StringComparison.Ordinal), 500, all, method == "GET" ? null : "{}", mediaType: path.EndsWith("/imports", StringComparison.Ordinal) ? "text/csv" : "application/json");
    }

    private static string Unknown(RecordKind kind) => RecordId.IsNumbered(kind) ? RecordId.FromNumber(kind, 999_999) : "xx-nowhere";

    private async Task<string?> AskAsync(
        string method, string address, int status, string? key = null, string? body = null, string? ifMatch = null, string? ifNoneMatch = null, string mediaType = "application/json")
    {
        using var response = await site.CallAsync(method, address, key, body, ifMatch, ifNoneMatch, mediaType);
        await NoteAsync(method, address, status, response);
        return response.Header("ETag");
    }

    private async Task NoteAsync(string method, string address, int status, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True((int)response.StatusCode == status, $"{method} {address}: {(int)response.StatusCode} for {status}. {text}");
        var answer = description.AnswerOf(method, address.Split('?')[0], status);
        Assert.Equal(answer.MediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.All(answer.Headers, name => Assert.True(response.Header(name) is not null, $"{method} {address} {status} lacks {name}."));
        if (answer.Schema is not null && answer.MediaType != "text/csv")
            description.AssertIsOf(answer.Schema, text);
        if (status >= 400)
            Assert.Equal(status.ToString(CultureInfo.InvariantCulture), JsonNode.Parse(text)!["status"]!.ToString());
        given.Add($"{answer.Operation} {status}");
    }
}

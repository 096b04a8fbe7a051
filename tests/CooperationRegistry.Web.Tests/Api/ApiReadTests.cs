using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>Programs read what is published: lists page by page, records, earlier revisions, and whether anything changed.</summary>
public sealed class ApiReadTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_show_each_record_once_in_the_order_of_files(RecordKind kind)
    {
        await using var db = await site.OpenAsync();
        var expected = await db.ReadAllAsync(kind, Token).Select(r => r.Id).ToListAsync(Token);
        var shown = new List<string>();
        for (var next = Nouns.Address(kind) + "?pageSize=2" + (kind == RecordKind.Agreement ? "&sort=number" : ""); next is not null;)
        {
            using var response = await site.CallAsync("GET", next);
            var page = await response.JsonAsync();
            shown.AddRange(page["items"]!.AsArray().Select(i => i!["id"]!.ToString()));
            next = page["next"]?.ToString();
            Assert.Equal(next is not null, response.Header("Link")!.Contains($"<{next}>; rel=\"next\"", StringComparison.Ordinal));
        }
        Assert.Equal(expected, shown);
        Assert.True(shown.Count > 2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Item_is_the_line_of_a_file(RecordKind kind)
    {
        await using var db = await site.OpenAsync();
        var record = await db.ReadAllAsync(kind, Token).FirstAsync(Token);
        var item = await site.ReadAsync(Nouns.Address(kind, record.Id));
        Assert.Equal(["record", "id", "revision", "publishedAt", "url", "content"], item.Select(p => p.Key));
        Assert.Equal(ContentJson.Write(record.Body), JsonNode.Parse(item["content"]!.ToJsonString())!.ToJsonString(ContentJson.Options));
        Assert.Equal((record.Id, record.Revision, ContentJson.Name(kind)), (item["id"]!.ToString(), (int)item["revision"]!, item["record"]!.ToString()));
        using var page = await site.Client.GetAsync(new Uri(item["url"]!.ToString()), Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("city=cn-datong")]
    [InlineData("status=signed&sort=title")]
    [InlineData("q=Datong")]
    [InlineData("signedFrom=2014&signedTo=2017&sort=signed")]
    public async Task Agreements_are_those_of_the_list_in_its_order(string query)
    {
        var page = await site.PageAsync("/agreements?" + query);
        var list = await site.ReadAsync("/api/v1/agreements?" + query);
        var ids = list["items"]!.AsArray().Select(i => i!["id"]!.ToString()).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(page.QuerySelectorAll(".rows > li .id").Select(e => e.TextContent), ids);
    }

    [Theory]
    [InlineData("/api/v1/agreements?status=signd", "status", "signd")]
    [InlineData("/api/v1/agreements?after=nothing", "after", "nothing")]
    [InlineData("/api/v1/cities?after=DATONG", "after", "DATONG")]
    [InlineData("/api/v1/cities?pageSize=0", "pageSize", "0")]
    [InlineData("/api/v1/sources?pageSize=many", "pageSize", "many")]
    [InlineData("/api/v1/capacity-stats?city=cn-nowhere", "city", "cn-nowhere")]
    [InlineData("/api/v1/capacity-stats?metric=all", "metric", "all")]
    [InlineData("/api/v1/agreements/CR-000001?revision=last", "revision", "last")]
    public async Task Value_that_cannot_be_read_is_named_with_its_mend(string address, string path, string value)
    {
        using var response = await site.CallAsync("GET", address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var error = Assert.Single((await response.JsonAsync())["errors"]!.AsArray())!;
        Assert.Equal((path, value), (error["path"]!.ToString(), error["value"]!.ToString()));
        Assert.NotEqual("", error["mend"]!.ToString());
    }

    [Fact]
    public async Task Capacity_is_narrowed_by_city_and_metric()
    {
        var list = await site.ReadAsync("/api/v1/capacity-stats?city=cn-changzhi&metric=total");
        Assert.All(list["items"]!.AsArray(), i => Assert.Equal(("cn-changzhi", "total"), (i!["content"]!["city"]!.ToString(), i["content"]!["metric"]!.ToString())));
        Assert.NotEmpty(list["items"]!.AsArray());
    }

    [Fact]
    public async Task Record_that_did_not_change_is_a_short_answer_and_a_revision_more_a_whole_one()
    {
        var office = await Office.OpenAsync(site);
        var id = (await office.PublishAsync(TestData.City("Unchanged"))).Id;
        var address = Nouns.Address(RecordKind.City, id);
        using var first = await site.CallAsync("GET", address);
        Assert.Equal("\"1\"", first.Header("ETag"));
        using var again = await site.CallAsync("GET", address, ifNoneMatch: "\"0\", \"1\"");
        Assert.Equal((HttpStatusCode.NotModified, "\"1\""), (again.StatusCode, again.Header("ETag")));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Token));

        await office.ChangeAsync<CityContent>(id, c => c.Names[0].Text = "Changed");

        using var changed = await site.CallAsync("GET", address, ifNoneMatch: "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Header("ETag")));
        var earlier = await site.ReadAsync(address + "?revision=1");
        Assert.Equal("Unchanged", earlier["content"]!["names"]![0]!["text"]!.ToString());
        Assert.EndsWith($"/cities/{id}?revision=1", earlier["url"]!.ToString(), StringComparison.Ordinal);
        using var unknown = await site.CallAsync("GET", address + "?revision=3");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task List_is_a_short_answer_until_something_is_published_or_the_day_ends()
    {
        const string Address = "/api/v1/partners?pageSize=2";
        var office = await Office.OpenAsync(site);
        var tag = await TagAsync(Address);
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.NotEqual(tag, await TagAsync("/api/v1/partners?pageSize=3"));
        using (var again = await site.CallAsync("GET", Address, ifNoneMatch: tag))
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        site.Time.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync(TestData.Partner("Another one"));
        var later = await TagAsync(Address, tag);
        Assert.NotEqual(tag, later);

        site.Time.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(later, await TagAsync(Address, later));
    }

    [Fact]
    public async Task List_that_was_modified_since_is_sent_whole()
    {
        using var first = await site.CallAsync("GET", "/api/v1/projects");
        var modified = first.Content.Headers.LastModified!.Value;
        Assert.Equal(HttpStatusCode.NotModified, await SinceAsync(modified));
        Assert.Equal(HttpStatusCode.OK, await SinceAsync(modified.AddSeconds(-1)));
    }

    [Theory]
    [InlineData("/api/v1/agreements")]
    [InlineData("/api/v1/cities/cn-datong")]
    [InlineData("/api/v1/schemas/city.json")]
    public async Task Head_answers_as_get_does_without_a_body(string address)
    {
        using var get = await site.CallAsync("GET", address);
        using var head = await site.CallAsync("HEAD", address);
        Assert.Equal((HttpStatusCode.OK, get.Header("ETag")), (head.StatusCode, head.Header("ETag")));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Merged_entry_leads_to_the_one_that_stayed_and_a_withdrawn_one_says_why_it_is_gone()
    {
        var office = await Office.OpenAsync(site);
        var (stays, goes) = (await office.PublishAsync(TestData.City("Stays")), await office.PublishAsync(TestData.City("Goes")));
        await site.Services.GetRequiredService<MergeDesk>().MergeAsync(RecordKind.City, goes.Id, stays.Id, office.Reviewer, null, Token);
        using (var moved = await site.CallAsync("GET", Nouns.Address(RecordKind.City, goes.Id)))
            Assert.Equal((HttpStatusCode.PermanentRedirect, Nouns.Address(RecordKind.City, stays.Id)), (moved.StatusCode, moved.Header("Location")));

        await site.Services.GetRequiredService<WithdrawalDesk>().WithdrawAsync(new PublishedRecord(RecordKind.City, stays.Id, 2), office.Reviewer, "It is no city.", Token);
        using var gone = await site.CallAsync("GET", Nouns.Address(RecordKind.City, stays.Id));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal("It is no city.", (await gone.JsonAsync())["detail"]!.ToString());
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/proposals/one", 404)]
    [InlineData("GET", "/api/v2/cities", 404)]
    [InlineData("DELETE", "/api/v1/cities/cn-datong", 405)]
    [InlineData("PUT", "/api/v1/cities", 405)]
    [InlineData("POST", "/api/v1/schemas/city.json", 405)]
    public async Task Refusal_is_a_problem_document_that_leads_to_the_reference(string method, string address, int status)
    {
        using var response = await site.CallAsync(method, address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"/api#status-{status}", (await response.JsonAsync())["type"]!.ToString());
        if (status == 405)
            Assert.Contains("GET", response.Header("Allow"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Options_names_the_methods()
    {
        using var response = await site.CallAsync("OPTIONS", "/api/v1/cities/cn-datong");
        Assert.Equal((HttpStatusCode.NoContent, "GET, HEAD, PUT"), (response.StatusCode, response.Header("Allow")));
    }

    [Fact]
    public async Task Sentences_are_in_the_language_that_is_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cities?pageSize=0");
        request.Headers.Add("Accept-Language", "zh-Hans");
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Contains(((await response.JsonAsync())["errors"]![0]!["sentence"]!.ToString()), c => c > '\u4e00');
    }

    private async Task<string> TagAsync(string address, string? known = null)
    {
        using var response = await site.CallAsync("GET", address, ifNoneMatch: known);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Header("ETag")!;
    }

    private async Task<HttpStatusCode> SinceAsync(DateTimeOffset time)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects");
        request.Headers.Add("If-Modified-Since", time.ToString("R", CultureInfo.InvariantCulture));
        using var response = await site.Client.SendAsync(request, Token);
        return response.StatusCode;
    }
}

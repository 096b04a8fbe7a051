using System.Net;
using System.Xml.Linq;
using CooperationRegistry.Domain.Values;
using static CooperationRegistry.Web.Tests.Feeds.AtomChecker;

namespace CooperationRegistry.Web.Tests.Feeds;

public sealed class AtomFeedTests(FeedSite site) : IClassFixture<FeedSite>
{
    private const string Feed = "/feeds/agreements.atom";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?lang=en")]
    [InlineData("?lang=zh-Hans")]
    [InlineData("?pageSize=3")]
    [InlineData("?city=cn-shenzhen&status=signed&status=inForce&sort=title&lang=zh-Hans")]
    [InlineData("?q=%E5%A4%A7%E5%90%8C&signedFrom=2010&year=unknown&year=2025")]
    [InlineData("?q=%22a%20b%22%20%3C%26%3E%20%F0%9F%8C%B1")]
    [InlineData("?city=de-nowhere")]
    public async Task Feed_keeps_to_the_standard(string query)
    {
        var feed = await ReadAsync(Feed + query);
        Assert.Equal(query.Contains("zh-Hans", StringComparison.Ordinal) ? "合作登记簿" : "Cooperation Registry", feed.Element(Atom + "title")!.Value.Split(" – ")[^1]);
    }

    [Fact]
    public async Task Entry_tells_what_the_agreement_is_and_where()
    {
        var entry = (await ReadAsync(Feed + "?q=" + FeedSite.Dated)).Element(Atom + "entry")!;
        Assert.Equal(At("/agreements/CR-000101"), Id(entry));
        Assert.Equal("All its dates", entry.Element(Atom + "title")!.Value);
        Assert.Equal("What it says.", entry.Element(Atom + "summary")!.Value);
        Assert.Equal(
            [(At("/agreements/CR-000101"), "text/html"), (At("/api/v1/agreements/CR-000101"), "application/json")],
            Links(entry, "alternate").Select(l => ((string)l.Attribute("href")!, (string)l.Attribute("type")!)));
        Assert.Equal(
            ["kind=memorandumOfUnderstanding: Memorandum of understanding", "status=signed: Signed", "sector=wind: Wind energy", "sector=energyStorage: Energy storage"],
            entry.Elements(Atom + "category").Select(c => $"{(string)c.Attribute("scheme")!}{(string)c.Attribute("term")!}: {(string)c.Attribute("label")!}".Split('?')[1]));
        Assert.Equal("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/", entry.Element(Atom + "rights")!.Value);
        Assert.Equal("Cooperation Registry", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
    }

    [Fact]
    public async Task Entry_without_a_summary_is_told_in_short()
    {
        var feed = await ReadAsync(Feed + "?q=" + FeedSite.Months);
        Assert.StartsWith("Memorandum of understanding · Signed · Signed 29 February 2024 · Datong, ", feed.Element(Atom + "entry")!.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_in_chinese_says_so_and_marks_what_is_not()
    {
        var feed = await ReadAsync(Feed + "?city=cn-datong&lang=zh-Hans&pageSize=200");
        Assert.Equal("zh-Hans", (string?)feed.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal("新增和更新的协议（城市：大同） – 合作登记簿", feed.Element(Atom + "title")!.Value);
        var dated = feed.Elements(Atom + "entry").Single(e => Id(e) == At("/agreements/CR-000101"));
        Assert.Equal(("各种日期", null), (dated.Element(Atom + "title")!.Value, (string?)dated.Element(Atom + "title")!.Attribute(XNamespace.Xml + "lang")));
        Assert.Equal("en", (string?)dated.Element(Atom + "summary")!.Attribute(XNamespace.Xml + "lang"));
        Assert.Contains(dated.Elements(Atom + "category"), c => (string?)c.Attribute("label") == "谅解备忘录");
        Assert.Equal(At("/agreements/CR-000101?lang=zh-Hans"), (string?)Links(dated, "alternate")[0].Attribute("href"));
    }

    [Theory]
    [InlineData("city=cn-shenzhen", "CR-000007", "CR-000008")]
    [InlineData("status=announced", "CR-000004", "CR-000103")]
    [InlineData("city=dk-copenhagen&kind=contract")]
    public async Task Feed_has_the_rows_of_its_filter(string filter, params string[] expected)
    {
        var feed = await ReadAsync($"{Feed}?{filter}");
        Assert.Equal(expected, feed.Elements(Atom + "entry").Select(e => Id(e).Split('/')[^1]).Order());
        Assert.Equal(At("/agreements?" + filter), (string?)Assert.Single(Links(feed, "alternate")).Attribute("href"));
    }

    [Fact]
    public async Task Feed_without_a_match_was_updated_when_the_registry_was()
    {
        var (all, none) = (await ReadAsync(Feed), await ReadAsync(Feed + "?country=FJ"));
        Assert.Empty(none.Elements(Atom + "entry"));
        Assert.Equal(Updated(all), Updated(none));
    }

    [Fact]
    public async Task Pages_of_the_feed_lead_through_all_of_it_and_back()
    {
        var whole = (await ReadAsync(Feed + "?pageSize=200")).Elements(Atom + "entry").Select(Id).ToList();
        var (found, at) = (new List<string>(), At(Feed + "?pageSize=4"));
        string last;
        do
        {
            last = at!;
            var page = await ReadAsync(at!);
            Assert.Equal(at, (string?)Assert.Single(Links(page, "self")).Attribute("href"));
            Assert.Equal((At(Feed), At("/agreements")), (Id(page), (string?)Assert.Single(Links(page, "alternate")).Attribute("href")));
            found.AddRange(page.Elements(Atom + "entry").Select(Id));
            at = (string?)Links(page, "next").SingleOrDefault()?.Attribute("href");
        }
        while (at is not null);
        Assert.Equal(whole, found);
        var before = await ReadAsync((string)Assert.Single(Links(await ReadAsync(last), "previous")).Attribute("href")!);
        Assert.Equal(4, before.Elements(Atom + "entry").Count());
        Assert.Equal(At(Feed + "?pageSize=4"), (string?)Assert.Single(Links(before, "first")).Attribute("href"));
    }

    [Fact]
    public async Task Hostile_text_arrives_as_it_is()
    {
        var feed = await ReadAsync(Feed + "?pageSize=200");
        var entries = feed.Elements(Atom + "entry").ToDictionary(e => Id(e).Split('/')[^1]);
        foreach (var (text, i) in FeedSite.Hostile.Select((t, i) => (t, i)))
        {
            var entry = entries[$"CR-{FeedSite.FirstHostile + i:D6}"];
            Assert.Equal(FeedSite.Clean(text), entry.Element(Atom + "title")!.Value);
            Assert.True(entry.Element(Atom + "summary")!.Value.Length >= 5000);
        }
    }

    [Fact]
    public async Task Changed_agreement_comes_first_under_its_id()
    {
        var before = (await ReadAsync(Feed + "?pageSize=200")).Elements(Atom + "entry").ToList();
        var old = before.FindIndex(e => Id(e).EndsWith(FeedSite.Changed, StringComparison.Ordinal));
        site.Time.Advance(TimeSpan.FromMinutes(5));
        await site.LoadAsync(TestData.Line(FeedSite.Changed, FeedSite.Of("Will change", a => a.Summary = LocalizedText.En($"Changed, {Guid.NewGuid()}."))));
        var feed = await ReadAsync(Feed + "?pageSize=200");
        var first = feed.Element(Atom + "entry")!;
        Assert.True(old > 0);
        Assert.Equal(Id(before[old]), Id(first));
        Assert.Equal(before[old].Element(Atom + "published")!.Value, first.Element(Atom + "published")!.Value);
        Assert.Equal((site.Time.GetUtcNow(), site.Time.GetUtcNow()), (Updated(first), Updated(feed)));
        Assert.Equal(before.Count, feed.Elements(Atom + "entry").Count());
    }

    [Theory]
    [InlineData("status=signd", "status")]
    [InlineData("city=CN-Datong", "city")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("signedFrom=XXXX-10-19", "signedFrom")]
    [InlineData("after=nonsense", "after")]
    // A cursor of the list by number.
    [InlineData("after=eyJudW1iZXIiOjF9", "after")]
    [InlineData("before=eyJudW1iZXIiOjF9", "before")]
    public async Task Unreadable_filter_is_a_problem_that_names_it(string filter, string name)
    {
        using var response = await site.AskAsync($"{Feed}?{filter}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"\"{name}\":", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agreements?city=cn-shenzhen&status=signed&sort=title&lang=zh-Hans", "?city=cn-shenzhen&status=signed&lang=zh-Hans")]
    [InlineData("/agreements", "?lang=en")]
    [InlineData("/cities/cn-datong?lang=zh-Hans", "?city=cn-datong&lang=zh-Hans")]
    [InlineData("/partners/catl", "?partner=catl&lang=en")]
    public async Task Page_names_the_feed_of_what_it_lists(string address, string query)
    {
        var page = await site.PageAsync(address);
        var href = Assert.Single(page.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']")).GetAttribute("href");
        Assert.Equal(Feed + query, href);
        await ReadAsync(href!);
        if (address.StartsWith("/agreements", StringComparison.Ordinal))
            Assert.Equal(href, page.QuerySelector("a[type='application/atom+xml']")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/cities/cn-datong?revision=1")]
    [InlineData("/agreements/CR-000001")]
    public async Task Page_without_a_list_names_no_feed(string address) =>
        Assert.Empty((await site.PageAsync(address)).QuerySelectorAll("link[type='application/atom+xml']"));

    private async Task<XElement> ReadAsync(string address) => Read(await site.BytesAsync(address, "application/atom+xml; charset=utf-8"));

    private string At(string path) => site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path;
}

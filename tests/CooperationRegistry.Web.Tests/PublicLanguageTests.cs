using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>Public pages in both languages: each an address of its own, while cookie and browser only choose where the address does not.</summary>
public sealed class PublicLanguageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Cookie = "registry.language=";

    public static TheoryData<string> Addresses => PublicPageTests.Addresses;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Public_page_asked_for_in_chinese_is_chinese_as_are_its_links(string address)
    {
        var (response, page) = await OpenAsync(InChinese(address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("zh-Hans", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("zh-Hans", Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.All(LinksOf(page), href => Assert.Contains("lang=zh-Hans", href, StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("form[method=get]"), form => Assert.Equal("zh-Hans", form.QuerySelector("input[name=lang]")?.GetAttribute("value")));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Public_page_tells_its_address_in_each_language(string address)
    {
        foreach (var (asked, canonical) in new[] { (address, ""), (InChinese(address), "?lang=zh-Hans") })
        {
            var (_, page) = await OpenAsync(asked);
            var here = new Uri(site.Client.BaseAddress!, address.Split('?')[0]).AbsoluteUri;
            Assert.Equal(here + canonical, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            var alternates = page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang"), l.GetAttribute("href")));
            Assert.Equal(
                page.QuerySelector("meta[name=robots]") is null ? [("en", here + "?lang=en"), ("zh-Hans", here + "?lang=zh-Hans"), ("x-default", here)] : Array.Empty<(string?, string?)>(),
                alternates);
        }
    }

    [Theory]
    [InlineData("/agreements?city=cn-shenzhen&status=signed&pageSize=1", "/agreements?city=cn-shenzhen&status=signed&pageSize=1&lang=zh-Hans")]
    [InlineData("/agreements?q=%E5%A4%A7%E5%90%8C&lang=zh-Hans&sort=number", "/agreements?q=%E5%A4%A7%E5%90%8C&lang=en&sort=number")]
    [InlineData("/agreements/CR-000001?revision=1", "/agreements/CR-000001?revision=1&lang=zh-Hans")]
    [InlineData("/cities/cn-nowhere?lang=zh-Hans", "/cities/cn-nowhere?lang=en")]
    [InlineData("/nothing/here?x=1", "/nothing/here?x=1&lang=zh-Hans")]
    [InlineData("//elsewhere.org/x", "/elsewhere.org/x?lang=zh-Hans")]
    public async Task Public_page_leads_to_itself_in_the_other_language(string address, string other)
    {
        var (_, page) = await OpenAsync(address);
        var link = page.QuerySelector("a.language")!;
        Assert.Equal(other, link.GetAttribute("href"));
        Assert.Equal(link.TextContent == "中文" ? "zh-Hans" : "en", link.GetAttribute("hreflang"));
    }

    [Theory]
    [InlineData("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("Cookie", Cookie + "zh-Hans", "zh-Hans")]
    [InlineData("Accept-Language", "da", "en")]
    public async Task Public_page_whose_address_names_no_language_is_in_the_readers_and_its_links_name_none(string header, string value, string language)
    {
        var (response, page) = await OpenAsync("/agreements/CR-000001", (header, value));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Accept-Language", "Cookie", "Accept-Encoding"], response.Headers.Vary);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(LinksOf(page), href => href.Contains("lang=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_decides_against_cookie_and_browser()
    {
        var (_, page) = await OpenAsync("/cities?lang=en", ("Accept-Language", "zh-CN"), ("Cookie", Cookie + "zh-Hans"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Languages_are_kept_apart_in_the_cache()
    {
        const string Address = "/projects?kept=apart";
        foreach (var headers in new (string, string)[][] { [], [("Accept-Language", "zh")] })
            await OpenAsync(Address, headers);
        var (english, inEnglish) = await OpenAsync(Address);
        var (chinese, inChinese) = await OpenAsync(Address, ("Cookie", Cookie + "zh-Hans"));
        Assert.All([english, chinese], response => Assert.NotNull(response.Headers.Age));
        Assert.Equal(("Projects", "项目"), (inEnglish.QuerySelector("h1")!.TextContent, inChinese.QuerySelector("h1")!.TextContent));
        Assert.Equal("zh-Hans", Assert.Single(chinese.Content.Headers.ContentLanguage));
        Assert.Equal(["Accept-Language", "Cookie", "Accept-Encoding"], chinese.Headers.Vary);
    }

    [Theory]
    [InlineData("/agreements/CR-999999")]
    [InlineData("/nothing/here")]
    public async Task Unknown_address_is_answered_in_the_language_asked_for(string address)
    {
        var (response, page) = await OpenAsync(InChinese(address));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(("zh-Hans", "没有此页面"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
        Assert.All(LinksOf(page), href => Assert.Contains("lang=zh-Hans", href, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("link[hreflang]"));
    }

    [Fact]
    public async Task Page_that_cannot_be_made_says_so_in_the_language_asked_for()
    {
        await using var db = site.OpenAsOwner();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE capacity_stats RENAME TO elsewhere", Token);
        try
        {
            var (response, page) = await OpenAsync("/capacity?lang=zh-Hans&now=gone");
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Equal(("zh-Hans", "出错了"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
            Assert.Contains("style-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("/capacity?lang=en&now=gone", page.QuerySelector("a.language")!.GetAttribute("href"));
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"ALTER TABLE elsewhere RENAME TO capacity_stats", Token);
        }
    }

    [Fact]
    public async Task Row_names_its_agreement_and_those_in_it_in_chinese_where_the_record_does()
    {
        foreach (var address in new[] { "/agreements?lang=zh-Hans", "/?lang=zh-Hans", "/partners/german-energy-agency?lang=zh-Hans" })
        {
            var row = (await OpenAsync(address)).Page.QuerySelectorAll(".rows > li").Single(li => li.QuerySelector(".id")!.TextContent == "CR-000001");
            Assert.Contains("大同市与德国能源署战略合作谅解备忘录", row.TextContent, StringComparison.Ordinal);
            Assert.Equal((null, "大同"), NameOf(row.QuerySelector("a[href^='/cities/cn-datong']")!));
        }
        var other = (await OpenAsync("/agreements?lang=zh-Hans")).Page.QuerySelector(".rows a[href^='/cities/dk-copenhagen']")!;
        Assert.Equal((null, "哥本哈根"), NameOf(other));
        var english = (await OpenAsync("/agreements?lang=zh-Hans")).Page.QuerySelector(".rows a[href^='/partners/shenzhen-hi-tech-innovation-centre']")!;
        Assert.Equal(("en", "Shenzhen National Hi-tech Industrial Innovation Centre"), NameOf(english));
    }

    private async Task<(HttpResponseMessage Response, IDocument Page)> OpenAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Client.BaseAddress!.AbsoluteUri.TrimEnd('/') + address));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await site.Client.SendAsync(request, Token);
        var html = await response.Content.ReadAsStringAsync(Token);
        return (response, await BrowsingContext.New().OpenAsync(r => r.Content(html), Token));
    }

    private static string InChinese(string address) => address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=zh-Hans";

    // The file is the same in every language.
    // Of pages; what is named with its type is for programs.
    private static List<string> LinksOf(IDocument page) =>
        [.. page.QuerySelectorAll("a[href^='/']:not(.language, [download], [type])").Select(a => a.GetAttribute("href")!)];

    private static (string?, string) NameOf(IElement link) => (link.GetAttribute("lang"), link.TextContent);
}

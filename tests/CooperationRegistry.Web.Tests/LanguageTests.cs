using AngleSharp;
using AngleSharp.Dom;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>Who sees the workspace and the account pages in which language.</summary>
public sealed class LanguageTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string SignIn = "/account/sign-in";
    private const string Cookie = "registry.language=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_page_asked_for_in_chinese_is_chinese_and_stays_so()
    {
        using var visitor = new Visitor(site);
        await visitor.OpenAsync(SignIn + "?lang=zh-Hans");
        AssertSpeaks("zh-Hans", "登录", visitor.Page);
        await visitor.OpenAsync(SignIn);
        AssertSpeaks("zh-Hans", "登录", visitor.Page);

        await visitor.OpenAsync(SignIn + "?lang=en");
        await visitor.OpenAsync(SignIn);
        AssertSpeaks("en", "Sign in", visitor.Page);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("en-GB,zh;q=0.5", "en")]
    [InlineData("en;q=0.4,zh;q=0.5", "zh-Hans")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    public async Task Account_page_speaks_what_the_browser_prefers(string accepted, string language)
    {
        using var response = await GetAsync(SignIn, ("Accept-Language", accepted));
        Assert.Equal(language, (await PageAsync(response)).DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain(CookiesOf(response), set => set.StartsWith(Cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Account_page_asked_for_in_an_unknown_language_is_english()
    {
        using var response = await GetAsync(SignIn + "?lang=xx%0d%0a");
        AssertSpeaks("en", "Sign in", await PageAsync(response));
        Assert.DoesNotContain(CookiesOf(response), set => set.StartsWith(Cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Account_page_leads_to_itself_in_the_other_language()
    {
        using var visitor = new Visitor(site);
        await visitor.OpenAsync(SignIn + "?returnUrl=%2Fworkspace");
        var link = visitor.Page.QuerySelector("a.language")!;
        Assert.Equal("中文", link.TextContent);
        Assert.Equal("zh-Hans", link.GetAttribute("hreflang"));
        await visitor.OpenAsync(link.GetAttribute("href")!);
        AssertSpeaks("zh-Hans", "登录", visitor.Page);
        Assert.Contains("returnUrl=%2Fworkspace", visitor.Page.QuerySelector("a.language")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_form_refused_says_why_in_chinese()
    {
        using var visitor = new Visitor(site);
        await visitor.SubmitAsync(SignIn + "?lang=zh-Hans", ("Form.Email", "nobody@example.org"), ("Form.Password", "four words go here"));
        Assert.Contains("邮箱与密码不匹配", visitor.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspace_asked_for_in_chinese_by_a_stranger_asks_to_sign_in_in_chinese()
    {
        using var visitor = new Visitor(site);
        await visitor.OpenAsync("/workspace?lang=zh-Hans");
        await visitor.OpenAsync(visitor.LeadsTo!);
        AssertSpeaks("zh-Hans", "登录", visitor.Page);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await site.Client.SendAsync(request, Token);
    }

    private static async Task<IDocument> PageAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(Token);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html), Token);
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage response) => response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];

    private static void AssertSpeaks(string language, string heading, IDocument page)
    {
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
    }
}

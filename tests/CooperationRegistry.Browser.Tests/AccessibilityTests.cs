using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>axe on every page, light and dark, wide and narrow; and nothing wider than the screen at 320 pixels.</summary>
public sealed class AccessibilityTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    private const string English = "en";
    private const string Chinese = "zh-Hans";

    // The part of the page that has the focus, where a ring on the screen shows it.
    private const string PlaceOfFocus =
        """
        () => {
            const at = document.activeElement;
            const box = at.getBoundingClientRect();
            const isSeen = getComputedStyle(at).outlineStyle !== 'none' && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return isSeen ? at.closest('.skip')?.className ?? at.closest('header.top, main, footer')?.localName ?? at.localName : `hidden ${at.outerHTML}`;
        }
        """;

    private static readonly string[] Public =
    [
        "/", "/agreements", "/agreements?city=cn-shenzhen&status=signed", "/agreements?signedFrom=2025-13-40", "/agreements?q=nothing+like+it", "/agreements?q=Shenzen+Cai", "/data", "/data/quality", "/api",
        "/agreements/CR-000001", "/agreements/CR-000004", "/agreements/CR-000007", "/cities", "/cities/cn-datong", "/cities/cn-changzhi", "/cities/dk-copenhagen",
        "/capacity?city=cn-changzhi&city=cn-dongying&city=dk-copenhagen", "/capacity?city=xx", "/partners/institute-of-coal-chemistry",
        "/partners", "/partners/catl", "/projects", "/projects/PR-000001", "/capacity", "/sources/SR-000001", "/nothing", "/account/sign-in",
        "/account/set-up?token=wrong", "/account/denied", "/account/forgotten", "/account/reset?token=wrong", "/account/second-factor", "/account/recovery-code",
        "/capacity/CS-000001", "/agreements/CR-000001?revision=1", "/agreements/CR-000001?revision=9", "/agreements/CR-000001/history", "/cities/cn-datong/history?from=1&to=1",
    ];

    private static readonly string[] Workspace =
    [
        "/workspace", "/workspace/agreements/new", "/workspace/agreements/CR-000001/edit", "/workspace/cities/dk-copenhagen/edit", "/workspace/partners/catl/edit",
        "/workspace/projects/PR-000003/edit", "/workspace/capacity/CS-000002/edit", "/workspace/sources/SR-000003/edit", "/workspace/review", "/workspace/imports", "/workspace/merge?kind=partner&from=catl", "/admin",
        "/workspace/agreements/CR-000001/withdraw", "/workspace/partners/catl/withdraw",
        "/admin/settings", "/admin/audit", "/admin/audit?action=record.published&from=2025-13-40",
    ];

    private static readonly string[] Own = ["/account", "/account?done=password", "/account/authenticator", "/account/passkeys", "/account/keys"];

    [Fact]
    public Task Public_and_account_pages_have_nothing_that_axe_finds() => AssertNothingIsFoundAsync(1280, ColorScheme.Light, English);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(390, ColorScheme.Dark, English)]
    [InlineData(1280, ColorScheme.Light, Chinese)]
    public Task Public_and_account_pages_narrow_and_dark_or_in_chinese_have_nothing_that_axe_finds(int width, ColorScheme scheme, string language) =>
        AssertNothingIsFoundAsync(width, scheme, language);

    [Fact]
    [Trait("Category", "Long")]
    public async Task Workspace_and_own_account_have_nothing_that_axe_finds()
    {
        var page = await chromium.OpenAsync(registry.Address);
        await page.GotoAsync(registry.SetUpLink.PathAndQuery);
        var found = await page.ViolationsAsync("/account/set-up");
        await Person.SetUpAsync(page, registry.SetUpLink);
        foreach (var address in Own)
        {
            await page.GotoAsync(address);
            found.AddRange(await page.ViolationsAsync(address));
        }
        await page.GotoAsync("/account/authenticator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.Locator(".qr").WaitForAsync();
        found.AddRange(await page.ViolationsAsync("the code to scan"));
        foreach (var address in Workspace)
        {
            await page.GotoAsync(address);
            await page.Locator("main h1").WaitForAsync();
            await page.WaitForTimeoutAsync(500);
            found.AddRange(await page.ViolationsAsync(address));
        }
        await page.GotoAsync("/admin");
        await page.Locator("main td").First.WaitForAsync();
        await page.Locator("main th a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a reset link" }).ClickAsync();
        await page.GetByLabel("Link").WaitForAsync();
        found.AddRange(await page.ViolationsAsync("/admin/users"));
        Assert.Empty(found);
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(English)]
    [InlineData(Chinese)]
    public async Task Pages_are_no_wider_than_a_screen_of_320_pixels(string language)
    {
        var page = await chromium.OpenAsync(registry.Address, 320);
        var wide = new List<string>();
        foreach (var address in PublicIn(language))
        {
            await page.GotoAsync(address);
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is > 320 and var width)
                wide.Add($"{address}: {width}");
        }
        Assert.Empty(wide);
    }

    [Theory]
    [InlineData("/agreements/CR-000001", 1280, English)]
    [InlineData("/agreements", 1280, Chinese)]
    [InlineData("/cities", 390, Chinese)]
    public async Task Keys_lead_over_the_head_or_through_it_into_the_page_and_are_seen(string address, int width, string language)
    {
        var page = await chromium.OpenAsync(registry.Address, width);
        await page.GotoAsync(In(language, address));
        var places = new List<string>();
        for (var tabs = 0; tabs < 14; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(PlaceOfFocus) is var place && place != places.LastOrDefault())
                places.Add(place);
        }
        Assert.Equal(["skip", "header", "main"], places);

        await page.GotoAsync(In(language, address));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("main", await page.EvaluateAsync<string>(PlaceOfFocus));
    }

    [Fact]
    public async Task Public_pages_raise_no_error_in_the_console()
    {
        var page = await chromium.OpenAsync(registry.Address);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("400", StringComparison.Ordinal))
                errors.Add($"{page.Url}: {message.Text}");
        };
        foreach (var address in Public)
            await page.GotoAsync(address);
        Assert.Empty(errors);
    }

    private async Task AssertNothingIsFoundAsync(int width, ColorScheme scheme, string language)
    {
        var page = await chromium.OpenAsync(registry.Address, width, scheme: scheme);
        var found = new List<string>();
        foreach (var address in PublicIn(language))
        {
            await page.GotoAsync(address);
            found.AddRange(await page.ViolationsAsync(address));
        }
        Assert.Empty(found);
    }

    private static IEnumerable<string> PublicIn(string language) => Public.Select(address => In(language, address));

    // Also where English is what the browser asks for: the account pages remember the other language.
    private static string In(string language, string address) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}

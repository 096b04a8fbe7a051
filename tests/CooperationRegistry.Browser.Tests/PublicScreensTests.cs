using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>Pictures of the public pages in both languages, wide and narrow; <c>./screens</c> puts them into docs/screens.</summary>
[Trait("Category", "Long")]
public sealed class PublicScreensTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"),
        ("list", "/agreements?country=CN&sort=-signed"),
        ("search", "/agreements?q=Shenzen+Cai"),
        ("agreement", "/agreements/CR-000007"),
        ("city", "/cities/cn-datong"),
        ("partner", "/partners/catl"),
        ("project", "/projects/PR-000004"),
        ("capacity", "/capacity?city=cn-datong&city=cn-changzhi&city=cn-kenli"),
        ("data", "/data"),
        ("quality", "/data/quality"),
        ("api", "/api"),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Every_public_page_fits_its_screen_and_has_its_picture_taken(string language)
    {
        var folder = Environment.GetEnvironmentVariable("SCREENS") ?? Path.Combine(RunningRegistry.Root(), "artifacts", "screens");
        Directory.CreateDirectory(folder);
        var page = await chromium.OpenAsync(registry.Address);
        var wide = new List<string>();
        foreach (var (name, address) in Pages)
        {
            foreach (var width in new[] { 1280, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync($"{address}{(address.Contains('?') ? '&' : '?')}lang={language}", new() { WaitUntil = WaitUntilState.NetworkIdle });
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"public-{name}-{language}-{width}.png"), FullPage = width == 1280 });
                if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var found && found > width)
                    wide.Add($"{address} at {width}: {found}");
            }
        }
        Assert.Empty(wide);
    }
}

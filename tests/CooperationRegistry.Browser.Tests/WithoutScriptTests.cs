using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>The public pages in a browser that runs no script.</summary>
public sealed class WithoutScriptTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    [Fact]
    public async Task Reader_searches_filters_pages_reads_and_changes_the_language()
    {
        var page = await chromium.OpenAsync(registry.Address, script: false);
        var rows = page.Locator(".rows > li");
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("memorandum");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("emorandum");
        var found = await rows.CountAsync();

        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Shenzhen") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show agreements" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]city=cn-shenzhen"));
        Assert.InRange(await rows.CountAsync(), 1, found - 1);

        await page.GotoAsync("/agreements?pageSize=2&sort=number");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("CR-000003");
        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Assertions.Expect(rows.First).ToContainTextAsync("CR-000003");
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await rows.First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("哥本哈根与北京友好城市关系");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Sister-city tie between Copenhagen and Beijing");
    }

    [Fact]
    public async Task Reader_downloads_the_rows_of_a_filter()
    {
        var page = await chromium.OpenAsync(registry.Address, script: false);
        await page.GotoAsync("/agreements?city=cn-shenzhen&lang=zh-Hans");
        var rows = await page.Locator(".rows > li").CountAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new("CSV") }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("number,title,title_zh", lines[0], StringComparison.Ordinal);
        Assert.Equal(rows, lines.Count(line => line.StartsWith("CR-", StringComparison.Ordinal)));
    }
}

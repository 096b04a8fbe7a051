using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>The workspace of a reader of Chinese, over the circuit.</summary>
public sealed class ChineseWorkspaceTests(Chromium chromium, EmptyRegistry registry) : IClassFixture<Chromium>, IClassFixture<EmptyRegistry>
{
    [Fact]
    public async Task Form_goes_on_in_chinese_with_what_was_typed_in_english()
    {
        var page = await registry.OpenAsync(chromium);
        await page.GotoAsync("/workspace/agreements/new");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("A memorandum");
        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提交审核" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "标题（英语）" })).ToHaveValueAsync("A memorandum", new() { Timeout = 30_000 });
        await page.Locator("#f-title-zh-Hans").FillAsync("谅解备忘录");
        await page.GetByLabel("日期", new() { Exact = true }).FillAsync("2021年8月31日");
        await Assertions.Expect(page.GetByText("识别为：2021年8月31日")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-title-en")).ToHaveValueAsync("A memorandum", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByText("Read as: 31 August 2021")).ToBeVisibleAsync();
    }
}

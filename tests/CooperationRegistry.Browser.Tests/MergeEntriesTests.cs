using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

public sealed class MergeEntriesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Reviewer_is_told_why_two_entries_cannot_be_merged_and_merges_two_that_can()
    {
        await using var registry = new RunningRegistry();
        await registry.StartAsync();
        var page = await chromium.OpenAsync(registry.Address);
        await Person.SetUpAsync(page, registry.SetUpLink!);

        await page.GotoAsync("/workspace/merge?kind=partner&from=shenzhen-hi-tech-innovation-centre");
        await ChooseAsync(page, "Low-carbon", "Shenzhen International Low-carbon and Clean Tech Innovation Center (shenzhen-low-carbon-innovation-center)");
        await Assertions.Expect(page.GetByText("This party is named twice in the same role.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Merge ") })).ToHaveCountAsync(0);

        await page.GotoAsync("/workspace/merge?kind=partner&from=china-baowu");
        await ChooseAsync(page, "State Powr", "State Power Investment Corp (state-power-investment)");
        await Assertions.Expect(page.GetByText("This party is named twice in the same role.")).ToBeVisibleAsync();
        await ChooseAsync(page, "宁德时代", "Contemporary Amperex Technology Co Ltd (catl)");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Cooperation of Changzhi with China Baowu" })).ToBeVisibleAsync();
        await page.GetByLabel("Note").FillAsync("For a test.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge China Baowu Group into Contemporary Amperex Technology Co Ltd" }).ClickAsync();
        await Assertions.Expect(page.GetByText("China Baowu Group was merged into")).ToBeVisibleAsync();

        var reader = await chromium.OpenAsync(registry.Address, script: false);
        await reader.GotoAsync("/partners/china-baowu");
        Assert.EndsWith("/partners/catl", reader.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.GetByText("Former entry China Baowu Group (china-baowu) joined on")).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, string typed, string entry)
    {
        await page.GetByLabel("Entry that stays").First.FillAsync(typed);
        await page.GetByRole(AriaRole.Button, new() { Name = entry, Exact = true }).ClickAsync();
    }
}

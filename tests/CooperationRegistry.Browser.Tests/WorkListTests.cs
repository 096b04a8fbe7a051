using CooperationRegistry.Browser.Tests.Site;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>An editor looks through what waits, on any screen.</summary>
public sealed class WorkListTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    private static readonly string[] Addresses = ["/workspace", "/workspace/tasks/announced", "/workspace/tasks/undated", "/workspace/tasks/due", "/workspace/tasks/nothing"];

    [Fact]
    public async Task Lists_of_work_fit_every_screen_and_lead_to_record_and_form()
    {
        var page = await chromium.OpenAsync(registry.Address);
        await Person.SetUpAsync(page, registry.SetUpLink);

        var found = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var address in Addresses)
            {
                await OpenAsync(page, address);
                if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var wide && wide > width)
                    found.Add($"{address} at {width}: {wide}");
                found.AddRange((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id} {n.Html}")));
            }
        }
        Assert.Empty(found);

        await OpenAsync(page, "/workspace");
        var line = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "drinking water management" });
        Assert.Matches(@"^\d+.\d+ days\s+Memorandum of understanding on drinking water management", await line.First.InnerTextAsync());
        await line.GetByRole(AriaRole.Link, new() { Name = "Edit: " }).First.ClickAsync();
        await page.WaitForURLAsync("**/workspace/agreements/CR-000004/edit");
        Assert.Equal("No commitment is overdue or due soon. No term ends soon.", await NothingAsync(page));
    }

    private static async Task<string> NothingAsync(IPage page)
    {
        await OpenAsync(page, "/workspace");
        return await page.Locator(".tasks-none").InnerTextAsync();
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("main h1").WaitForAsync();
        await Assertions.Expect(page.GetByText("Loading …")).ToHaveCountAsync(0);
    }
}

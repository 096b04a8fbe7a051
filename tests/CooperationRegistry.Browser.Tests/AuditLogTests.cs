using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>An administrator reads the log, looks for an entry, and has the whole of it checked; so does the command.</summary>
public sealed class AuditLogTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    [Fact]
    public async Task Log_is_read_newest_first_filtered_and_checked()
    {
        var page = await chromium.OpenAsync(registry.Address);
        page.SetDefaultTimeout(30_000);
        await Person.SetUpAsync(page, registry.SetUpLink);
        await page.GotoAsync("/admin/audit");
        var rows = page.Locator(".audit-table tbody tr");
        await Assertions.Expect(rows.First).ToContainTextAsync("Changed the setting “One person may both submit and publish” to yes.", new() { Timeout = 30_000 });
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Gave editor@example.org the role Administrator.");
        await Assertions.Expect(rows.First).ToContainTextAsync(new Regex(@"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC"));

        await page.GetByLabel("To what").FillAsync("cr-00000");
        await page.GetByLabel("What was done").SelectOptionAsync("record.published");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show these entries" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("subject=cr-00000"));
        await Assertions.Expect(rows).ToHaveCountAsync(8);
        await Assertions.Expect(page.GetByLabel("What was done")).ToHaveValueAsync("record.published");
        await Assertions.Expect(rows.First.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", new Regex(@"^/agreements/CR-\d{6}$"));

        await page.GotoAsync("/admin/audit?subject=" + Uri.EscapeDataString("%") + "&to=2025-99-99");
        await Assertions.Expect(page.GetByText("No entry matches.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("“2025-99-99” is not a day.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Check the whole log" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The log is whole: 44 entries follow one another, and 42 revisions are as they were published.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var head = Regex.Match(await page.Locator(".audit-head").InnerTextAsync(), @"\d+:[0-9a-f]{64}").Value;

        var (exitCode, output, _) = await registry.CommandAsync("audit", "verify", "--head", head);
        Assert.Equal(0, exitCode);
        Assert.Contains($"The log ends at {head}", output, StringComparison.Ordinal);
        (exitCode, _, var errors) = await registry.CommandAsync("audit", "verify", "--head", "1:" + new string('a', 64));
        Assert.Equal((1, "Entry 1 is not the one that the end given stands for: the log was written anew."), (exitCode, errors.Trim()));
    }
}

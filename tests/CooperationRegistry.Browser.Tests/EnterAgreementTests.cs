using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>The registry's main job, from an empty folder to a line in the CSV, with the server killed in the middle of a word.</summary>
public sealed class EnterAgreementTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memorandum_typed_while_the_server_dies_is_published_and_listed_by_city()
    {
        await using var registry = new RunningRegistry();
        await registry.StartAsync();
        var page = await chromium.OpenAsync(registry.Address);
        await Person.SetUpAsync(page, registry.SetUpLink!);

        await page.GotoAsync("/workspace/agreements/new");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("=1+1");
        await ChoosePartyAsync(page, "Party 1", "Dongying", "Dongying");
        await ChoosePartyAsync(page, "Party 2", "Example Wind Works", "Add “Example Wind Works” as a new organisation");
        await NewPartnerIsAskedForItsCountryAsync(page);
        var date = page.GetByLabel("Date", new() { Exact = true });
        await date.FillAsync("XXXX-10-19");
        await Assertions.Expect(page.Locator("#f-events-e1-date-reading")).ToContainTextAsync("19 October, year not stated");

        // A field still focused and not left, its last keystroke more than two seconds old: then the server is gone.
        var source = page.GetByLabel("Title of the source");
        await source.PressSequentiallyAsync("A notice of the city");
        await Task.Delay(TimeSpan.FromSeconds(2.1), Token);
        await registry.KillAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.EvaluateAsync("() => { window.isTheDeadPage = true; }");
        await registry.StartAsync();

        // The page finds the server again by itself and opens anew: what it shows then comes from the draft.
        await page.WaitForFunctionAsync("() => !window.isTheDeadPage", null, new() { Timeout = 60_000 });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"draft=\d+"));
        await Assertions.Expect(source).ToHaveValueAsync("A notice of the city", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("=1+1");
        await Assertions.Expect(date).ToHaveValueAsync("XXXX-10-19");
        await Assertions.Expect(page.GetByText("Example Wind Works").First).ToBeVisibleAsync();

        await page.GetByLabel("Publisher").FillAsync("City of Dongying");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/workspace(/review/\\d+|\\?|$)"), new() { Timeout = 30_000 });
        await page.GotoAsync("/workspace/review");
        await page.GetByRole(AriaRole.Link, new() { Name = "=1+1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^CR-\d{6}$") })).ToBeVisibleAsync(new() { Timeout = 30_000 });

        var reader = await chromium.OpenAsync(registry.Address, script: false);
        await reader.GotoAsync("/cities/cn-dongying");
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = "=1+1" }).First).ToBeVisibleAsync();
        var csv = await reader.APIRequest.GetAsync("/agreements.csv?city=cn-dongying");
        var line = Assert.Single((await csv.TextAsync()).Split("\r\n"), l => l.Contains("Example Wind Works", StringComparison.Ordinal));
        Assert.Matches(@"^CR-\d{6},'=1\+1,,memorandumOfUnderstanding,signed,reported,XXXX-10-19,,,", line);
    }

    [Fact]
    public async Task Bad_input_is_refused_at_the_form_with_field_value_and_mend_and_nothing_is_lost()
    {
        await using var registry = new RunningRegistry();
        await registry.StartAsync();
        var page = await chromium.OpenAsync(registry.Address);
        await Person.SetUpAsync(page, registry.SetUpLink!);

        await page.GotoAsync("/workspace/agreements/new");
        var title = page.GetByLabel("Title", new() { Exact = true });
        await title.FillAsync(new string('x', 1024 * 1024));
        await page.GetByLabel("Date", new() { Exact = true }).FillAsync("2025-13-40");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();

        var main = page.GetByRole(AriaRole.Main);
        await Assertions.Expect(main).ToContainTextAsync("This date cannot be read, or does not exist.", new() { Timeout = 30_000 });
        await Assertions.Expect(main).ToContainTextAsync("Shorten it to at most 500.");
        await Assertions.Expect(page.GetByLabel("Date", new() { Exact = true })).ToHaveValueAsync("2025-13-40");
        Assert.Equal(1024 * 1024, (await title.InputValueAsync()).Length);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Date", new() { Exact = true })).ToHaveValueAsync("2025-13-40", new() { Timeout = 30_000 });
    }

    private static async Task ChoosePartyAsync(IPage page, string label, string typed, string choice)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).PressSequentiallyAsync(typed);
        await page.GetByRole(AriaRole.Option, new() { Name = choice }).First.ClickAsync();
    }

    // The whole form of the organisation opens over this one; nothing typed there or here is lost.
    private static async Task NewPartnerIsAskedForItsCountryAsync(IPage page)
    {
        var partner = page.GetByRole(AriaRole.Dialog, new() { Name = "New organisation, published together with this entry" });
        await partner.GetByLabel("Country").SelectOptionAsync("CN");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(partner).ToBeHiddenAsync();
    }
}

using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>Four ways of being cut off in the middle of typing. Whatever goes, on return every field is as it was two seconds before, or newer.</summary>
public sealed class CutOffTests(Chromium chromium, EmptyRegistry registry) : IClassFixture<Chromium>, IClassFixture<EmptyRegistry>
{
    private const string Sector = "#f-sectors-energyTransition";

    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_that_dies_unnoticed_and_comes_back_loses_nothing()
    {
        var page = await OpenAsync();
        var line = new Line();
        await page.RouteWebSocketAsync(new Regex("_blazor"), line.Route);
        await BeginAsync(page);
        await TypeAsync(page, "before");
        await SavedAsync(page);

        // First nobody notices: the page still says that all is saved.
        line.IsDead = true;
        await TypeAsync(page, "in the tunnel");
        await Task.Delay(TimeSpan.FromSeconds(3), Token);
        await page.Context.SetOfflineAsync(true);
        await line.CutAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(Patiently);
        await Assertions.Expect(page.Locator(".saving-offline")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".saving-now")).ToBeHiddenAsync();
        await page.Locator("#f-instrumentAsPrinted").FillAsync("typed off line");

        line.IsDead = false;
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await SavedAsync(page);
        await HasAsync(page, "in the tunnel", "typed off line");
    }

    [Fact]
    public async Task Browser_closed_without_warning_finds_the_draft_among_ones_work()
    {
        var page = await OpenAsync();
        await BeginAsync(page);
        await TypeAsync(page, "in a closed window");
        await Task.Delay(TimeSpan.FromSeconds(2), Token);
        await page.Locator("#f-instrumentAsPrinted").PressSequentiallyAsync("more");
        await page.Context.CloseAsync();

        page = await OpenAsync();
        await page.GotoAsync("/workspace");
        await page.GetByRole(AriaRole.Link, new() { Name = "in a closed window" }).First.ClickAsync();
        await HasAsync(page, "in a closed window", instrument: null);
        await Assertions.Expect(page.Locator("#f-instrumentAsPrinted")).ToHaveValueAsync(new Regex("^m?o?r?e?in a closed window$"));
    }

    [Fact]
    public async Task Server_killed_and_started_again_opens_the_draft_as_it_was()
    {
        var page = await OpenAsync();
        await BeginAsync(page);
        await TypeAsync(page, "before the server died");
        await Task.Delay(TimeSpan.FromSeconds(2), Token);
        await registry.Running.KillAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(Patiently);
        await page.Locator("#f-instrumentAsPrinted").FillAsync("typed to nobody");
        await page.EvaluateAsync("() => { window.isTheDeadPage = true; }");
        await registry.Running.StartAsync("--no-sample");

        await page.WaitForFunctionAsync("() => !window.isTheDeadPage", null, new() { Timeout = 60_000 });
        await page.Locator("[data-editor]").WaitForAsync(new() { Timeout = 60_000 });
        await SavedAsync(page);
        await HasAsync(page, "before the server died", "typed to nobody");
    }

    [Fact]
    public async Task Database_stopped_and_started_again_takes_what_was_typed_meanwhile()
    {
        var page = await OpenAsync();
        await BeginAsync(page);
        await TypeAsync(page, "before the store went");
        await SavedAsync(page);
        var start = await registry.Running.StopDatabaseAsync();
        try
        {
            await TypeAsync(page, "while the store is away");
            await Assertions.Expect(page.Locator(".saving-now")).ToContainTextAsync("Not saved: the store does not answer.", new() { Timeout = 60_000 });
            await page.Locator("#f-instrumentAsPrinted").FillAsync("and still");
        }
        finally
        {
            await start();
        }

        await SavedAsync(page);
        await HasAsync(page, "while the store is away", "and still");
    }

    private async Task<IPage> OpenAsync()
    {
        await registry.OpenAsync(chromium);
        var page = await chromium.OpenAsync(registry.Running.Address);
        await page.GotoAsync("/account/sign-in");
        await Person.SignInAsync(page);
        return page;
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/workspace/agreements/new");
        await page.Locator("[data-editor]").WaitForAsync();
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
        await page.Locator("#f-sectors-all").ClickAsync();
        await page.Locator(Sector).WaitForAsync();
    }

    // Texts, a date, a choice, a tick, and a record made on the way.
    private static async Task TypeAsync(IPage page, string text)
    {
        await page.Locator("#f-title-en").FillAsync(text);
        await page.Locator("#f-instrumentAsPrinted").FillAsync(text);
        await page.Locator("#f-events-e1-date").FillAsync("19 October");
        await page.Locator("#f-events-e1-dateBasis").SelectOptionAsync(text.Length % 2 == 0 ? "Stated" : "Inferred");
        await page.Locator(Sector).SetCheckedAsync(text != "before");
        await page.Locator("#f-n1-publisher").FillAsync(text);
    }

    private static async Task HasAsync(IPage page, string text, string? instrument)
    {
        // From the store alone, not from what the browser keeps.
        await page.EvaluateAsync("() => localStorage.clear()");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#f-title-en")).ToHaveValueAsync(text, new() { Timeout = 30_000 });
        if (instrument is not null)
            await Assertions.Expect(page.Locator("#f-instrumentAsPrinted")).ToHaveValueAsync(instrument);
        await Assertions.Expect(page.Locator("#f-events-e1-date")).ToHaveValueAsync("19 October");
        await Assertions.Expect(page.Locator("#f-events-e1-dateBasis")).ToHaveValueAsync(text.Length % 2 == 0 ? "Stated" : "Inferred");
        await Assertions.Expect(page.Locator(Sector)).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#f-n1-publisher")).ToHaveValueAsync(text);
    }

    // What the line said before the last keystroke arrived is not meant.
    private static async Task SavedAsync(IPage page)
    {
        await Task.Delay(TimeSpan.FromSeconds(2.5), Token);
        await Assertions.Expect(page.Locator(".saving-now")).ToContainTextAsync(new Regex("^Saved at"), new() { Timeout = 60_000 });
    }

    /// <summary>The connection of a page: it can be dead without either end knowing, and it can be cut.</summary>
    private sealed class Line
    {
        private IWebSocketRoute? page;
        private IWebSocketRoute? server;

        public bool IsDead { get; set; }

        public void Route(IWebSocketRoute socket)
        {
            (page, server) = (socket, socket.ConnectToServer());
            var (here, there) = (page, server);
            here.OnMessage(frame => Pass(there, frame));
            there.OnMessage(frame => Pass(here, frame));
        }

        public async Task CutAsync()
        {
            await server!.CloseAsync();
            await page!.CloseAsync();
        }

        private void Pass(IWebSocketRoute to, IWebSocketFrame frame)
        {
            if (IsDead)
                return;
            if (frame.Binary is { } bytes)
                to.Send(bytes);
            else
                to.Send(frame.Text!);
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>What is chosen is kept, however close to something else that is typed, and even where the server never hears of it.</summary>
public sealed class ChoiceTests(Chromium chromium, EmptyRegistry registry) : IClassFixture<Chromium>, IClassFixture<EmptyRegistry>
{
    private const int Events = 10;

    /// <param name="between">Milliseconds between the date and the choice; none where negative: the same turn of the script.</param>
    /// <param name="after">Milliseconds until the next event's date.</param>
    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 15)]
    [InlineData(20, -1)]
    public async Task Choice_made_in_the_moment_in_which_a_date_is_typed_is_kept(int between, int after)
    {
        var page = await registry.OpenAsync(chromium);
        await BeginAsync(page);
        await page.EvaluateAsync(
            """
            async ([events, between, after]) => {
              const box = (at, name) => document.getElementById(`f-events-e${at}-${name}`);
              const set = (box, value) => { box.value = value; for (const name of ['input', 'change']) box.dispatchEvent(new Event(name, { bubbles: true, composed: true })); };
              const pause = (time) => time < 0 ? null : new Promise((resolve) => setTimeout(resolve, time));
              for (let at = 1; at <= events; at++) {
                set(box(at, 'date'), '19 October');
                if (between >= 0) await pause(between);
                set(box(at, 'dateBasis'), 'Stated');
                if (after >= 0) await pause(after);
              }
            }
            """,
            new[] { Events, between, after });

        Assert.All(await HeldAfterReloadAsync(page), held => Assert.Equal("Stated", held));
    }

    [Fact]
    public async Task Choice_that_never_reached_the_server_is_made_again()
    {
        var page = await registry.OpenAsync(chromium);
        var lost = 0;
        await page.RouteWebSocketAsync(new Regex("_blazor"), socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(frame =>
            {
                if (lost == 0 && Encoding.Latin1.GetString(frame.Binary ?? []).Contains("Stated", StringComparison.Ordinal))
                    lost++;
                else if (frame.Binary is { } bytes)
                    server.Send(bytes);
                else
                    server.Send(frame.Text!);
            });
        });
        await BeginAsync(page);
        for (var at = 1; at <= Events; at++)
        {
            await page.Locator($"#f-events-e{at}-date").FillAsync("19 October");
            await page.Locator($"#f-events-e{at}-dateBasis").SelectOptionAsync("Stated", new() { Force = true });
        }

        Assert.All(await HeldAfterReloadAsync(page), held => Assert.Equal("Stated", held));
        Assert.Equal(1, lost);
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/workspace/agreements/new");
        await page.Locator("[data-editor]").WaitForAsync();
        for (var at = 2; at <= Events; at++)
        {
            await page.Locator("#f-events-add").ClickAsync();
            await page.Locator($"#f-events-e{at}").WaitForAsync();
        }
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
    }

    private static async Task<string[]> HeldAfterReloadAsync(IPage page)
    {
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator(".saving-saved")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.EvaluateAsync("() => localStorage.clear()");
        await page.ReloadAsync();
        await page.Locator($"#f-events-e{Events}-dateBasis").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return await page.EvaluateAsync<string[]>("n => [...Array(n).keys()].map((i) => document.getElementById(`f-events-e${i + 1}-dateBasis`).value)", Events);
    }
}

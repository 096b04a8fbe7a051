using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>The plain case without a mouse: title, two parties, a date, one source. And what the keys of the form do.</summary>
public sealed class PlainCaseTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    private const int FewestKeys = 40;

    [Fact]
    public async Task Plain_case_is_entered_and_submitted_by_keys_alone_in_fewer_than_forty()
    {
        var page = await chromium.OpenAsync(registry.Address);
        await Person.SetUpAsync(page, registry.SetUpLink);
        await page.GotoAsync("/workspace/agreements/new");
        await page.EvaluateAsync("() => { window.mice = 0; for (const kind of ['mousedown', 'click', 'pointerdown']) addEventListener(kind, (e) => { if (e.detail > 0 || kind !== 'click') window.mice++; }, true); }");
        var keys = new Keys(page);

        // A new entry begins at its title.
        await page.WaitForFunctionAsync("() => document.activeElement?.id === 'f-title-en'");
        await keys.TypeAsync("Agreement on heating between two cities");
        await keys.UntilAsync("f-parties-p1", "Enter");
        await keys.ChooseAsync("Dongying", "f-parties-p1");
        await keys.UntilAsync("f-parties-p2", "Tab");
        await keys.ChooseAsync("Copenhagen", "f-parties-p2");
        await keys.UntilAsync("f-events-e1-date", "Tab");
        await keys.TypeAsync("15 March 2025");
        await Assertions.Expect(page.Locator("#f-events-e1-date-reading")).ToContainTextAsync("15 March 2025");
        await keys.PressAsync("Alt+Digit7");
        await page.WaitForFunctionAsync("() => document.activeElement?.id === 'f-n1-title-en'");
        await keys.TypeAsync("Two cities agree on heating");
        await keys.UntilAsync("f-n1-publisher", "Enter");
        await keys.TypeAsync("A newspaper");
        await keys.PressAsync("Control+Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("done=submitted"), new() { Timeout = 30_000 });
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.mice ?? 0"));
        Assert.InRange(keys.Count, 1, FewestKeys - 1);
    }

    /// <summary>Presses keys and counts them; the letters of a text do not count.</summary>
    private sealed class Keys(IPage page)
    {
        public int Count { get; private set; }

        public async Task PressAsync(string key)
        {
            await page.Keyboard.PressAsync(key);
            Count++;
        }

        public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

        public async Task UntilAsync(string id, string key)
        {
            for (var tries = 0; await FocusedAsync() != id; tries++)
            {
                Assert.True(tries < FewestKeys, $"{key} does not lead to {id}; it is at {await FocusedAsync()}.");
                await PressAsync(key);
            }
        }

        /// <summary>Types a name, takes the first suggestion, and waits until the choice stands.</summary>
        public async Task ChooseAsync(string name, string id)
        {
            await TypeAsync(name);
            await Assertions.Expect(page.Locator($"#{id}-0")).ToContainTextAsync(name, new() { Timeout = 30_000 });
            await PressAsync("Enter");
            await Assertions.Expect(page.Locator($"button#{id}")).ToBeFocusedAsync(new() { Timeout = 30_000 });
        }

        private Task<string> FocusedAsync() => page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");
    }
}

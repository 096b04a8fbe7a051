using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>The source beside the form: words of it fill and cite, a scan is attached, what is registered already is shown.</summary>
public sealed class SourceBesideFormTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 20_000 };

    // A busy server: the boxes are there a while before the form listens to the pane.
    private const string AttachLate =
        "let it; Object.defineProperty(window, 'registry', { get: () => it, set: (v) => { const attach = v.attach; v.attach = (form) => setTimeout(() => attach(form), 1500); it = v; } });";

    [Fact]
    public async Task Words_selected_in_the_source_fill_the_box_and_are_cited_with_their_place()
    {
        var page = await chromium.OpenAsync(registry.Address);
        await page.AddInitScriptAsync(AttachLate);
        await Person.SetUpAsync(page, registry.SetUpLink);
        await page.GotoAsync("/workspace/agreements/new");
        await page.Locator("#f-n1-publisher").FillAsync("A newspaper");
        await page.GetByText("Text of the source", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Text of the source").FillAsync("Two cities met.\n\nThey signed on 15 March 2025 in Ulm.");

        await page.Locator("#f-events-e1-date").FocusAsync();
        await page.EvaluateAsync("() => { const t = document.querySelector('[data-pane]'); t.focus(); const at = t.value.indexOf('15 March'); t.setSelectionRange(at, at + '15 March 2025'.length); }");
        await page.Keyboard.PressAsync("Alt+KeyF");

        await Assertions.Expect(page.Locator("#f-events-e1-date")).ToHaveValueAsync("15 March 2025", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("#f-events-e1-date-reading")).ToContainTextAsync("15 March 2025", Patiently);
        await Assertions.Expect(page.Locator("#f-citations-ci2")).ToContainTextAsync("Signed, 15 March 2025", Patiently);
        await Assertions.Expect(page.Locator("#f-citations-ci2-locator")).ToHaveValueAsync("¶ 2: “15 March 2025”");
        await Assertions.Expect(page.Locator("#f-events-e1-date")).ToBeFocusedAsync();

        // The text stays in the browser, and is there again after a reload.
        await Assertions.Expect(page.Locator(".saving-saved")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Text of the source")).ToHaveValueAsync("Two cities met.\n\nThey signed on 15 March 2025 in Ulm.", new() { Timeout = 20_000 });

        await AttachedAsync(page);
        await RegisteredAlreadyAsync(page);
    }

    private static async Task AttachedAsync(IPage page)
    {
        var file = page.Locator("#f-n1-attachment");
        await file.SetInputFilesAsync(new FilePayload { Name = "scan.pdf", MimeType = "application/pdf", Buffer = "MZ this is a program"u8.ToArray() });
        await Assertions.Expect(page.Locator("#f-n1-attachment-field")).ToContainTextAsync("PDF", Patiently);
        await Assertions.Expect(file).ToHaveAttributeAsync("aria-invalid", "true");
        await file.SetInputFilesAsync(new FilePayload { Name = "scan.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Assertions.Expect(page.Locator("#f-n1-attachment-field")).ToContainTextAsync("scan.png", Patiently);
    }

    private static async Task RegisteredAlreadyAsync(IPage page)
    {
        await page.Locator("#f-title-en").FillAsync("Strategic cooperation agreement between Dongying and CATL on a zero-carbon city and park");
        await Assertions.Expect(page.Locator("#likenesses-")).ToContainTextAsync("CR-000006", Patiently);
        await Assertions.Expect(page.Locator("#likenesses-")).ToContainTextAsync("a like title");
    }
}

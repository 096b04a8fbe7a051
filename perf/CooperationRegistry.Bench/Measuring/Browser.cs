using System.Globalization;
using Microsoft.Playwright;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>The machine's Chromium without a window.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Options =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static string Program => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new Browser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Options }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A person's browser: cookies of its own, shared by its pages.</summary>
    public Task<IBrowserContext> OpenAsync(Uri site) =>
        browser.NewContextAsync(new() { BaseURL = site.AbsoluteUri, ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" });

    /// <summary>Everything that is fetched for the page by somebody who was never there, as it is transferred: compressed, with headers.</summary>
    public async Task<double> FirstVisitBytesAsync(Uri page, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(page);
        var tab = await context.NewPageAsync();
        var protocol = await context.NewCDPSessionAsync(tab);
        var bytes = 0d;
        protocol.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        await protocol.SendAsync("Network.enable");
        await protocol.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var answer = await tab.GotoAsync(page.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        if (answer is not { Ok: true })
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{page} was answered with {answer?.Status}."));
        cancellationToken.ThrowIfCancellationRequested();
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

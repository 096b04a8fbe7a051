using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>How a page looks, to a program and to people.</summary>
internal static class Looks
{
    /// <summary>What axe finds, a line each. Waits for the heading, which in the workspace comes only with the circuit.</summary>
    public static async Task<List<string>> ViolationsAsync(this IPage page, string name)
    {
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        var result = await page.RunAxe();
        Assert.NotEmpty(result.Passes);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{name}: {v.Id} ({v.Impact}) {n.Html}"))];
    }

    /// <summary>Pictures of the page at 390 and 1280 pixels for people to look at, in the folder that SCREENS names; none where it names none.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { } folder)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}

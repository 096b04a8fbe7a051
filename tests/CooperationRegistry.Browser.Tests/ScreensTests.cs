using CooperationRegistry.Browser.Tests.Site;

namespace CooperationRegistry.Browser.Tests;

/// <summary>Pictures of every form and of the pages around accounts, wide and narrow; <c>./screens</c> puts them into docs/screens.</summary>
[Trait("Category", "Long")]
public sealed class ScreensTests(Chromium chromium, SampleRegistry registry) : IClassFixture<Chromium>, IClassFixture<SampleRegistry>
{
    private static readonly (string Name, string Address)[] Forms =
    [
        ("my-work", "/workspace"),
        ("agreement-new", "/workspace/agreements/new"),
        ("agreement", "/workspace/agreements/CR-000004/edit"),
        ("city", "/workspace/cities/dk-copenhagen/edit"),
        ("partner", "/workspace/partners/catl/edit"),
        ("project", "/workspace/projects/PR-000003/edit"),
        ("capacity", "/workspace/capacity/CS-000002/edit"),
        ("source", "/workspace/sources/SR-000003/edit"),
        ("audit", "/admin/audit"),
        ("admin", "/admin"),
        ("admin-settings", "/admin/settings"),
        ("account", "/account"),
        ("authenticator", "/account/authenticator"),
        ("passkeys", "/account/passkeys"),
        ("forgotten", "/account/forgotten"),
    ];

    [Fact]
    public async Task Every_form_fits_its_screen_and_has_its_picture_taken()
    {
        var folder = Environment.GetEnvironmentVariable("SCREENS") ?? Path.Combine(RunningRegistry.Root(), "artifacts", "screens");
        Directory.CreateDirectory(folder);
        var page = await chromium.OpenAsync(registry.Address);
        await Person.SetUpAsync(page, registry.SetUpLink);
        var wide = new List<string>();
        foreach (var (name, address) in Forms)
        {
            foreach (var width in new[] { 1280, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync(address);
                await page.Locator("main h1").WaitForAsync();
                await page.WaitForTimeoutAsync(800);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"form-{name}-{width}.png"), FullPage = name != "my-work" && width == 1280 });
                if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var found && found > width)
                    wide.Add($"{address} at {width}: {found}");
            }
        }
        Assert.Empty(wide);
    }
}

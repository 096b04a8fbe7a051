using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>A passkey on a device that the browser plays (WebAuthn's virtual authenticator), from making it to losing it.</summary>
public sealed class PasskeyTests(Chromium chromium, EmptyRegistry registry) : IClassFixture<Chromium>, IClassFixture<EmptyRegistry>
{
    [Fact]
    public async Task Passkey_made_signs_in_without_a_password_until_it_is_removed()
    {
        var page = await registry.OpenAsync(chromium);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                refused.Add(message.Text);
        };
        await PlugInAsync(page);
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByLabel("Name of the passkey").FillAsync("Office laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey on this device" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey is added");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Office laptop" })).ToBeVisibleAsync();

        await SignInWithPasskeyAsync(page);
        await page.WaitForURLAsync("**/workspace");

        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Office laptop" }).ClickAsync();
        await page.GetByLabel("Name of the passkey").FillAsync("Old laptop");
        await page.GetByLabel("Name of the passkey").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Old laptop" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey is removed");

        await SignInWithPasskeyAsync(page);
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("with a passkey did not work");
        Assert.Empty(refused);
    }

    private static async Task SignInWithPasskeyAsync(IPage page)
    {
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
    }

    private static async Task PlugInAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

public sealed class AdministerUsersTests(Chromium chromium, EmptyRegistry registry) : IClassFixture<Chromium>, IClassFixture<EmptyRegistry>
{
    [Fact]
    public async Task Administrator_invites_somebody_changes_their_role_and_closes_the_account()
    {
        var page = await registry.OpenAsync(chromium);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/admin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("E-mail address")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.GetByLabel("E-mail address").FillAsync("wei@example.org");
        await page.GetByLabel("Role").SelectOptionAsync("Reviewer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Copied.")).ToBeVisibleAsync();
        var link = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(link, await page.GetByLabel("Link").InputValueAsync());
        await page.PictureAsync("admin-invited");

        var guest = await chromium.OpenAsync(new Uri(page.Url));
        await TakeUpAsync(guest, link);

        await page.GotoAsync("/admin");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("wei@example.org Reviewer active no") })).ToBeVisibleAsync();
        await page.PictureAsync("admin-users");
        await page.GetByRole(AriaRole.Link, new() { Name = "wei@example.org" }).ClickAsync();
        await page.GetByLabel("Role").SelectOptionAsync("Editor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the role" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The role is changed.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a reset link" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Link")).ToHaveValueAsync(new Regex("/account/reset"));
        await page.PictureAsync("admin-user");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the account" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The account is closed.")).ToBeVisibleAsync();

        await guest.GotoAsync("/account/sign-in");
        await guest.GetByLabel("E-mail address").FillAsync("wei@example.org");
        await guest.GetByLabel("Password").FillAsync("four words that differ");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(guest.Locator(".error-summary")).ToContainTextAsync("do not match");
        await guest.PictureAsync("sign-in");
    }

    [Fact]
    public async Task Only_administrator_is_told_why_their_account_stays_as_it_is()
    {
        var page = await registry.OpenAsync(chromium);
        await page.GotoAsync("/admin");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "editor@example.org" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You cannot close your own account");
        await page.GetByLabel("Role").SelectOptionAsync("Editor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the role" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("last administrator");
    }

    private static async Task TakeUpAsync(IPage guest, string link)
    {
        await guest.GotoAsync(link);
        await guest.GetByLabel("Password", new() { Exact = true }).FillAsync("four words that differ");
        await guest.GetByLabel("The same password again").FillAsync("four words that differ");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Set the password and sign in" }).ClickAsync();
        await guest.WaitForURLAsync("**/workspace");
    }
}

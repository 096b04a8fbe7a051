using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>What a person does on the account pages.</summary>
internal static class Person
{
    private const string Email = "editor@example.org";
    private const string Password = "four words that differ";

    /// <summary>Becomes the first administrator of an office of one, and signs in the ordinary way.</summary>
    public static async Task SetUpAsync(IPage page, Uri link)
    {
        await page.GotoAsync(link.PathAndQuery);
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await page.GetByLabel("One person may both submit and publish").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account and sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/workspace");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SignInAsync(page);
    }

    /// <summary>On the page for it, or on the way to another one.</summary>
    public static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/workspace|/$"));
    }

    /// <summary>Takes up an invitation, which signs in.</summary>
    public static async Task AcceptAsync(IPage page, Uri link)
    {
        await page.GotoAsync(link.PathAndQuery);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button).Last.ClickAsync();
        await page.WaitForURLAsync("**/workspace");
    }
}

using System.Net;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>What people do with their own account; each test with one of its own.</summary>
public sealed class OwnAccountTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string NewPassword = "quite another set of words";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/authenticator")]
    [InlineData("/account/authenticator/off")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/passkeys/AAAA")]
    [InlineData("/account/keys")]
    public async Task Page_of_an_account_for_a_stranger_asks_to_sign_in(string address)
    {
        using var stranger = new Visitor(site);
        await stranger.OpenAsync(address);
        Assert.Equal("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address), stranger.LeadsTo);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgotten")]
    [InlineData("/account/second-factor")]
    [InlineData("/account")]
    [InlineData("/account/authenticator")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/keys")]
    public async Task Page_of_an_account_has_the_styles_of_such_pages(string address)
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);

        await browser.OpenAsync(address);

        Assert.NotNull(browser.Page.QuerySelector("link[rel=stylesheet][href^='/account']"));
    }

    [Fact]
    public async Task Password_changed_ends_the_other_sessions_and_keeps_this_one()
    {
        var member = await Member.JoinAsync(site);
        using var here = new Visitor(site);
        using var elsewhere = new Visitor(site);
        await member.SignInAsync(here);
        await member.SignInAsync(elsewhere);
        await ChangeAsync(here, Member.Password, NewPassword, NewPassword);
        Assert.Equal("/account?done=password", here.LeadsTo);

        site.Time.Advance(TimeSpan.FromMinutes(2));
        await elsewhere.OpenAsync("/account");
        Assert.StartsWith("/account/sign-in", elsewhere.LeadsTo, StringComparison.Ordinal);
        await here.OpenAsync("/account?done=password");
        Assert.Equal(HttpStatusCode.OK, here.Status);
        Assert.Contains("Your password is changed", here.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["account.passwordChanged"], await member.AuditedAsync());
    }

    [Fact]
    public async Task Password_changed_signs_in_and_the_old_one_does_not()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await ChangeAsync(browser, Member.Password, NewPassword, NewPassword);

        using var later = new Visitor(site);
        await member.SignInAsync(later);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.NotNull(later.Page.GetElementById("password-error"));
        await member.SignInAsync(later, NewPassword);
        Assert.Equal("/workspace", later.LeadsTo);
    }

    [Theory]
    [InlineData("not my password", NewPassword, NewPassword, "present")]
    [InlineData("", NewPassword, NewPassword, "present")]
    [InlineData(Member.Password, "short", "short", "password")]
    [InlineData(Member.Password, NewPassword, "something else", "password-again")]
    public async Task Password_change_that_will_not_do_is_refused_at_its_field(string present, string password, string again, string field)
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await ChangeAsync(browser, present, password, again);
        Assert.Equal("true", browser.Page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Empty(await member.AuditedAsync());
    }

    [Fact]
    public async Task Password_guessed_at_in_an_open_session_locks_the_account()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        for (var i = 0; i < 5; i++)
            await ChangeAsync(browser, "a guess at it", NewPassword, NewPassword);
        await ChangeAsync(browser, Member.Password, NewPassword, NewPassword);
        Assert.NotNull(browser.Page.GetElementById("present-error"));
    }

    [Fact]
    public async Task Passkey_without_its_credential_is_refused()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await browser.SubmitAsync("/account/passkeys", ("Form.Name", "Laptop"));
        Assert.NotNull(browser.Page.GetElementById("name-error"));
        Assert.Empty(await member.AuditedAsync());
    }

    [Fact]
    public async Task Sign_in_with_a_passkey_that_answers_nothing_is_refused()
    {
        using var browser = new Visitor(site);
        await browser.OpenAsync("/account/sign-in");
        var hidden = browser.Page.QuerySelectorAll("form input[type=hidden][name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        hidden["Form.Credential"] = "{}";
        using var form = new FormUrlEncodedContent(hidden);
        using var response = await browser.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("with a passkey did not work", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    public async Task Passkey_options_are_for_pages_of_the_registry(string from, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/account/passkey-options/known", UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", from);
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Passkey_options_of_an_account_for_a_stranger_ask_to_sign_in()
    {
        using var stranger = new Visitor(site);
        await stranger.PostAsync("/account/passkey-options/new");
        Assert.StartsWith("/account/sign-in", stranger.LeadsTo, StringComparison.Ordinal);
    }

    private static Task ChangeAsync(Visitor browser, string present, string password, string again) =>
        browser.SubmitAsync("/account", ("Form.Present", present), ("Form.Password", password), ("Form.PasswordAgain", again));
}

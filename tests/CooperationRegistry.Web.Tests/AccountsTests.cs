using System.Net;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Each test makes an account of its own on a site that has its administrator.</summary>
public sealed class AccountsTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string Password = "four words go here";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/workspace")]
    [InlineData("/workspace/agreements/new?draft=1")]
    [InlineData("/workspace/review")]
    [InlineData("/admin")]
    public async Task Workspace_for_a_stranger_asks_to_sign_in_and_remembers_the_way(string address)
    {
        using var stranger = new Visitor(site);
        await stranger.OpenAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.Equal("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address), stranger.LeadsTo);
    }

    [Fact]
    public async Task Circuit_for_a_stranger_is_refused()
    {
        using var response = await site.Client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Unknown_address_for_a_stranger_is_not_found()
    {
        using var stranger = new Visitor(site);
        await stranger.OpenAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task Invitation_taken_up_signs_in_and_works_once()
    {
        var link = await InviteAsync("once@example.org", RoleName.Editor);
        using var owner = new Visitor(site);
        await owner.SubmitAsync(link, ("Form.Password", Password), ("Form.PasswordAgain", Password));
        Assert.Equal("/workspace", owner.LeadsTo);
        await owner.OpenAsync("/workspace");
        Assert.Equal(HttpStatusCode.OK, owner.Status);

        using var late = new Visitor(site);
        await late.OpenAsync(link);
        Assert.Contains("does not work any more", late.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(late.Page.QuerySelector("form"));
    }

    [Fact]
    public async Task Invitation_past_its_time_is_refused()
    {
        var link = await InviteAsync("late@example.org", RoleName.Editor);
        site.Time.Advance(TimeSpan.FromDays(8));
        using var owner = new Visitor(site);
        await owner.OpenAsync(link);
        Assert.Null(owner.Page.QuerySelector("form"));
    }

    [Theory]
    [InlineData("short", "short", "password", "at least 12 characters")]
    [InlineData("four words go here", "other words go here", "password-again", "not the same")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "password", "different characters")]
    public async Task Password_that_will_not_do_is_refused_at_its_field_and_the_link_stays_good(string password, string again, string field, string says)
    {
        var link = await InviteAsync($"{Guid.NewGuid():N}@example.org", RoleName.Editor);
        using var owner = new Visitor(site);
        await owner.SubmitAsync(link, ("Form.Password", password), ("Form.PasswordAgain", again));
        var box = owner.Page.GetElementById(field)!;
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Contains(says, owner.Page.GetElementById($"{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{field}-error", box.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.EndsWith("#" + field, owner.Page.QuerySelector(".error-summary a")!.GetAttribute("href"), StringComparison.Ordinal);

        await owner.SubmitAsync(link, ("Form.Password", Password), ("Form.PasswordAgain", Password));
        Assert.Equal("/workspace", owner.LeadsTo);
    }

    [Theory]
    [InlineData("/agreements?city=cn-datong", "/agreements?city=cn-datong")]
    [InlineData("https://elsewhere.example/", "/workspace")]
    [InlineData("//elsewhere.example/", "/workspace")]
    [InlineData("/\\elsewhere.example/", "/workspace")]
    [InlineData("javascript:alert(1)", "/workspace")]
    public async Task Sign_in_leads_back_only_within_the_site(string returnUrl, string leadsTo)
    {
        var email = await PersonAsync(RoleName.Editor);
        using var person = new Visitor(site);
        await SignInAsync(person, email, Password, "?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal(leadsTo, person.LeadsTo);
    }

    [Fact]
    public async Task Sign_in_says_the_same_of_a_wrong_password_an_unknown_address_and_a_locked_account()
    {
        var email = await PersonAsync(RoleName.Editor);
        using var person = new Visitor(site);
        var answers = new List<string>();
        for (var i = 0; i < 5; i++)
            answers.Add(await RefusalAsync(person, email, "a wrong password"));
        // Locked now: the right password is refused in the same words.
        answers.Add(await RefusalAsync(person, email, Password));
        answers.Add(await RefusalAsync(person, "nobody@example.org", Password));
        Assert.Single(answers.Distinct());
        Assert.Contains("locked for 15 minutes", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_that_is_refused_keeps_the_address_and_not_the_password()
    {
        using var person = new Visitor(site);
        await SignInAsync(person, "typo@example.org", "secret secret secret");
        Assert.Equal("typo@example.org", person.Page.GetElementById("email")!.GetAttribute("value"));
        Assert.DoesNotContain("secret secret", person.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("Form.Email", "a@example.org")]);
        using var response = await site.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Sign_out_ends_the_session()
    {
        using var person = new Visitor(site);
        await SignInAsync(person, await PersonAsync(RoleName.Editor), Password);
        await person.PostAsync("/account/sign-out");
        Assert.Equal("/account/sign-in", person.LeadsTo);
        await person.OpenAsync("/workspace");
        Assert.StartsWith("/account/sign-in", person.LeadsTo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RoleName.Editor, "/workspace/review")]
    [InlineData(RoleName.Editor, "/admin")]
    [InlineData(RoleName.Reviewer, "/admin")]
    public async Task Page_of_another_role_is_denied(RoleName role, string address)
    {
        using var person = new Visitor(site);
        await SignInAsync(person, await PersonAsync(role), Password);
        await person.OpenAsync(address);
        Assert.StartsWith("/account/denied", person.LeadsTo, StringComparison.Ordinal);
        await person.OpenAsync("/account/denied");
        Assert.Equal("You may not open this page", person.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Keys_that_protect_sessions_are_in_the_database()
    {
        using var person = new Visitor(site);
        await SignInAsync(person, await PersonAsync(RoleName.Editor), Password);
        await using var db = await site.OpenAsync();
        Assert.NotEmpty(await db.DataProtectionKeys.ToListAsync(Token));
    }

    private static async Task<string> RefusalAsync(Visitor person, string email, string password)
    {
        await SignInAsync(person, email, password);
        Assert.Equal(HttpStatusCode.OK, person.Status);
        return person.Page.GetElementById("password-error")!.TextContent;
    }

    private static Task SignInAsync(Visitor person, string email, string password, string query = "") =>
        person.SubmitAsync("/account/sign-in" + query, ("Form.Email", email), ("Form.Password", password));

    private async Task<string> PersonAsync(RoleName role)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        using var owner = new Visitor(site);
        await owner.SubmitAsync(await InviteAsync(email, role), ("Form.Password", Password), ("Form.PasswordAgain", Password));
        Assert.Equal("/workspace", owner.LeadsTo);
        return email;
    }

    private async Task<string> InviteAsync(string email, RoleName role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserAdmin>().AddAsync(email, role, "test", Token))!;
    }
}

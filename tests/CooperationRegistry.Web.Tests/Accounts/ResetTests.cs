using System.Text.RegularExpressions;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Mail;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CooperationRegistry.Web.Tests.Accounts;

public sealed partial class ResetTests(MailedSite site) : IClassFixture<MailedSite>
{
    private const string Other = "other words stand here";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forgotten_password_is_reset_by_mail_once_and_ends_sessions_but_keeps_the_second_factor()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        using var before = await site.SignInAsync(account.Email!);
        await site.DoAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            return await users.SetTwoFactorEnabledAsync((await users.FindByIdAsync(account.Id.ToString()))!, true);
        });

        using var person = new Visitor(site);
        await person.SubmitAsync("/account/forgotten", ("Form.Email", account.Email!));
        var letter = await site.Mail.NextAsync();
        Assert.Equal(account.Email, Assert.IsType<MailboxAddress>(Assert.Single(letter.To)).Address);
        var link = LinkIn(letter);

        await person.SubmitAsync(link, ("Form.Password", "short"), ("Form.PasswordAgain", "short"));
        Assert.NotNull(person.Page.GetElementById("password-error"));
        await person.SubmitAsync(link, ("Form.Password", Other), ("Form.PasswordAgain", Other));
        Assert.Equal("Your password is changed", person.Page.QuerySelector("h1")!.TextContent);
        await person.OpenAsync(link);
        Assert.Null(person.Page.QuerySelector("form"));

        site.Time.Advance(TimeSpan.FromMinutes(2));
        await before.OpenAsync("/workspace");
        Assert.StartsWith("/account/sign-in", before.LeadsTo, StringComparison.Ordinal);
        var changed = await site.FindAsync(account.Email!);
        Assert.True(changed.TwoFactorEnabled);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(changed, changed.PasswordHash!, Other));
        Assert.Equal(["account.invited", "account.passwordReset"], await site.AuditOfAsync(account.Email!));
    }

    [Fact]
    public async Task Forgotten_password_of_an_unknown_address_is_answered_alike_and_mails_nothing()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        var closed = await site.PersonAsync(RoleName.Editor);
        await site.AtDeskAsync(desk => desk.CloseAsync(closed.Id, site.Administrator, Token));
        var answers = new List<string>();
        // The known one last: requests are answered in order, so what the others would mail would come first.
        foreach (var email in new[] { "nobody@example.org", closed.Email!, account.Email! })
        {
            using var person = new Visitor(site);
            await person.SubmitAsync("/account/forgotten", ("Form.Email", email));
            answers.Add(person.Page.Body!.TextContent.Replace(email, "…", StringComparison.Ordinal));
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(account.Email, Assert.IsType<MailboxAddress>((await site.Mail.NextAsync()).To[0]).Address);
        Assert.Equal(0, site.Mail.Waiting);
    }

    [Fact]
    public async Task Mailed_reset_link_expires_after_an_hour_and_an_administrators_after_a_day()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        using var person = new Visitor(site);
        await person.SubmitAsync("/account/forgotten", ("Form.Email", account.Email!));
        var mailed = LinkIn(await site.Mail.NextAsync());
        site.Time.Advance(TimeSpan.FromMinutes(59));
        await person.OpenAsync(mailed);
        Assert.NotNull(person.Page.QuerySelector("form"));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        await person.OpenAsync(mailed);
        Assert.Null(person.Page.QuerySelector("form"));

        var handed = "";
        await site.AtDeskAsync(async desk => handed = await desk.MakeResetLinkAsync(account.Id, site.Administrator, Token));
        site.Time.Advance(TimeSpan.FromHours(23));
        await person.OpenAsync(handed);
        Assert.NotNull(person.Page.QuerySelector("form"));
        site.Time.Advance(TimeSpan.FromHours(2));
        await person.OpenAsync(handed);
        Assert.Null(person.Page.QuerySelector("form"));
    }

    [Theory]
    [InlineData("en", "Another password for the Cooperation Registry", "Somebody asked for another password")]
    [InlineData("zh-Hans", "重设合作登记簿密码", "有人请求重设合作登记簿账户")]
    public async Task Letter_is_in_the_language_of_the_page_that_it_was_asked_for_on(string language, string subject, string words)
    {
        var account = await site.PersonAsync(RoleName.Editor);
        using var person = new Visitor(site);
        await person.SubmitAsync($"/account/forgotten?lang={language}", ("Form.Email", account.Email!));
        var letter = await site.Mail.NextAsync();
        Assert.Equal(subject, letter.Subject);
        Assert.Contains(words, letter.TextBody, StringComparison.Ordinal);
        await person.OpenAsync(LinkIn(letter));
        Assert.Equal(language, person.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Invitation_is_mailed_with_its_link_and_leads_to_a_session()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var path = await site.InviteAsync(email, RoleName.Editor);
        Assert.True(await site.DoAsync(services => services.GetRequiredService<LinkMails>().SendAsync(LinkPurpose.Invitation, email, path, Token)));
        var letter = await site.Mail.NextAsync();
        Assert.Equal("registry@example.org", Assert.IsType<MailboxAddress>(Assert.Single(letter.From)).Address);
        using var owner = new Visitor(site);
        await owner.SubmitAsync(LinkIn(letter), ("Form.Password", MailedSite.Password), ("Form.PasswordAgain", MailedSite.Password));
        Assert.Equal("/workspace", owner.LeadsTo);
        using var again = await site.SignInAsync(email);
        Assert.Equal("/workspace", again.LeadsTo);
    }

    private static string LinkIn(MimeMessage letter)
    {
        var link = Assert.Single(Link().Matches(letter.TextBody!)).Value;
        Assert.StartsWith(MailedSite.Address + "/", link, StringComparison.Ordinal);
        return link[MailedSite.Address.Length..];
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}

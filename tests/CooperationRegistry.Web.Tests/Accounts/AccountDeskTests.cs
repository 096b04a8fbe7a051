using System.Net;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Accounts;

/// <summary>What administrators do to accounts, and what their owners then meet.</summary>
public sealed class AccountDeskTests(MailedSite site) : IClassFixture<MailedSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Role_changed_ends_the_session_and_replaces_the_role()
    {
        var account = await site.PersonAsync(RoleName.Reviewer);
        using var person = await site.SignInAsync(account.Email!);
        await person.OpenAsync("/workspace/review");
        Assert.Equal(HttpStatusCode.OK, person.Status);

        await site.AtDeskAsync(desk => desk.ChangeRoleAsync(account.Id, RoleName.Editor, site.Administrator, Token));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        await person.OpenAsync("/workspace");
        Assert.StartsWith("/account/sign-in", person.LeadsTo, StringComparison.Ordinal);

        using var again = await site.SignInAsync(account.Email!);
        await again.OpenAsync("/workspace/review");
        Assert.StartsWith("/account/denied", again.LeadsTo, StringComparison.Ordinal);
        Assert.Equal(RoleName.Editor, (await LineAsync(account)).Role);
        await using var db = await site.OpenAsync();
        Assert.Equal(1, await db.UserRoles.CountAsync(r => r.UserId == account.Id, Token));
        Assert.Equal(["account.invited", "account.roleChanged"], await site.AuditOfAsync(account.Email!));
    }

    [Fact]
    public async Task Closed_account_loses_its_session_its_links_and_its_password_until_it_is_reopened()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        using var person = await site.SignInAsync(account.Email!);
        var link = "";
        await site.AtDeskAsync(async desk => link = await desk.MakeResetLinkAsync(account.Id, site.Administrator, Token));
        await site.AtDeskAsync(desk => desk.CloseAsync(account.Id, site.Administrator, Token));
        site.Time.Advance(TimeSpan.FromMinutes(2));

        await person.OpenAsync("/workspace");
        Assert.StartsWith("/account/sign-in", person.LeadsTo, StringComparison.Ordinal);
        await person.OpenAsync(link);
        Assert.Null(person.Page.QuerySelector("form"));
        using var refused = await site.SignInAsync(account.Email!);
        using var stranger = await site.SignInAsync("nobody@example.org");
        Assert.Equal(stranger.Page.GetElementById("password-error")!.TextContent, refused.Page.GetElementById("password-error")!.TextContent);
        Assert.Equal(AccountState.Closed, (await LineAsync(account)).State);

        await site.AtDeskAsync(desk => desk.ReopenAsync(account.Id, site.Administrator, Token));
        using var back = await site.SignInAsync(account.Email!);
        Assert.Equal("/workspace", back.LeadsTo);
        Assert.Equal(["account.invited", "account.resetLinkMade", "account.closed", "account.reopened"], await site.AuditOfAsync(account.Email!));
    }

    [Fact]
    public async Task Closed_account_passes_neither_the_check_before_a_second_factor_nor_an_invitation()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var link = await site.InviteAsync(email, RoleName.Editor);
        using var owner = new Visitor(site);
        await owner.OpenAsync(link);
        var account = await site.FindAsync(email);
        await site.AtDeskAsync(desk => desk.CloseAsync(account.Id, site.Administrator, Token));
        await owner.OpenAsync(link);
        Assert.Null(owner.Page.QuerySelector("form"));
        account = await site.FindAsync(email);
        Assert.False(await site.DoAsync(services => services.GetRequiredService<SignInManager<Account>>().CanSignInAsync(account)));
        var refused = await Assert.ThrowsAsync<DeskException>(() => site.InviteAsync(email, RoleName.Editor));
        Assert.Equal("accountClosed", refused.Code);
    }

    [Fact]
    public async Task Last_administrator_keeps_role_and_account_and_nobody_closes_their_own()
    {
        await ForgetAdministratorsAsync();
        var first = await site.PersonAsync(RoleName.Administrator);
        var own = await Assert.ThrowsAsync<DeskException>(() => site.AtDeskAsync(desk => desk.CloseAsync(first.Id, new Actor(first.Id, first.Email!, true, true), Token)));
        Assert.Equal("ownAccount", own.Code);

        var second = await site.PersonAsync(RoleName.Administrator);
        await site.AtDeskAsync(desk => desk.ChangeRoleAsync(second.Id, RoleName.Editor, site.Administrator, Token));
        foreach (var attempt in new Func<AccountDesk, Task>[]
        {
            desk => desk.CloseAsync(first.Id, site.Administrator, Token),
            desk => desk.ChangeRoleAsync(first.Id, RoleName.Reviewer, site.Administrator, Token),
        })
        {
            var last = await Assert.ThrowsAsync<DeskException>(() => site.AtDeskAsync(attempt));
            Assert.Equal("lastAdministrator", last.Code);
        }
        var line = await LineAsync(first);
        Assert.Equal((RoleName.Administrator, AccountState.Active), (line.Role, line.State));
    }

    [Fact]
    public async Task Two_administrators_who_close_each_other_at_once_leave_one()
    {
        await ForgetAdministratorsAsync();
        var (one, other) = (await site.PersonAsync(RoleName.Administrator), await site.PersonAsync(RoleName.Administrator));
        var closings = new[] { (By: one, Of: other), (By: other, Of: one) }
            .Select(c => site.AtDeskAsync(desk => desk.CloseAsync(c.Of.Id, new Actor(c.By.Id, c.By.Email!, true, true), Token)))
            .ToList();
        await Assert.ThrowsAsync<DeskException>(() => Task.WhenAll(closings));
        Assert.True(closings[0].IsCompletedSuccessfully != closings[1].IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Second_factor_removed_leaves_no_key_behind()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        await WithSecondFactorAsync(account);
        Assert.True((await LineAsync(account)).HasSecondFactor);

        await site.AtDeskAsync(desk => desk.RemoveSecondFactorAsync(account.Id, site.Administrator, Token));
        Assert.False((await LineAsync(account)).HasSecondFactor);
        await using var db = await site.OpenAsync();
        Assert.False(await db.UserTokens.AnyAsync(t => t.UserId == account.Id, Token));
        Assert.Contains("account.secondFactorRemoved", await site.AuditOfAsync(account.Email!));
    }

    [Fact]
    public async Task Account_locked_by_failures_is_written_down_once_and_opens_when_unlocked()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        for (var i = 0; i < 6; i++)
            (await site.SignInAsync(account.Email!, "a wrong password")).Dispose();
        using var refused = await site.SignInAsync(account.Email!);
        Assert.Null(refused.LeadsTo);
        Assert.Equal(AccountState.Locked, (await LineAsync(account)).State);

        await site.AtDeskAsync(desk => desk.UnlockAsync(account.Id, site.Administrator, Token));
        using var person = await site.SignInAsync(account.Email!);
        Assert.Equal("/workspace", person.LeadsTo);
        Assert.Equal(["account.invited", "account.locked", "account.unlocked"], await site.AuditOfAsync(account.Email!));
    }

    /// <summary>Takes the role from those whom other tests left with it.</summary>
    private async Task ForgetAdministratorsAsync()
    {
        await using var db = await site.OpenAsync();
        await db.UserRoles.Where(r => db.Roles.Any(role => role.Id == r.RoleId && role.Name == "Administrator")).ExecuteDeleteAsync(Token);
    }

    private async Task<AccountLine> LineAsync(Account account) =>
        (await site.DoAsync(services => services.GetRequiredService<UserAdmin>().AllAsync(Token))).Single(a => a.Id == account.Id);

    private Task<bool> WithSecondFactorAsync(Account account) =>
        site.DoAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            var own = (await users.FindByIdAsync(account.Id.ToString()))!;
            await users.ResetAuthenticatorKeyAsync(own);
            return (await users.SetTwoFactorEnabledAsync(own, true)).Succeeded;
        });
}

using System.Net;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>Signing in with a code beside the password; each test with an account of its own.</summary>
public sealed class SecondFactorTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    [Fact]
    public void Code_is_the_one_of_the_standard() =>
        // RFC 6238, appendix B: the secret 12345678901234567890 at 59 seconds, its last six digits.
        Assert.Equal("287082", Totp.Of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public async Task Second_factor_switched_on_shows_a_code_to_scan_and_ten_recovery_codes()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await browser.SubmitAsync("/account/authenticator");
        Assert.NotNull(browser.Page.QuerySelector(".qr svg"));
        Assert.Null(browser.Page.QuerySelector(".qr [style]"));
        var key = Member.KeyOn(browser.Page);

        await browser.SubmitAsync("/account/authenticator", ("Form.Code", Totp.Wrong(key, DateTimeOffset.UtcNow)));
        Assert.NotNull(browser.Page.GetElementById("code-error"));
        // Grouped as apps show it.
        await browser.SubmitAsync("/account/authenticator", ("Form.Code", Totp.Of(key, DateTimeOffset.UtcNow).Insert(3, " ")));
        Assert.Equal(10, Member.CodesOn(browser.Page).Distinct().Count());

        await browser.OpenAsync("/account/authenticator");
        Assert.Empty(Member.CodesOn(browser.Page));
        Assert.DoesNotContain(key, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(["account.secondFactorOn"], await member.AuditedAsync());
    }

    [Fact]
    public async Task Sign_in_with_a_second_factor_asks_for_its_code_and_remembers_the_way()
    {
        var (member, key, _) = await WithSecondFactorAsync();
        using var browser = new Visitor(site);
        await member.SignInAsync(browser, query: "?returnUrl=%2Fagreements");
        Assert.Equal("/account/second-factor?returnUrl=%2Fagreements", browser.LeadsTo);
        var step = browser.LeadsTo!;
        await browser.OpenAsync("/account");
        Assert.StartsWith("/account/sign-in", browser.LeadsTo, StringComparison.Ordinal);

        await browser.SubmitAsync(step, ("Form.Code", Totp.Wrong(key, DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("true", browser.Page.GetElementById("code")!.GetAttribute("aria-invalid"));
        await browser.SubmitAsync(step, ("Form.Code", Totp.Of(key, DateTimeOffset.UtcNow)));
        Assert.Equal("/agreements", browser.LeadsTo);
        await browser.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Theory]
    [InlineData("/account/second-factor")]
    [InlineData("/account/recovery-code")]
    public async Task Second_step_without_the_first_has_nothing_to_fill_in(string address)
    {
        using var stranger = new Visitor(site);
        await stranger.OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Null(stranger.Page.QuerySelector("form"));
        Assert.NotNull(stranger.Page.QuerySelector("main a[href='/account/sign-in']"));
    }

    [Fact]
    public async Task Recovery_code_signs_in_once()
    {
        var (member, _, codes) = await WithSecondFactorAsync();
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        // As somebody types it from paper.
        var typed = $" {codes[0].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()}";
        await browser.SubmitAsync("/account/recovery-code", ("Form.Code", typed));
        Assert.Equal("/workspace", browser.LeadsTo);
        await browser.OpenAsync("/account/authenticator");
        Assert.Contains("not used yet: 9", browser.Page.Body!.TextContent, StringComparison.Ordinal);

        using var again = new Visitor(site);
        await member.SignInAsync(again);
        await again.SubmitAsync("/account/recovery-code", ("Form.Code", typed));
        Assert.NotNull(again.Page.GetElementById("code-error"));
        Assert.Equal(["account.secondFactorOn", "account.recoveryCodeUsed"], await member.AuditedAsync());
    }

    [Theory]
    [InlineData("/account/second-factor")]
    [InlineData("/account/recovery-code")]
    public async Task Wrong_codes_lock_the_account(string address)
    {
        var (member, key, codes) = await WithSecondFactorAsync();
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        for (var i = 0; i < 5; i++)
            await browser.SubmitAsync(address, ("Form.Code", Totp.Wrong(key, DateTimeOffset.UtcNow)));

        await browser.SubmitAsync("/account/second-factor", ("Form.Code", Totp.Of(key, DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotNull(browser.Page.GetElementById("code-error"));
        await browser.SubmitAsync("/account/recovery-code", ("Form.Code", codes[0]));
        Assert.NotNull(browser.Page.GetElementById("code-error"));
        await member.SignInAsync(browser);
        Assert.NotNull(browser.Page.GetElementById("password-error"));
    }

    [Fact]
    public async Task Right_password_between_wrong_codes_does_not_begin_the_count_anew()
    {
        var (member, key, _) = await WithSecondFactorAsync();
        using var browser = new Visitor(site);
        for (var i = 0; i < 5; i++)
        {
            await member.SignInAsync(browser);
            Assert.StartsWith("/account/second-factor", browser.LeadsTo, StringComparison.Ordinal);
            await browser.SubmitAsync("/account/second-factor", ("Form.Code", Totp.Wrong(key, DateTimeOffset.UtcNow)));
        }
        await member.SignInAsync(browser);
        Assert.NotNull(browser.Page.GetElementById("password-error"));
    }

    [Fact]
    public async Task Recovery_codes_made_anew_replace_the_old_ones_and_ask_for_the_password()
    {
        var (member, _, old) = await WithSecondFactorAsync();
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await browser.SubmitAsync("/account/recovery-code", ("Form.Code", old[0]));
        await browser.SubmitAsync("/account/recovery-codes", ("Form.Password", "not my password"));
        Assert.Empty(Member.CodesOn(browser.Page));
        await browser.SubmitAsync("/account/recovery-codes", ("Form.Password", Member.Password));
        var codes = Member.CodesOn(browser.Page);
        Assert.Equal(10, codes.Except(old).Count());

        using var later = new Visitor(site);
        await member.SignInAsync(later);
        await later.SubmitAsync("/account/recovery-code", ("Form.Code", old[1]));
        Assert.NotNull(later.Page.GetElementById("code-error"));
        await later.SubmitAsync("/account/recovery-code", ("Form.Code", codes[1]));
        Assert.Equal("/workspace", later.LeadsTo);
        Assert.Contains("account.recoveryCodesMade", await member.AuditedAsync());
    }

    [Fact]
    public async Task Second_factor_switched_off_asks_for_the_password_and_then_it_alone_signs_in()
    {
        var (member, key, _) = await WithSecondFactorAsync();
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await browser.SubmitAsync("/account/second-factor", ("Form.Code", Totp.Of(key, DateTimeOffset.UtcNow)));
        await browser.SubmitAsync("/account/authenticator/off", ("Form.Password", "not my password"));
        Assert.NotNull(browser.Page.GetElementById("password-error"));
        await browser.SubmitAsync("/account/authenticator/off", ("Form.Password", Member.Password));
        Assert.Equal("/account?done=off", browser.LeadsTo);
        await browser.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        using var later = new Visitor(site);
        await member.SignInAsync(later);
        Assert.Equal("/workspace", later.LeadsTo);
        Assert.Equal(["account.secondFactorOn", "account.secondFactorOff"], await member.AuditedAsync());
    }

    private async Task<(Member Member, string Key, IReadOnlyList<string> RecoveryCodes)> WithSecondFactorAsync()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        var (key, codes) = await Member.SwitchOnAsync(browser);
        Assert.Equal(10, codes.Count);
        return (member, key, codes);
    }
}

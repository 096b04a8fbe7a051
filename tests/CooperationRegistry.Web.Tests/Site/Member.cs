using AngleSharp.Dom;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>Somebody with an account of their own, who may sit at several browsers.</summary>
public sealed class Member
{
    public const string Password = "four words go here";

    private readonly RegistrySite site;

    private Member(RegistrySite site) => this.site = site;

    public string Email { get; } = $"{Guid.NewGuid():N}@example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Member> JoinAsync(RegistrySite site)
    {
        var member = new Member(site);
        await using var scope = site.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<UserAdmin>().AddAsync(member.Email, RoleName.Editor, "test", Token);
        using var browser = new Visitor(site);
        await browser.SubmitAsync(link!, ("Form.Password", Password), ("Form.PasswordAgain", Password));
        return member;
    }

    public Task SignInAsync(Visitor browser, string password = Password, string query = "") =>
        browser.SubmitAsync("/account/sign-in" + query, ("Form.Email", Email), ("Form.Password", password));

    /// <summary>Switches the second factor on at a browser that is signed in.</summary>
    public static async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> SwitchOnAsync(Visitor browser)
    {
        await browser.SubmitAsync("/account/authenticator");
        var key = KeyOn(browser.Page);
        await browser.SubmitAsync("/account/authenticator", ("Form.Code", Totp.Of(key, DateTimeOffset.UtcNow)));
        return (key, CodesOn(browser.Page));
    }

    public static string KeyOn(IDocument page) => page.QuerySelector(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    public static IReadOnlyList<string> CodesOn(IDocument page) => [.. page.QuerySelectorAll(".codes li").Select(li => li.TextContent)];

    /// <summary>What the audit log says they did, oldest first.</summary>
    public async Task<List<string>> AuditedAsync()
    {
        await using var db = await site.OpenAsync();
        return await db.AuditEntries.Where(e => e.Actor == Email).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Token);
    }
}

using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>The first administrator. One test tells the whole life of the link, because a site is set up once.</summary>
public sealed class AccountsSetUpTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string Password = "four words go here";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_up_link_makes_one_administrator_and_never_works_again()
    {
        var setUp = site.Services.GetRequiredService<SetUpLink>();
        var older = await setUp.RenewAsync(Token);
        var link = await setUp.RenewAsync(Token);
        using var visitor = new Visitor(site);

        await visitor.OpenAsync("/account/set-up?token=guess");
        Assert.Null(visitor.Page.QuerySelector("form"));
        await visitor.OpenAsync(older!);
        Assert.Null(visitor.Page.QuerySelector("form"));

        await visitor.OpenAsync(link!);
        Assert.False(visitor.Page.GetElementById("one-person")!.HasAttribute("checked"));
        await SubmitAsync(visitor, link!, "not an address");
        Assert.Equal("not an address", visitor.Page.GetElementById("email")!.GetAttribute("value"));
        Assert.Equal("true", visitor.Page.GetElementById("email")!.GetAttribute("aria-invalid"));

        await SubmitAsync(visitor, link!, "first@example.org");
        Assert.Equal("/workspace", visitor.LeadsTo);
        await visitor.OpenAsync("/admin");
        Assert.Null(visitor.LeadsTo);

        using var second = new Visitor(site);
        await second.OpenAsync(link!);
        Assert.Contains("sign in", second.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(second.Page.QuerySelector("form"));
        Assert.Null(await setUp.RenewAsync(Token));

        await using var db = await site.OpenAsync();
        Assert.Equal("first@example.org", (await db.Users.SingleAsync(Token)).Email);
        Assert.False((await db.Settings.SingleAsync(Token)).OnePersonOffice);
        Assert.All(await db.OneTimeLinks.ToListAsync(Token), l => Assert.Equal(LinkPurpose.SetUp, l.Purpose));
    }

    private static Task SubmitAsync(Visitor visitor, string link, string email) =>
        visitor.SubmitAsync(link, ("Form.Email", email), ("Form.Password", Password), ("Form.PasswordAgain", Password));
}

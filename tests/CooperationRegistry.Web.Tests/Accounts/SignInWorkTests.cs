using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Accounts;

/// <summary>What a stranger could learn of an address by trying to sign in: nothing, neither from the answer nor from the work it takes.</summary>
public sealed class SignInWorkTests(MailedSite site, TestCluster cluster) : IClassFixture<MailedSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refusal_takes_one_password_check_whatever_the_account()
    {
        var known = await site.PersonAsync(RoleName.Editor);
        var closed = await site.PersonAsync(RoleName.Editor);
        await site.AtDeskAsync(desk => desk.CloseAsync(closed.Id, site.Administrator, Token));
        var locked = await site.PersonAsync(RoleName.Editor);
        for (var i = 0; i < 5; i++)
            (await site.SignInAsync(locked.Email!, "a wrong password")).Dispose();
        await site.InviteAsync("invited@example.org", RoleName.Editor);

        var answers = new List<string>();
        foreach (var email in new[] { "nobody@example.org", known.Email!, closed.Email!, locked.Email!, "invited@example.org" })
        {
            var before = site.Hasher.Checks;
            using var stranger = await site.SignInAsync(email, "a wrong password");
            Assert.Equal((email, 1), (email, site.Hasher.Checks - before));
            answers.Add(stranger.Page.QuerySelector(".error-summary")!.TextContent);
        }
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Session_of_one_server_holds_at_another_over_the_same_database()
    {
        var account = await site.PersonAsync(RoleName.Editor);
        using var person = await site.SignInAsync(account.Email!);
        await using var other = new Twin(cluster, site);
        await other.InitializeAsync();
        // Cookies know hosts, not ports: the same browser at the other server.
        var moved = new Uri(other.Client.BaseAddress!, "/workspace");
        using var answer = await person.Client.GetAsync(moved, Token);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        using var stranger = await other.Client.GetAsync(moved, Token);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, stranger.StatusCode);
    }

    private sealed class Twin(TestCluster cluster, RegistrySite first) : RegistrySite(cluster)
    {
        protected override Task<CooperationRegistry.Data.DatabaseAddress> FindDatabaseAsync() => Task.FromResult(first.Database);
    }
}

using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Tests.Api;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CooperationRegistry.Web.Tests.Doors;

/// <summary>
/// The sample registry and one person of each role, whose session cookies are made as signing in makes them, so that asking to
/// sign out ends nobody's session.
/// </summary>
public sealed class People(TestCluster cluster) : SampleSite(cluster)
{
    private readonly Dictionary<Entrance, string> cookies = [];
    private string key = "";

    /// <summary>Asks as the one who may enter just this and what comes before it; as nobody for <see cref="Entrance.Everybody"/>.</summary>
    public async Task<HttpResponseMessage> AskAsync(Entrance person, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (cookies.TryGetValue(person, out var cookie))
            request.Headers.Add("Cookie", cookie);
        if (person == Entrance.Key)
            request.Headers.Add("Authorization", $"Bearer {key}");
        request.Headers.Add("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        cookies[Entrance.SignedIn] = await CookieAsync(null);
        cookies[Entrance.Edit] = await CookieAsync(RoleName.Editor);
        cookies[Entrance.Review] = await CookieAsync(RoleName.Reviewer);
        cookies[Entrance.Administer] = await CookieAsync(RoleName.Administrator);
        key = await (await KeyHolder.JoinAsync(this, RoleName.Administrator)).KeyAsync(Enum.GetValues<ApiScope>());
    }

    private async Task<string> CookieAsync(RoleName? role)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var email = $"{role?.ToString() ?? "Nobody"}@example.org";
        var account = new Account { UserName = email, Email = email };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        if (role is not null)
            await users.AddToRoleAsync(account, $"{role}");
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(principal, IdentityConstants.ApplicationScheme))}";
    }
}

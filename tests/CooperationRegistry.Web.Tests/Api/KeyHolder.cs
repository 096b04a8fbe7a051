using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>Somebody with an account of a role, and with keys to it.</summary>
public sealed class KeyHolder
{
    private readonly RegistrySite site;

    private KeyHolder(RegistrySite site, Account account) => (this.site, Account) = (site, account);

    public Account Account { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<KeyHolder> JoinAsync(RegistrySite site, RoleName? role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new Account { UserName = email, Email = email };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        if (role is not null)
            Assert.True((await users.AddToRoleAsync(account, $"{role}")).Succeeded);
        return new KeyHolder(site, account);
    }

    public Task<string> KeyAsync(params ApiScope[] scopes) => KeyAsync(null, scopes);

    public Task<string> KeyAsync(DateTimeOffset? expiresAt, params ApiScope[] scopes) =>
        site.Services.GetRequiredService<ApiKeys>().MakeAsync(Account, "test", scopes, expiresAt, Token);
}

internal static class ApiCalls
{
    /// <summary>Asks as a program does.</summary>
    public static async Task<HttpResponseMessage> CallAsync(
        this RegistrySite site, string method, string address, string? key = null, string? body = null, string? ifMatch = null, string? ifNoneMatch = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.RelativeOrAbsolute));
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    public static async Task<JsonObject> ReadAsync(this RegistrySite site, string address, string? key = null)
    {
        using var response = await site.CallAsync("GET", address, key);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
        return await response.JsonAsync();
    }

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}

using System.Globalization;
using System.Net;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Tests.Doors;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>What a key opens, and when it stops.</summary>
public sealed class ApiKeyTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Open = "/api/v1/cities";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every address below <c>/api</c> with every scope.</summary>
    public static TheoryData<string, ApiScope> Routes =>
        new(RouteTable.Doors.Where(d => d.Pattern.StartsWith("/api/", StringComparison.Ordinal)).SelectMany(d => Enum.GetValues<ApiScope>().Select(scope => (d.Route, scope))));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Address_is_open_to_keys_of_its_scope_and_to_no_others(string route, ApiScope scope)
    {
        var door = RouteTable.Doors.Single(d => d.Route == route);
        var wanted = WantedBy(route);
        var key = await (await KeyHolder.JoinAsync(site, RoleName.Administrator)).KeyAsync(scope);
        using var response = await site.CallAsync(door.Method, door.Address, key);
        if (wanted is null || wanted == scope)
        {
            Assert.DoesNotContain(response.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
            return;
        }
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"{Domain.ContentJson.Name(wanted.Value)}\"", response.Header("WWW-Authenticate"));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Address_refuses_a_key_that_does_not_work(string route, ApiScope scope)
    {
        var door = RouteTable.Doors.Single(d => d.Route == route);
        using var response = await site.CallAsync(door.Method, door.Address, $"crk_{scope}");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer error=\"invalid_token\"", response.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(RoleName.Editor, ApiScope.Propose, true)]
    [InlineData(RoleName.Reviewer, ApiScope.Propose, true)]
    [InlineData(RoleName.Administrator, ApiScope.Propose, true)]
    [InlineData(null, ApiScope.Propose, false)]
    [InlineData(RoleName.Editor, ApiScope.Publish, false)]
    [InlineData(RoleName.Reviewer, ApiScope.Publish, false)]
    [InlineData(RoleName.Administrator, ApiScope.Publish, true)]
    [InlineData(null, ApiScope.Read, true)]
    public void Role_bounds_what_a_scope_is_worth(RoleName? role, ApiScope scope, bool allowed) => Assert.Equal(allowed, ApiKeyHandler.Allows(role, scope));

    [Fact]
    public async Task Role_taken_away_counts_at_the_next_request()
    {
        var holder = await KeyHolder.JoinAsync(site, RoleName.Editor);
        var key = await holder.KeyAsync(ApiScope.Propose);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await ProposeAsync(key));
        await using var db = await site.OpenAsync();
        await db.UserRoles.Where(r => r.UserId == holder.Account.Id).ExecuteDeleteAsync(Token);
        Assert.Equal(HttpStatusCode.Forbidden, await ProposeAsync(key));
    }

    [Fact]
    public async Task Key_of_a_closed_or_locked_account_is_refused()
    {
        var holder = await KeyHolder.JoinAsync(site, RoleName.Editor);
        var key = await holder.KeyAsync(ApiScope.Read);
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(key));
        await using var db = await site.OpenAsync();
        var account = db.Users.Where(u => u.Id == holder.Account.Id);
        await account.ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, site.Time.GetUtcNow().AddMinutes(5)), Token);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(key));
        await account.ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, site.Time.GetUtcNow().AddMinutes(-5)), Token);
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(key));
        await account.ExecuteUpdateAsync(s => s.SetProperty(u => u.ClosedAt, site.Time.GetUtcNow()), Token);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(key));
    }

    [Fact]
    public async Task Key_is_refused_when_its_time_is_over()
    {
        var key = await (await KeyHolder.JoinAsync(site, RoleName.Editor)).KeyAsync(site.Time.GetUtcNow().AddHours(1), ApiScope.Read);
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(key));
        site.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(key));
    }

    [Fact]
    public async Task Use_is_noted_once_a_minute()
    {
        var holder = await KeyHolder.JoinAsync(site, RoleName.Editor);
        var key = await holder.KeyAsync(ApiScope.Read);
        var first = site.Time.GetUtcNow();
        await ReadAsync(key);
        site.Time.Advance(TimeSpan.FromSeconds(59));
        await ReadAsync(key);
        Assert.Equal(first, await UsedAsync(holder));
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync(key);
        Assert.Equal(first.AddMinutes(1), await UsedAsync(holder));
    }

    [Fact]
    public async Task Key_itself_is_kept_nowhere()
    {
        var key = await (await KeyHolder.JoinAsync(site, RoleName.Editor)).KeyAsync(ApiScope.Read);
        Assert.Matches("^crk_[A-Za-z0-9_-]{43}$", key);
        await using var db = await site.OpenAsync();
        var rows = await db.Database.SqlQuery<string>($"SELECT api_keys::text AS \"Value\" FROM api_keys UNION ALL SELECT audit_entries::text FROM audit_entries").ToListAsync(Token);
        Assert.DoesNotContain(rows, row => row.Contains(key[..20], StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(key[..10], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_opens_no_page_and_a_session_opens_no_address_for_keys()
    {
        var key = await (await KeyHolder.JoinAsync(site, RoleName.Administrator)).KeyAsync(Enum.GetValues<ApiScope>());
        using (var page = await site.CallAsync("GET", "/account", key))
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);

        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        using var body = new StringContent(Examples.Proposed(Domain.RecordKind.City, isNew: true).ToJsonString(), null, "application/json");
        using var response = await browser.Client.PostAsync(new Uri(Open, UriKind.Relative), body, Token);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, response.Header("WWW-Authenticate")));
    }

    [Fact]
    public async Task Key_made_on_the_page_works_until_it_is_revoked_there()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        await browser.SubmitAsync("/account/keys", ("Form.Name", "Nightly import"), ("Form.Read", "true"), ("Form.Propose", "true"));
        var key = browser.Page.QuerySelector(".key")!.TextContent;
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await ProposeAsync(key));

        await browser.OpenAsync("/account/keys");
        Assert.DoesNotContain(key, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Last used on", browser.Page.QuerySelector(".plain li")!.TextContent, StringComparison.Ordinal);
        var address = browser.Page.QuerySelector(".plain li a")!.GetAttribute("href")!;
        await browser.SubmitAsync(address);
        Assert.Equal("/account/keys?done=revoked", browser.LeadsTo);
        Assert.Equal(HttpStatusCode.Unauthorized, await ProposeAsync(key));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(key));

        await browser.OpenAsync(address);
        Assert.Null(browser.Page.QuerySelector("form"));
        Assert.Equal(["key.made", "key.revoked"], (await member.AuditedAsync()).Where(a => a.StartsWith("key.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Key_may_be_revoked_by_its_owner_alone()
    {
        var (holder, other) = (await KeyHolder.JoinAsync(site, RoleName.Editor), await KeyHolder.JoinAsync(site, RoleName.Administrator));
        var key = await holder.KeyAsync(ApiScope.Read);
        var keys = site.Services.GetRequiredService<ApiKeys>();
        var id = (await keys.OfAsync(holder.Account, Token)).Single().Id;
        await keys.RevokeAsync(other.Account, id, Token);
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(key));
        await keys.RevokeAsync(holder.Account, id, Token);
        await keys.RevokeAsync(holder.Account, id, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(key));
    }

    [Theory]
    [InlineData("", "true", "", "name")]
    [InlineData("A name", "", "", "scope-read")]
    [InlineData("A name", "true", "2026-02-28", "until")]
    [InlineData("A name", "true", "soon", "until")]
    public async Task Form_that_is_not_filled_in_rightly_makes_no_key(string name, string read, string until, string field)
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        // An editor cannot tick what is an administrator's.
        await browser.SubmitAsync("/account/keys", ("Form.Name", name), ("Form.Read", read), ("Form.Publish", "true"), ("Form.Until", until));
        Assert.Equal($"#{field}", browser.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Null(browser.Page.QuerySelector(".key"));
    }

    [Fact]
    public async Task Last_day_of_a_key_is_a_day_on_which_it_works()
    {
        var member = await Member.JoinAsync(site);
        using var browser = new Visitor(site);
        await member.SignInAsync(browser);
        var today = site.Time.GetUtcNow().UtcDateTime.Date;
        await browser.SubmitAsync("/account/keys", ("Form.Name", "Today"), ("Form.Read", "true"), ("Form.Until", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var key = browser.Page.QuerySelector(".key")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(key));
        site.Time.Set(new DateTimeOffset(today.AddDays(1), TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(key));
    }

    private ApiScope? WantedBy(string route)
    {
        var endpoint = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .FirstOrDefault(e => RouteTable.NameOf(e) == route && e.Metadata.GetMetadata<IHttpMethodMetadata>() is not null);
        // Where there is none of the method, whoever asks is told so.
        return endpoint?.Metadata.GetMetadata<IAuthorizeData>()?.Policy switch
        {
            null => null,
            Policies.ApiRead => ApiScope.Read,
            Policies.ApiPropose => ApiScope.Propose,
            Policies.ApiPublish => ApiScope.Publish,
            var other => throw new InvalidOperationException($"{route} asks for {other}."),
        };
    }

    private async Task<HttpStatusCode> ReadAsync(string key)
    {
        using var response = await site.CallAsync("GET", Open, key);
        return response.StatusCode;
    }

    // Refused for its kind of body, which is looked at after the key.
    private async Task<HttpStatusCode> ProposeAsync(string key)
    {
        using var response = await site.CallAsync("POST", Open, key, "x", mediaType: "text/plain");
        return response.StatusCode;
    }

    private async Task<DateTimeOffset?> UsedAsync(KeyHolder holder) =>
        (await site.Services.GetRequiredService<ApiKeys>().OfAsync(holder.Account, Token)).Single().LastUsedAt;
}

using System.Net;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>What answers to programs have in common: limits, other sites' scripts, compression.</summary>
public sealed class ApiMannersTests(TestCluster cluster, SampleSite site) : IClassFixture<SampleSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_that_asks_too_often_waits_for_the_next_minute()
    {
        await using var narrow = new NarrowSite(cluster, addresses: 3, keys: 2);
        await narrow.InitializeAsync();
        narrow.Time.Set(new DateTimeOffset(2026, 3, 1, 12, 0, 19, TimeSpan.Zero));
        for (var left = 2; left >= 0; left--)
            Assert.Equal((HttpStatusCode.OK, $"\"address\";r={left};t=41"), await AskAsync(narrow));
        using (var refused = await narrow.CallAsync("GET", "/api/v1/cities"))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(("41", "\"address\";q=3;w=60", "\"address\";r=0;t=41"), (refused.Header("Retry-After"), refused.Header("RateLimit-Policy"), refused.Header("RateLimit")));
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }
        using (var page = await narrow.CallAsync("GET", "/cities"))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        narrow.Time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal((HttpStatusCode.OK, "\"address\";r=2;t=60"), await AskAsync(narrow));
    }

    [Fact]
    public async Task Each_key_has_a_limit_of_its_own()
    {
        await using var narrow = new NarrowSite(cluster, addresses: 1, keys: 2);
        await narrow.InitializeAsync();
        var holder = await KeyHolder.JoinAsync(narrow, RoleName.Editor);
        foreach (var key in new[] { await holder.KeyAsync(ApiScope.Read), await holder.KeyAsync(ApiScope.Read) })
        {
            Assert.Equal((HttpStatusCode.OK, "\"key\";r=1;t=60"), await AskAsync(narrow, key));
            Assert.Equal((HttpStatusCode.OK, "\"key\";r=0;t=60"), await AskAsync(narrow, key));
            Assert.Equal((HttpStatusCode.TooManyRequests, "\"key\";r=0;t=60"), await AskAsync(narrow, key));
        }
        // A key that does not work is counted where it comes from.
        Assert.Equal((HttpStatusCode.Unauthorized, "\"address\";r=0;t=60"), await AskAsync(narrow, "crk_wrong"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "\"address\";r=0;t=60"), await AskAsync(narrow));
    }

    [Theory]
    [InlineData("/api/v1/cities", 200)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/schemas/city.json", 200)]
    public async Task Every_answer_says_how_many_requests_are_left(string address, int status)
    {
        using var response = await site.CallAsync("GET", address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith("\"address\";r=", response.Header("RateLimit"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/agreements")]
    [InlineData("/api/v1/cities/cn-datong")]
    [InlineData("/api/v1/cities/cn-nowhere")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/agreements.csv")]
    public async Task Script_of_another_site_may_read_what_is_published(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Contains("ETag", response.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Contains("RateLimit", response.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_of_another_site_may_not_propose_and_reads_no_page()
    {
        using var page = new HttpRequestMessage(HttpMethod.Get, "/cities");
        page.Headers.Add("Origin", "https://elsewhere.example");
        using var read = await site.Client.SendAsync(page, Token);
        Assert.False(read.Headers.Contains("Access-Control-Allow-Origin"));
        using var asked = await PreflightAsync("POST");
        Assert.DoesNotContain("POST", asked.Header("Access-Control-Allow-Methods") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_may_send_a_key_and_a_condition()
    {
        using var asked = await PreflightAsync("GET");
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Equal("authorization,if-none-match", asked.Header("Access-Control-Allow-Headers"));
    }

    [Theory]
    [InlineData("/api/v1/agreements", "br")]
    [InlineData("/api/v1/agreements", "gzip")]
    [InlineData("/openapi/v1.json", "br")]
    [InlineData("/api/v1/schemas/agreement.json", "gzip")]
    [InlineData("/agreements.csv", "gzip")]
    [InlineData("/agreements", "br")]
    [InlineData("/agreements/CR-000001", "gzip")]
    public async Task Answer_is_compressed_as_asked(string address, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", encoding);
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Header("Vary"), StringComparison.Ordinal);
    }

    // A page with a secret in it tells by its length what the secret is, if a stranger may choose some of the rest.
    [Fact]
    public async Task Page_with_a_token_is_not_compressed_here()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    private async Task<HttpResponseMessage> PreflightAsync(string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/cities");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,if-none-match");
        return await site.Client.SendAsync(request, Token);
    }

    private static async Task<(HttpStatusCode, string?)> AskAsync(RegistrySite narrow, string? key = null)
    {
        using var response = await narrow.CallAsync("GET", "/api/v1/cities", key);
        return (response.StatusCode, response.Header("RateLimit"));
    }
}

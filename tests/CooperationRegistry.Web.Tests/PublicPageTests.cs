using System.Net;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>What every public page promises, whatever it shows: no cookie, no state, one policy, kept for the next reader.</summary>
public sealed class PublicPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    public static TheoryData<string> Addresses { get; } =
    [
        "/", "/agreements", "/agreements?city=cn-datong", "/agreements/CR-000001", "/cities", "/cities/cn-datong", "/partners", "/partners/catl",
        "/projects", "/projects/PR-000001", "/capacity", "/sources/SR-000001",
        "/capacity?city=cn-changzhi&city=cn-dongying", "/data", "/data/quality", "/api", "/agreements?q=Datong",
        "/capacity/CS-000001", "/agreements/CR-000001?revision=1", "/agreements/CR-000001/history", "/agreements/CR-000001/history?from=1&to=1", "/cities/cn-datong/history",
        "/partners/catl?revision=1", "/projects/PR-000001/history", "/capacity/CS-000001/history", "/sources/SR-000001/history",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Public_page_carries_no_cookie_no_state_and_one_policy(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        var html = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.NotEqual(true, response.Headers.CacheControl?.NoStore);
        Assert.False(response.Headers.Contains("Pragma"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotContain("<!--Blazor", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Public_page_asked_for_again_comes_from_the_cache_until_something_is_published(string address)
    {
        await GetAsync(address);
        var (again, kept) = await GetAsync(address);
        Assert.NotNull(kept);

        await site.Services.GetRequiredService<PublicationNotice>().RaiseAsync(Token);
        var (fresh, age) = await GetAsync(address);
        Assert.Null(age);
        Assert.Equal(again, fresh);
    }

    [Fact]
    public async Task Page_whose_reader_left_while_it_was_read_is_not_kept()
    {
        await using var db = site.OpenAsOwner();
        await using (var transaction = await db.Database.BeginTransactionAsync(Token))
        {
            await db.Database.ExecuteSqlAsync($"LOCK TABLE projects IN ACCESS EXCLUSIVE MODE", Token);
            using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Token);
            impatience.CancelAfter(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Client.GetAsync(new Uri("/projects/PR-000002", UriKind.Relative), impatience.Token));
            await Task.Delay(TimeSpan.FromSeconds(1), Token);
        }

        Assert.Contains("<h1", (await GetAsync("/projects/PR-000002")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cities/cn-datong")]
    [InlineData("/agreements.csv")]
    public async Task Head_answers_as_get_does_without_a_body(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await site.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
    }

    [Theory]
    [InlineData("/agreements/CR-999999")]
    [InlineData("/cities/cn-nowhere")]
    [InlineData("/partners/nobody")]
    [InlineData("/projects/PR-999999")]
    [InlineData("/sources/SR-999999")]
    [InlineData("/capacity/CS-999999")]
    [InlineData("/agreements/CR-999999/history")]
    [InlineData("/agreements/CR-000001?revision=99")]
    [InlineData("/nothing")]
    public async Task Unknown_address_is_404_with_a_page(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<h1", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_with_an_unreadable_filter_says_so_beside_it()
    {
        using var response = await site.Client.GetAsync(new Uri("/agreements?signedFrom=2025-13-40&status=signd", UriKind.Relative), Token);
        var html = await response.Content.ReadAsStringAsync(Token);
        Assert.Contains("2025-13-40", html, StringComparison.Ordinal);
        Assert.Contains("signd", html, StringComparison.Ordinal);
        Assert.DoesNotContain("CR-000001", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CR-000001", "19 October, year not stated")]
    [InlineData("CR-000001", ", not before 2016")]
    [InlineData("CR-000007", "not after 7 November 2017")]
    [InlineData("CR-000006", ", not after 26 March 2025")]
    public async Task List_says_of_a_day_of_signing_what_is_known(string id, string known)
    {
        var page = await site.PageAsync("/agreements");
        var row = page.QuerySelectorAll(".rows > li").Single(r => r.QuerySelector(".id")!.TextContent == id);
        Assert.Contains(known, row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Datongs_page_says_the_date_in_words_with_its_source_beside_it()
    {
        var page = await site.PageAsync("/cities/cn-datong");
        var text = page.Body!.TextContent;
        Assert.Contains("19 October, year not stated", text, StringComparison.Ordinal);
        Assert.Contains("China Daily", text, StringComparison.Ordinal);
    }

    private async Task<(string Html, TimeSpan? Age)> GetAsync(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        return (await response.Content.ReadAsStringAsync(Token), response.Headers.Age);
    }
}

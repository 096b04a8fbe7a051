using System.Globalization;
using System.Net;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Feeds;

/// <summary>What programs that ask again and again rely on: nothing is sent twice, and nothing new is missed.</summary>
public sealed class ConditionalTests(FeedSite site) : IClassFixture<FeedSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => ["/feeds/agreements.atom", "/feeds/agreements.atom?city=cn-datong&lang=zh-Hans", "/agreements.ics", "/agreements.ics?city=cn-datong&lang=zh-Hans"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task What_has_not_changed_is_not_sent_again(string address)
    {
        using var first = await site.AskAsync(address);
        Assert.Equal("public, max-age=300", first.Headers.CacheControl?.ToString());
        Assert.False(first.Headers.Contains("Set-Cookie"));
        await using var db = await site.OpenAsync();
        Assert.Equal((await db.LastChangeAsync(Token))!.Value.ToUnixTimeSeconds(), first.Content.Headers.LastModified!.Value.ToUnixTimeSeconds());
        var tag = first.Headers.ETag!.ToString();
        foreach (var (name, value) in new[] { ("If-None-Match", tag), ("If-None-Match", "W/" + tag), ("If-None-Match", $"\"other\", {tag}"), ("If-None-Match", "*"), ("If-Modified-Since", first.Content.Headers.LastModified.Value.ToString("R")) })
        {
            using var again = await site.AskAsync(address, r => r.Headers.Add(name, value));
            Assert.Equal((name, value, HttpStatusCode.NotModified), (name, value, again.StatusCode));
            Assert.Equal(tag, again.Headers.ETag?.ToString());
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Token));
        }
        using var newer = await site.AskAsync(address, r => r.Headers.Add("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Head_has_the_headers_alone(string address)
    {
        using var get = await site.AskAsync(address);
        using var head = await site.AskAsync(address, r => r.Method = HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, get.Headers.ETag, get.Content.Headers.ContentType), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Languages_differ_and_the_answer_says_what_chose(string address)
    {
        using var plain = await site.AskAsync(address, r => r.Headers.Add("Accept-Language", "zh-CN"));
        using var english = await site.AskAsync(address, r => r.Headers.Add("Accept-Language", "en"));
        var isAsked = address.Contains("lang=", StringComparison.Ordinal);
        Assert.Equal("zh-Hans", Assert.Single(plain.Content.Headers.ContentLanguage));
        Assert.Equal(isAsked, plain.Headers.ETag!.Equals(english.Headers.ETag));
        Assert.Equal(isAsked ? [] : ["Accept-Language", "Cookie"], plain.Headers.Vary);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task What_has_changed_is_sent(string address)
    {
        using var before = await site.AskAsync(address);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.LoadAsync(TestData.Line(FeedSite.Changed, FeedSite.Of("Will change", a => a.Summary = LocalizedText.En($"Changed, {Guid.NewGuid()}."))));
        using var after = await site.AskAsync(address, r => r.Headers.Add("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        using var since = await site.AskAsync(address, r => r.Headers.IfModifiedSince = before.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.OK, since.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Status_that_the_calendar_has_changed_is_sent(string address)
    {
        site.Time.Advance(TimeSpan.FromSeconds(1));
        var today = DateOnly.FromDateTime(site.Time.GetUtcNow().UtcDateTime);
        await site.LoadAsync(TestData.Line(FeedSite.Months, FeedSite.Of("Ends tomorrow", a => a.Term = new() { End = new EdtfDate(today.ToString("O", CultureInfo.InvariantCulture)) })));
        using var before = await site.AskAsync(address);
        site.Time.Advance(TimeSpan.FromDays(1));
        await using var db = await site.OpenAsync();
        Assert.Equal(1, await AgreementListings.RefreshDueAsync(db, site.Time.GetUtcNow(), Token));
        await site.Services.GetRequiredService<PublicationNotice>().RaiseAsync(Token);
        using var after = await site.AskAsync(address, r => r.Headers.Add("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("/feeds/agreements.atom?pageSize=199")]
    [InlineData("/agreements.ics")]
    public async Task What_cannot_be_made_is_an_error_and_not_half_a_file(string address)
    {
        await using var db = site.OpenAsOwner();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE agreements RENAME TO elsewhere", Token);
        try
        {
            using var answer = await site.AskAsync(address);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Null(answer.Headers.ETag);
            Assert.NotEqual(true, answer.Headers.CacheControl?.Public);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"ALTER TABLE elsewhere RENAME TO agreements", Token);
        }
    }
}

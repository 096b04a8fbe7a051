using System.IO.Compression;
using System.Net;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Who gets a kept page, in which form, and who never does. <c>Age</c> is only in an answer that was kept.</summary>
public sealed class KeptPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Cookie", "registry.session=made-up")]
    [InlineData("Cookie", "registry.sessionC1=made-up; other=1")]
    [InlineData("Authorization", "Bearer made-up")]
    public async Task Who_is_or_was_signed_in_neither_gets_a_kept_page_nor_leaves_one(string header, string value)
    {
        var address = $"/cities?of={Guid.NewGuid():N}";
        using (var own = await AskAsync(address, (header, value)))
            Assert.Equal((HttpStatusCode.OK, null), (own.StatusCode, own.Headers.Age));
        using (var first = await AskAsync(address))
            Assert.Null(first.Headers.Age);
        using (var kept = await AskAsync(address))
            Assert.NotNull(kept.Headers.Age);
        using var again = await AskAsync(address, (header, value));
        Assert.Equal((HttpStatusCode.OK, null), (again.StatusCode, again.Headers.Age));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=0.5, br;q=0", "gzip")]
    [InlineData("identity", null)]
    [InlineData("*", null)]
    public async Task Page_is_sent_in_the_form_that_the_reader_takes_made_or_kept(string accepted, string? coding)
    {
        const string Address = "/projects?forms=all";
        using var plain = await AskAsync(Address);
        await site.Services.GetRequiredService<PublicationNotice>().RaiseAsync(Token);
        for (var time = 0; time < 2; time++)
        {
            using var answer = await AskAsync(Address, ("Accept-Encoding", accepted));
            Assert.Equal((time > 0, coding), (answer.Headers.Age is not null, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            var sent = await answer.Content.ReadAsByteArrayAsync(Token);
            Assert.Equal(sent.Length, answer.Content.Headers.ContentLength);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(Token), Plain(sent, coding));
        }
    }

    [Fact]
    public async Task Kept_page_has_every_header_that_it_was_made_with()
    {
        var address = $"/capacity?of={Guid.NewGuid():N}";
        using var made = await AskAsync(address);
        using var kept = await AskAsync(address);
        Assert.Equal(Headers(made), Headers(kept));
        using var head = await AskAsync(address, method: HttpMethod.Head);
        Assert.Equal(Headers(made), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));

        static List<string> Headers(HttpResponseMessage answer) =>
            [.. answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Age" or "Date")).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same_page()
    {
        var address = $"/partners?of={Guid.NewGuid():N}";
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await AskAsync(address);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
        }));
        Assert.Equal(HttpStatusCode.OK, Assert.Single(pages.Distinct()).StatusCode);
    }

    [Theory]
    [InlineData("/agreements/CR-999999")]
    [InlineData("/agreements?status=signd")]
    public async Task What_is_no_success_is_not_kept(string address)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await AskAsync(address);
            Assert.True((int)answer.StatusCode >= 400);
            Assert.Null(answer.Headers.Age);
            Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string address, (string Name, string Value)? header = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (header is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        return await site.Client.SendAsync(request, Token);
    }

    private static byte[] Plain(byte[] sent, string? coding)
    {
        if (coding is null)
            return sent;
        using var bytes = new MemoryStream();
        using (Stream stream = coding == "br" ? new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress) : new GZipStream(new MemoryStream(sent), CompressionMode.Decompress))
            stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

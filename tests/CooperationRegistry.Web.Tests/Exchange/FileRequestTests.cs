using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>What is asked for besides the rows: filters, the state of the file, and what cannot be read.</summary>
public sealed class FileRequestTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => new(Enum.GetValues<RecordKind>().SelectMany(k => FileFormat.All.Select(f => f.Of(k))));

    [Theory]
    [InlineData(RecordKind.Agreement, "city=cn-shenzhen", 2)]
    [InlineData(RecordKind.Agreement, "city=cn-datong&city=cn-dongying&sort=number", 2)]
    [InlineData(RecordKind.Agreement, "signedFrom=2017&signedTo=2017-12&country=US&sort=title", 2)]
    [InlineData(RecordKind.Agreement, "q=%E5%AE%81%E5%BE%B7%E6%97%B6%E4%BB%A3", 1)]
    [InlineData(RecordKind.Agreement, "city=cn-datong&partner=catl", 0)]
    [InlineData(RecordKind.Agreement, "pageSize=1", 8)]
    [InlineData(RecordKind.CapacityStat, "city=cn-changzhi", null)]
    [InlineData(RecordKind.CapacityStat, "metric=renewable", null)]
    [InlineData(RecordKind.CapacityStat, "city=cn-changzhi&city=cn-dongying&metric=total&metric=newEnergy", null)]
    public async Task Filter_narrows_every_format_alike(RecordKind kind, string filter, int? expected)
    {
        var csv = Csv.Read(await site.Client.GetStringAsync(new Uri($"{FileFormat.Csv.Of(kind)}?{filter}", UriKind.Relative), Token)).Skip(1).Select(r => r[0]).ToList();
        var book = Xlsx.Read(await site.Client.GetByteArrayAsync(new Uri($"{FileFormat.Xlsx.Of(kind)}?{filter}", UriKind.Relative), Token)).Sheets[FileFormat.NameOf(kind)];
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri($"{FileFormat.Json.Of(kind)}?{filter}", UriKind.Relative), Token));
        var lines = (await site.Client.GetStringAsync(new Uri($"{FileFormat.JsonLines.Of(kind)}?{filter}", UriKind.Relative), Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected ?? await StatsAsync(filter), csv.Count);
        Assert.Equal(csv, book.Skip(1).Select(r => (string)r[0]!));
        Assert.Equal(csv, json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(csv, lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()));
        Assert.EndsWith($"?{filter}", json.RootElement.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_says_its_state_and_licence_and_is_not_sent_twice(string address)
    {
        using var first = await AskAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"", Assert.Single(first.Headers.GetValues("Link")));
        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Matches($"^{address[1..].Split('.')[0]}-[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{6}}Z\\.{address.Split('.')[1]}$", first.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.False(first.Headers.Contains("Set-Cookie"));

        using var head = await AskAsync(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((first.Headers.ETag, first.Content.Headers.ContentType, first.Content.Headers.LastModified), (head.Headers.ETag, head.Content.Headers.ContentType, head.Content.Headers.LastModified));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));

        using var same = await AskAsync(HttpMethod.Get, address, h => h.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var unchanged = await AskAsync(HttpMethod.Get, address, h => h.IfModifiedSince = first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var other = await AskAsync(HttpMethod.Get, address, h => h.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"", true)));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Tag_is_another_with_another_query_or_format()
    {
        var tags = new List<EntityTagHeaderValue>();
        foreach (var address in new[] { "/agreements.csv", "/agreements.csv?bom=1", "/agreements.csv?city=cn-datong", "/agreements.xlsx", "/cities.csv" })
        {
            using var answer = await AskAsync(HttpMethod.Head, address);
            tags.Add(answer.Headers.ETag!);
        }
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("/agreements.xlsx?status=signd", "status")]
    [InlineData("/agreements.json?city=CN-Datong", "city")]
    [InlineData("/agreements.jsonl?signedFrom=2025-13-40", "signedFrom")]
    [InlineData("/capacity.csv?city=nowhere", "city")]
    [InlineData("/capacity.csv?city=%00", "city")]
    [InlineData("/capacity.xlsx?metric=wind", "metric")]
    [InlineData("/capacity.json?metric=", null)]
    [InlineData("/cities.csv?bom=yes", "bom")]
    [InlineData("/cities.json?bom=yes", null)]
    public async Task What_cannot_be_read_is_a_problem_that_names_it(string address, string? name)
    {
        using var answer = await AskAsync(HttpMethod.Get, address);
        Assert.Equal(name is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(name is not null, answer.Content.Headers.ContentType?.MediaType == "application/problem+json");
        Assert.Null(name is null ? null : answer.Content.Headers.ContentDisposition);
        if (name is not null)
            Assert.Contains($"\"{name}\":", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_is_only_read(string address)
    {
        using var answer = await AskAsync(HttpMethod.Post, address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("sectors", "renewableEnergy")]
    [InlineData("countries", "CN")]
    [InlineData("technologies", "renewable")]
    [InlineData("currencies", "CNY")]
    [InlineData("subdivisions", "CN-SX")]
    public async Task Codes_have_labels_in_both_languages(string list, string code)
    {
        var rows = Csv.Read(await site.Client.GetStringAsync(new Uri($"/data/codes/{list}.csv", UriKind.Relative), Token));
        Assert.Equal(["code", "broader", "label_en", "label_zh_hans"], rows[0]);
        Assert.NotEqual("", Assert.Single(rows, r => r[0] == code)[2]);
    }

    [Fact]
    public async Task Figure_in_million_kilowatts_is_said_in_watts_too()
    {
        var rows = Csv.Read(await site.Client.GetStringAsync(new Uri("/capacity.csv?city=cn-changzhi&metric=total", UriKind.Relative), Token));
        var (amount, unit, watts) = (rows[0].ToList().IndexOf("amount"), rows[0].ToList().IndexOf("unit"), rows[0].ToList().IndexOf("watts"));
        Assert.Equal(("9", "millionKilowatts", "9000000000"), (rows[1][amount], rows[1][unit], rows[1][watts]));
    }

    private async Task<int> StatsAsync(string filter)
    {
        var query = System.Web.HttpUtility.ParseQueryString(filter);
        await using var db = await site.OpenAsync();
        var stats = await db.CapacityStats.ToListAsync(Token);
        var found = stats.Count(s =>
            (query.GetValues("city") is not { } cities || cities.Contains(s.Content.City)) && (query.GetValues("metric") is not { } metrics || metrics.Contains(ContentJson.Name(s.Content.Metric))));
        Assert.True(found > 0);
        return found;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, Action<HttpRequestHeaders>? set = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        set?.Invoke(request.Headers);
        return await site.Client.SendAsync(request, Token);
    }
}

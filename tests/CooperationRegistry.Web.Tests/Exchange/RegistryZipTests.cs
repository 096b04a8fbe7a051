using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange.Package;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Tests.Filling;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Exchange;

[Collection(nameof(FilledSite))]
public sealed class RegistryZipTests(FilledSite site)
{
    private static readonly Uri Address = new("/data/registry.zip", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    [Fact]
    public async Task Zip_is_the_same_for_all_who_ask_and_whenever_it_is_made()
    {
        var zips = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.Client.GetByteArrayAsync(Address, Token)));
        Assert.All(zips, zip => Assert.Equal(zips[0], zip));
        await using var another = new RegistryZip(site.Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>(), site.Time, site.Services.GetRequiredService<PackageSite>());
        var reading = await another.OpenAsync(Token);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(zips[0])), reading.Sha256);
        await reading.Content.DisposeAsync();
    }

    [Fact]
    public async Task Zip_answers_for_its_head_a_range_and_what_one_has_already()
    {
        var whole = await site.Client.GetByteArrayAsync(Address, Token);
        using var head = await AskAsync(HttpMethod.Head);
        Assert.Equal(whole.Length, head.Content.Headers.ContentLength);
        Assert.False(head.Headers.ETag!.IsWeak);
        Assert.Matches("^registry-[0-9-]+T[0-9]{6}Z.zip$", head.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.NotNull(head.Content.Headers.LastModified);
        using var range = await AskAsync(HttpMethod.Get, h => (h.Range, h.IfRange) = (new RangeHeaderValue(100, 199), new RangeConditionHeaderValue(head.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.PartialContent, range.StatusCode);
        Assert.Equal(whole[100..200], await range.Content.ReadAsByteArrayAsync(Token));
        using var same = await AskAsync(HttpMethod.Get, h => h.IfNoneMatch.Add(head.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Description_names_every_file_with_its_bytes_and_hash()
    {
        using var zip = await ZipAsync();
        using var package = JsonDocument.Parse(Text(zip, "datapackage.json"));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(zip.Entries.Select(e => e.FullName).Skip(2), resources.Select(r => r.GetProperty("path").GetString()));
        Assert.All(resources, resource =>
        {
            using var stream = zip.GetEntry(resource.GetProperty("path").GetString()!)!.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), resource.GetProperty("hash").GetString());
        });
        Assert.All(resources.Where(r => r.TryGetProperty("schema", out _)), resource =>
        {
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToList();
            Assert.Equal(fields.Distinct(), fields);
            Assert.Equal(fields, Csv.Read(Text(zip, resource.GetProperty("path").GetString()!))[0]);
        });
        Assert.Contains("Cooperation Registry", Text(zip, "README.md"), StringComparison.Ordinal);
    }

    /// <summary>Every value of every record stands in some table, found by its path: by the class of the content, not by the code that makes the tables.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tables_hold_every_value_of_every_record(RecordKind kind)
    {
        using var zip = await ZipAsync();
        var noun = JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
        await using var db = await site.OpenAsync();
        await foreach (var record in db.ReadAllAsync(kind, Token))
        {
            var expected = new SortedSet<string>(StringComparer.Ordinal);
            PackageTruth.Collect(ContentJson.Write(record.Body), noun, expected);
            var found = new SortedSet<string>(PackageTruth.Read(zip, noun, record.Id), StringComparer.Ordinal);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public async Task Lists_and_records_are_the_files_that_the_site_offers()
    {
        using var zip = await ZipAsync();
        var root = site.Client.BaseAddress!.ToString().TrimEnd('/');
        foreach (var list in new[] { "cities", "partners", "projects", "capacity", "sources" })
        {
            Assert.Equal(await site.Client.GetStringAsync(new Uri($"/{list}.csv", UriKind.Relative), Token), Text(zip, $"lists/{list}.csv").Replace(",/", $",{root}/", StringComparison.Ordinal));
            Assert.Equal(await site.Client.GetStringAsync(new Uri($"/{list}.jsonl", UriKind.Relative), Token), Text(zip, $"records/{list}.jsonl").Replace("\"url\":\"/", $"\"url\":\"{root}/", StringComparison.Ordinal));
        }
        Assert.Equal(await site.Client.GetStringAsync(new Uri("/agreements.csv?sort=number", UriKind.Relative), Token), Text(zip, "lists/agreements.csv").Replace(",/agreements", $",{root}/agreements", StringComparison.Ordinal));
    }

    private async Task<ZipArchive> ZipAsync() => new(new MemoryStream(await site.Client.GetByteArrayAsync(Address, Token)));

    private static string Text(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, Action<HttpRequestHeaders>? set = null)
    {
        using var request = new HttpRequestMessage(method, Address);
        set?.Invoke(request.Headers);
        return await site.Client.SendAsync(request, Token);
    }
}

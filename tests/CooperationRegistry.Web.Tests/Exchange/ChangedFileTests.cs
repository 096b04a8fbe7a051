using System.Net;
using System.Net.Http.Headers;
using CooperationRegistry.Data.Exchange.Package;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>Files when the registry changes, when the calendar moves, and when there is nothing to say or to read.</summary>
public sealed class ChangedFileTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly SampleSite site = new(cluster);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task File_is_another_after_a_publication_and_what_is_being_read_stays()
    {
        var zips = ActivatorUtilities.CreateInstance<RegistryZip>(site.Services);
        var old = await zips.OpenAsync(Token);
        var tag = await TagAsync("/cities.csv");
        Assert.DoesNotContain("about_other", await HeaderAsync(old, "cities.csv"), StringComparison.Ordinal);

        // Within the same moment: the clock stands.
        var city = TestData.City("Bremen", "DE");
        city.About = new LocalizedText { ["de"] = "Eine Hansestadt", ["en"] = "A city" };
        await site.LoadAsync(TestData.Line("de-bremen", city));

        var fresh = await zips.OpenAsync(Token);
        Assert.NotEqual(tag, await TagAsync("/cities.csv"));
        Assert.NotEqual(old.Sha256, fresh.Sha256);
        Assert.Contains(",about_en,about_zh_hans,about_other", await HeaderAsync(fresh, "cities.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("_other", await HeaderAsync(fresh, "partners.csv"), StringComparison.Ordinal);
        Assert.Contains("{\"\"de\"\":\"\"Eine Hansestadt\"\"}", await TextAsync(fresh, "cities.csv"), StringComparison.Ordinal);

        var (gone, kept) = (((FileStream)old.Content).Name, ((FileStream)fresh.Content).Name);
        Assert.Equal(old.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(Rewound(old), Token)));
        Assert.False(File.Exists(gone));
        Assert.True(File.Exists(kept));
        await old.Content.DisposeAsync();
        await fresh.Content.DisposeAsync();
        await zips.DisposeAsync();
        Assert.False(File.Exists(kept));
    }

    [Fact]
    public async Task Calendar_changes_the_state_of_what_has_a_status()
    {
        var (agreements, cities) = (await TagAsync("/agreements.csv"), await TagAsync("/cities.csv"));
        using var before = await AskAsync("/agreements.csv");
        site.Time.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(agreements, await TagAsync("/agreements.csv"));
        Assert.Equal(cities, await TagAsync("/cities.csv"));
        using var after = await AskAsync("/agreements.csv", h => h.IfModifiedSince = before.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("/cities.csv")]
    [InlineData("/cities.xlsx")]
    [InlineData("/cities.json")]
    [InlineData("/cities.jsonl")]
    [InlineData("/data/registry.zip")]
    public async Task Failure_before_the_first_byte_is_an_error_and_not_half_a_file(string address)
    {
        await using (var owner = site.OpenAsOwner())
            await owner.Database.ExecuteSqlRawAsync("REVOKE SELECT ON city_citations FROM registry_server", Token);
        using var answer = await AskAsync(address);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        await using (var owner = site.OpenAsOwner())
            await owner.Database.ExecuteSqlRawAsync("GRANT SELECT ON city_citations TO registry_server", Token);
        using var mended = await AskAsync(address);
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
    }

    private async Task<EntityTagHeaderValue> TagAsync(string address)
    {
        using var answer = await AskAsync(address);
        return answer.Headers.ETag!;
    }

    private async Task<HttpResponseMessage> AskAsync(string address, Action<HttpRequestHeaders>? set = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        set?.Invoke(request.Headers);
        return await site.Client.SendAsync(request, Token);
    }

    private static Stream Rewound(ZipReading reading)
    {
        reading.Content.Position = 0;
        return reading.Content;
    }

    private static async Task<string> TextAsync(ZipReading reading, string path)
    {
        await using var zip = new System.IO.Compression.ZipArchive(Rewound(reading), System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        using var text = new StreamReader(zip.GetEntry(path)!.Open());
        return await text.ReadToEndAsync(Token);
    }

    private static async Task<string> HeaderAsync(ZipReading reading, string path) => (await TextAsync(reading, path)).Split("\r\n")[0];
}

/// <summary>A registry in which nothing was published yet.</summary>
public sealed class EmptyFileTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    [Fact]
    public async Task Files_of_an_empty_registry_are_there_and_empty()
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var format in FileFormat.All)
            {
                using var answer = await site.Client.GetAsync(new Uri(format.Of(kind), UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal((format.Of(kind), HttpStatusCode.OK), (format.Of(kind), answer.StatusCode));
                Assert.Equal(format.Of(kind)[1..], answer.Content.Headers.ContentDisposition!.FileName);
                Assert.Null(answer.Content.Headers.LastModified);
            }
        }
        using var zip = await site.Client.GetAsync(new Uri("/data/registry.zip", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, zip.StatusCode);
        Assert.Contains("nothing", (await site.PageAsync("/data")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Files that are longer than what is in memory at a time.</summary>
[Collection(nameof(CrowdedSite))]
public sealed class LongFileTests(CrowdedSite site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?q=memorandum&sort=title")]
    public async Task Every_format_has_every_row_in_the_order_of_the_list(string filter)
    {
        var csv = Csv.Read(await site.Client.GetStringAsync(new Uri("/agreements.csv" + filter, UriKind.Relative), Token)).Skip(1).Select(r => r[0]).ToList();
        Assert.True(csv.Count > 1000);
        Assert.Equal(csv, Xlsx.Read(await site.Client.GetByteArrayAsync(new Uri("/agreements.xlsx" + filter, UriKind.Relative), Token)).Sheets["agreements"].Skip(1).Select(r => (string)r[0]!));
        var lines = (await site.Client.GetStringAsync(new Uri("/agreements.jsonl" + filter, UriKind.Relative), Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(csv, lines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()));
    }
}

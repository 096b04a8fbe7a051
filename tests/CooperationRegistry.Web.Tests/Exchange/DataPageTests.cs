using System.Net;
using System.Text.Json;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Components.Public.Downloads;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>The page leads to every file and explains every column, to people and to catalogues.</summary>
public sealed class DataPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static readonly string[] Languages = ["en", "zh-Hans"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<RecordKind, string> Lists => [.. Enum.GetValues<RecordKind>().SelectMany(k => Languages.Select(l => (k, l)))];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Data_page_explains_every_column_in_its_order(RecordKind kind, string language)
    {
        var page = await site.PageAsync($"/data?lang={language}");
        var rows = page.QuerySelectorAll($"#columns-{FileFormat.NameOf(kind)} tbody tr");
        Assert.Equal(ListTable.Of(kind).Columns.Select(c => c.Name), rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.All(rows, r => Assert.DoesNotContain("Column_", r.TextContent, StringComparison.Ordinal));
        Assert.All(rows, r => Assert.DoesNotContain("Cell_", r.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_column_has_a_meaning_in_each_language()
    {
        var meanings = site.Services.GetRequiredService<ColumnMeanings>();
        var all = Enum.GetValues<RecordKind>().SelectMany(k => ListTable.Of(k).Columns.Select(c => (k, c.Name, Meaning: meanings.Of(k, c))));
        Assert.All(all, column => Assert.False(column.Meaning.English.StartsWith("Column_", StringComparison.Ordinal), $"{column.k} {column.Name} has no text."));
        Assert.All(all, column => Assert.True(column.Meaning.Chinese.Any(c => c is >= '\u4e00' and <= '\u9fff'), $"{column.k} {column.Name} has no Chinese text."));
    }

    [Fact]
    public async Task Every_file_that_pages_lead_to_is_there()
    {
        var files = new HashSet<string>();
        foreach (var address in new[] { "/data", "/agreements?city=cn-datong&sort=title&pageSize=1", "/cities", "/partners", "/projects", "/capacity?metric=total", "/capacity?city=cn-changzhi&city=cn-dongying" })
            files.UnionWith((await site.PageAsync(address)).QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!));
        Assert.Empty(Enum.GetValues<RecordKind>().SelectMany(k => FileFormat.All.Select(f => f.Of(k))).Except(files));
        Assert.Contains("/agreements.xlsx?city=cn-datong&sort=title", files);
        Assert.Contains("/capacity.json?metric=total", files);
        Assert.Contains("/capacity.csv?city=cn-changzhi&city=cn-dongying", files);
        foreach (var file in files)
        {
            using var answer = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, file), Token);
            Assert.Equal((file, HttpStatusCode.OK), (file, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Catalogue_names_every_file_as_it_is_served()
    {
        var block = (await site.PageAsync("/data")).QuerySelector("script[type='application/ld+json']")!.TextContent;
        using var json = JsonDocument.Parse(block);
        var catalog = json.RootElement[0];
        Assert.Equal("dcat:Catalog", catalog.GetProperty("@type").GetString());
        var files = catalog.GetProperty("dcat:dataset").EnumerateArray().SelectMany(d => d.GetProperty("dcat:distribution").EnumerateArray()).ToList();
        Assert.Equal(Enum.GetValues<RecordKind>().Length * FileFormat.All.Count + 1 + DataAddresses.CodeLists.Count, files.Count);
        foreach (var file in files)
        {
            Assert.Equal("https://creativecommons.org/licenses/by/4.0/", file.GetProperty("dct:license").GetProperty("@id").GetString());
            var address = file.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!;
            using var answer = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(address)), Token);
            Assert.Equal((address, $"https://www.iana.org/assignments/media-types/{answer.Content.Headers.ContentType?.MediaType}"), (address, file.GetProperty("dcat:mediaType").GetProperty("@id").GetString()));
        }
        Assert.Equal("DataCatalog", json.RootElement[1].GetProperty("@type").GetString());
    }
}

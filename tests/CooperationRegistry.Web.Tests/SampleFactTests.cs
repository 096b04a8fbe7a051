using System.Text;
using System.Text.Json;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Tests;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Every fact of the five items, or its excuse: in the JSON that the registry gives out, and on a public page.</summary>
public sealed class SampleFactTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_fact_is_in_the_exported_record()
    {
        using var file = new MemoryStream();
        await site.Services.GetRequiredService<RecordFiles>().ExportAsync(file, Token);
        var records = Encoding.UTF8.GetString(file.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<RecordLine>(line, ContentJson.Options)!)
            .ToDictionary(line => (line.Record, line.Id), line => line.Content);

        Assert.All(SampleFacts.Facts, fact => Assert.True(fact.IsHeldBy(records[(fact.Record, fact.Id)]), fact.ToString()));
        var told = SampleFacts.Facts.Select(f => (f.Item, f.Index)).Concat(SampleFacts.Excused.Select(e => (e.Item, e.Index))).ToHashSet();
        Assert.All(SampleFacts.Items, item => Assert.All(Enumerable.Range(0, item.Facts.Count), index => Assert.Contains((item.Id, index), told)));
    }

    [Fact]
    public async Task Every_fact_is_on_its_public_page()
    {
        var missing = new List<string>();
        foreach (var page in SampleFacts.Facts.GroupBy(f => f.Page))
        {
            var text = (await site.PageAsync(page.Key)).Body!.TextContent;
            missing.AddRange(page.Where(f => !f.IsShownBy(text)).Select(f => $"{f.Item} {f.Index}: {page.Key} lacks '{f.Shows}'"));
        }
        Assert.Empty(missing);
    }
}

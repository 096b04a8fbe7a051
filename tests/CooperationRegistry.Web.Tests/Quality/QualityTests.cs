using CooperationRegistry.Data.Quality;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Quality;

/// <summary>What is told to be missing is what a plain count over the contents finds.</summary>
public sealed class QualityTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_of_all_are_those_of_the_contents()
    {
        await using var db = await site.OpenAsync();
        var report = await db.QualityAsync(Token);
        var contents = await ContentsAsync();

        Assert.Equal(contents.Sum(c => Facts.Unsupported(c).Count()), report.All.UnsupportedCount);
        Assert.Equal(contents.Sum(c => Facts.Of(c).Count()), report.All.FactCount);
        Assert.Equal(contents.Sum(c => Dates(c).Count(d => !d.HasYear)), report.All.YearlessCount);
        Assert.True(report.All.YearlessCount > 0);
        Assert.Equal(await db.AgreementListings.CountAsync(l => l.Status == AgreementStatus.Announced || l.Status == AgreementStatus.Sought || l.Status == AgreementStatus.Approved, Token), report.All.UnsignedCount);
        Assert.Null(report.All.OldestCheck);
    }

    [Fact]
    public async Task Counts_of_a_city_are_those_of_the_records_about_it()
    {
        await using var db = await site.OpenAsync();
        var datong = (await db.QualityAsync(Token)).Cities.Single(c => c.CityId == "cn-datong").Counts;

        var agreements = await db.AgreementListings.Where(l => l.CityScope.Contains("cn-datong")).Select(l => l.AgreementId).ToListAsync(Token);
        List<CitedContent> contents =
        [
            .. (await db.Agreements.Where(a => agreements.Contains(a.Id)).ToListAsync(Token)).Select(a => a.Content),
            .. (await db.Cities.Where(c => c.Id == "cn-datong").ToListAsync(Token)).Select(c => c.Content),
            .. (await db.Projects.ToListAsync(Token)).Select(p => p.Content).Where(p => p.City == "cn-datong" || p.Organisations.Exists(o => o.City == "cn-datong")),
            .. (await db.CapacityStats.ToListAsync(Token)).Select(s => s.Content).Where(s => s.City == "cn-datong"),
            .. (await db.Partners.ToListAsync(Token)).Select(p => p.Content).Where(p => p.Seat == "cn-datong"),
        ];
        Assert.Equal(contents.Count, datong.Records);
        Assert.Equal(contents.Sum(c => Facts.Unsupported(c).Count()), datong.UnsupportedCount);
        Assert.Equal(contents.Sum(c => Dates(c).Count(d => !d.HasYear)), datong.YearlessCount);
    }

    [Fact]
    public async Task Page_says_what_is_counted_and_leads_to_the_cities()
    {
        var page = await site.PageAsync("/data/quality");
        Assert.NotNull(page.QuerySelector("table a[href='/cities/cn-datong']"));
        Assert.Equal("never", page.QuerySelector("tbody td:last-child")!.TextContent.Trim());
        var chinese = await site.PageAsync("/data/quality?lang=zh-Hans");
        Assert.Contains("无来源的事实", chinese.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_entered_twice_is_suspected_until_it_is_related()
    {
        var first = TestData.Agreement("Pact on heat", TestData.CityParty("p1", "cn-beijing"), TestData.PartnerParty("p2", "catl"));
        first.Events[0].Date = new EdtfDate("2021-05-04");
        var second = TestData.Agreement("A pact on heat", TestData.CityParty("p1", "cn-beijing"), TestData.PartnerParty("p2", "catl"));
        second.Events[0].Date = new EdtfDate("2021-05");
        await site.LoadAsync(TestData.Line("CR-000101", first), TestData.Line("CR-000102", second));
        await using var db = await site.OpenAsync();

        var report = await db.QualityAsync(Token);
        Assert.Contains(new SuspectedPair(RecordKind.Agreement, "CR-000101", "CR-000102"), report.Suspected);
        Assert.Equal(1, report.Cities.Single(c => c.CityId == "cn-beijing").Suspected);

        second.Relations = [new Relation { Key = "r1", Kind = RelationKind.Renews, Agreement = "CR-000101" }];
        await site.LoadAsync(TestData.Line("CR-000102", second));
        Assert.DoesNotContain((await db.QualityAsync(Token)).Suspected, p => p.One == "CR-000101");
    }

    private static IEnumerable<EdtfDate> Dates(RecordContent content) => ContentGraph.Nodes(content).Select(n => n.Value).OfType<EdtfDate>();

    private async Task<List<CitedContent>> ContentsAsync()
    {
        await using var db = await site.OpenAsync();
        return
        [
            .. (await db.Agreements.ToListAsync(Token)).Select(r => r.Content),
            .. (await db.Cities.ToListAsync(Token)).Select(r => r.Content),
            .. (await db.Partners.ToListAsync(Token)).Select(r => r.Content),
            .. (await db.Projects.ToListAsync(Token)).Select(r => r.Content),
            .. (await db.CapacityStats.ToListAsync(Token)).Select(r => r.Content),
        ];
    }
}

using System.Globalization;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>Lines that are checked and published many at once leave nothing else than lines that are published one by one.</summary>
public sealed class ManyLinesTests(SampleSite site) : IClassFixture<SampleSite>, IAsyncLifetime
{
    private const string Header = "title,title_zh,signed_on,city_ids,partner_ids,sectors,source_urls\r\n";
    private const int Many = 60;

    private ImportOffice office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => office = await ImportOffice.OpenAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Rows_are_those_that_a_rebuild_makes()
    {
        var lines = Enumerable.Range(0, Many).Select(i => Line($"Orchard {i}", $"cn-{(i % 2 == 0 ? "datong" : "dongying")}", i % 3 == 0 ? "catl" : "", $"https://example.org/orchards/{i % 7}"));
        var import = await office.CheckAsync(Header + string.Concat(lines));
        Assert.Equal((Many, 0, 0, 0), ImportOffice.Counts(import));
        Assert.Equal(Many, (await office.PublishAsync(import)).PublishedCount);

        var kept = await RowsAsync();
        await using var db = await site.OpenAsync();
        Assert.Equal(7, await db.Sources.CountAsync(s => s.Content.Url!.StartsWith("https://example.org/orchards/"), Token));
        await AgreementListings.ReindexAsync(db, site.Time.GetUtcNow(), Token);
        Assert.Equal(kept, await RowsAsync());
    }

    [Fact]
    public async Task Line_that_the_store_does_not_take_costs_no_other()
    {
        await using var owner = site.OpenAsOwner();
        await owner.Database.ExecuteSqlAsync($"ALTER TABLE agreement_listings ADD CONSTRAINT stop CHECK (title <> 'Kiln 41') NOT VALID", Token);
        var import = await office.CheckAsync(Header + string.Concat(Enumerable.Range(0, Many).Select(i => Line($"Kiln {i}", "cn-datong", "", ""))));
        var published = await office.PublishAsync(import);
        await owner.Database.ExecuteSqlAsync($"ALTER TABLE agreement_listings DROP CONSTRAINT stop", Token);

        Assert.Equal((ImportState.Published, Many - 1, 1), (published.State, published.PublishedCount, published.RefusedCount));
        var refused = Assert.Single(await office.LinesAsync(import, ImportOutcome.Refused));
        Assert.Equal(("Kiln 41", Rule.NotRead), (refused.Title, Assert.Single(refused.Problems()).Rule));
        await using var db = await site.OpenAsync();
        Assert.Equal(Many - 1, await db.AgreementListings.CountAsync(l => l.Title.StartsWith("Kiln "), Token));
        Assert.Equal(Many - 1, (await office.LinesAsync(import, ImportOutcome.New)).Select(l => l.RecordId).Distinct().Count());
    }

    [Fact]
    public async Task Agreements_of_several_parties_are_known_by_these_by_their_title_or_by_a_source()
    {
        var published = TestData.Agreement("Memorandum on the drying of tea", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "catl"));
        published.Events[0].Date = new Domain.Values.EdtfDate("2021-03-04");
        await site.LoadAsync(TestData.Line("CR-000960", published));
        string[] lines =
        [
            Line("Memorandum on drying tea", "cn-datong", "catl", "", "2021-03-05"),
            Line("Memorandum on the Drying of Tea", "cn-datong", "china-baowu", ""),
            Line("Contract for a bridge", "cn-datong", "catl", "", "2011-03-05"),
            Line("Memorandum on the drying of tea", "cn-dongying", "china-baowu", ""),
        ];
        var import = await office.CheckAsync(Header + string.Concat(lines));
        var refused = await office.LinesAsync(import, ImportOutcome.Refused);
        Assert.Equal([2, 3], refused.Select(l => l.Number));
        Assert.All(refused.SelectMany(l => l.Problems()), p => Assert.Equal((Rule.LooksLike, "CR-000960"), (p.Rule, p.Arguments[0])));
    }

    private static string Line(string title, string city, string partner, string url, string signed = "2020") =>
        string.Create(CultureInfo.InvariantCulture, $"{title},关于{title.Length}号果园的协议,{signed},{city},{partner},,{url}\r\n");

    // Without the numbers that the store gives to rows.
    private async Task<List<string>> RowsAsync()
    {
        await using var db = await site.OpenAsync();
        return await db.Database.SqlQuery<string>($"""
            SELECT l::text AS "Value" FROM agreement_listings l
            UNION ALL SELECT w::text FROM agreement_words w
            UNION ALL SELECT concat_ws('|', kind, record_id, folded) FROM search_names
            UNION ALL SELECT q::text FROM record_qualities q
            UNION ALL SELECT word FROM search_words
            UNION ALL SELECT concat_ws('|', within, facet, agreements) FROM facet_counts WHERE agreements <> 0
            ORDER BY 1
            """).ToListAsync(Token);
    }
}

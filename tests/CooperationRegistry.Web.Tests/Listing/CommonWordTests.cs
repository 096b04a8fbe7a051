using CooperationRegistry.Bench.Generating;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Listing;

/// <summary>Searches for words that more agreements have than anybody counts or ranks, beside a plain reading of the same.</summary>
[Trait("Category", "Long")]
public sealed class CommonWordTests(TestCluster cluster)
{
    private const int Agreements = 30_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_a_search_are_those_of_a_plain_reading_whether_its_words_are_common_or_not()
    {
        var database = await cluster.CreateAsync();
        await GeneratedRegistry.FillAsync(database.Owner, Agreements, 3, _ => { }, Token);
        await using var db = new RegistryDbContext(DatabaseSetup.Options(database.Owner));
        await db.Database.ExecuteSqlAsync($"ANALYZE", Token);
        var whole = await db.CountsAsync(new AgreementFilter(), Token);
        var (counted, common) = (0, 0);

        foreach (var word in (string[])["city", "memorandum", "planning", "solar", "water", "合作", "城市", "solar heat", "-city", "\"memorandum of understanding\""])
        {
            var filter = await db.PrepareAsync(new AgreementFilter { Q = word, Sort = AgreementSort.Relevance }, Token);
            var matching = await db.AgreementListings.CountAsync(l => l.Words!.Vector.Matches(EF.Functions.ToTsQuery("english", filter.Search!.Query!)), Token);
            var counts = await db.CountsAsync(filter, whole, Token);

            Assert.Equal(matching > AgreementFacets.MostCounted, counts.IsAtLeast);
            Assert.Equal(Math.Min(matching, AgreementFacets.MostCounted), counts.Total);
            var (order, ranked) = counts.IsAtLeast ? (filter with { Sort = AgreementSort.NewestSigned }, false) : (filter, true);
            var plain = await db.AgreementListings.Matching(filter).InOrder(order).Select(l => l.Number).Take(150).ToListAsync(Token);
            Assert.Equal(plain, await NumbersAsync(counts));
            Assert.Equal(plain, await NumbersAsync(null));
            (counted, common) = ranked ? (counted + 1, common) : (counted, common + 1);

            async Task<List<long>> NumbersAsync(AgreementCounts? known)
            {
                var shown = new List<long>();
                var page = await db.PageAsync(filter, known, Token);
                var first = page;
                for (var n = 0; n < 3; n++)
                {
                    shown.AddRange(page.Items.Select(i => i.Number));
                    if (page.Next is not { } next)
                        break;
                    var after = await db.PageAsync(filter with { After = next }, known, Token);
                    Assert.Equal(page.Items.Select(i => i.Number), (await db.PageAsync(filter with { Before = after.Previous }, known, Token)).Items.Select(i => i.Number));
                    page = after;
                }
                Assert.All(first.Items, i => Assert.Equal(ranked, i.Rank is not null));
                return shown;
            }
        }
        Assert.True(counted > 2 && common > 2, $"{counted} ranked, {common} not");
    }
}

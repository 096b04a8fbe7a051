using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Listing;

/// <summary>A reader pages through 5,000 agreements while others are published.</summary>
[Collection(nameof(CrowdedSite))]
public sealed class PagingTests(CrowdedSite site)
{
    private const int Added = 18;

    private static int numbers = 900_000;

    private readonly List<string> added = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<AgreementSort> Sorts => new(Enum.GetValues<AgreementSort>());

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Every_agreement_is_read_once_forwards_and_backwards(AgreementSort sort)
    {
        // All random ones have the phrase in their summary.
        var filter = new AgreementFilter { Sort = sort, PageSize = 200, Q = sort == AgreementSort.Relevance ? "\"partner agree\"" : null };
        var before = (await NumbersAsync()).Where(id => sort != AgreementSort.Relevance || RecordId.NumberOf(id) >= CrowdedSite.FirstNumber).ToHashSet();

        var forwards = new List<string>();
        var page = await ReadAsync(filter);
        for (; page.Next is { } next; page = await ReadAsync(filter with { After = next }))
            forwards.AddRange(page.Items.Select(i => i.AgreementId));
        AssertOnce(before, [.. forwards, .. page.Items.Select(i => i.AgreementId)]);

        var backwards = page.Items.Select(i => i.AgreementId).ToList();
        while (page.Previous is { } previous)
        {
            page = await ReadAsync(filter with { Before = previous });
            backwards.AddRange(page.Items.Select(i => i.AgreementId));
        }
        AssertOnce(before, backwards);
    }

    [Fact]
    public async Task Every_agreement_is_shown_once_by_the_links_of_the_pages()
    {
        var before = await NumbersAsync();
        var (forwards, last) = await WalkAsync("/agreements?pageSize=200", "next");
        AssertOnce(before, forwards);
        var (backwards, _) = await WalkAsync(last, "prev");
        AssertOnce(before, backwards);
        Assert.Equal(Added, added.Count);
    }

    private void AssertOnce(HashSet<string> before, List<string> shown)
    {
        Assert.Equal(shown.Count, shown.Distinct().Count());
        var missing = before.Except(shown).ToList();
        Assert.True(missing.Count == 0, $"TEST_SEED={site.Seed}: {string.Join(", ", missing.Take(10))} of {missing.Count} not shown.");
        Assert.Empty(shown.Except(before).Except(added));
    }

    private async Task<HashSet<string>> NumbersAsync()
    {
        await using var db = await site.OpenAsync();
        return await db.AgreementListings.Select(r => r.AgreementId).ToHashSetAsync(Token);
    }

    private async Task<AgreementPage> ReadAsync(AgreementFilter filter)
    {
        await AddAsync();
        await using var db = await site.OpenAsync();
        return await db.PageAsync(await db.PrepareAsync(filter, Token), Token);
    }

    private async Task<(List<string> Shown, string Last)> WalkAsync(string address, string direction)
    {
        var shown = new List<string>();
        while (true)
        {
            var page = await site.PageAsync(address);
            shown.AddRange(page.QuerySelectorAll(".rows > li .row-more .id").Select(e => e.TextContent));
            if (page.QuerySelector($".pager a[rel={direction}]") is not { } link)
                return (shown, address);
            await AddAsync();
            address = link.GetAttribute("href")!;
        }
    }

    private async Task AddAsync()
    {
        if (added.Count == Added)
            return;
        var more = Enumerable.Range(0, 6).Select(_ => Interlocked.Increment(ref numbers)).ToList();
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.LoadAsync([.. more.Select(site.Another)]);
        added.AddRange(more.Select(n => $"CR-{n}"));
    }
}

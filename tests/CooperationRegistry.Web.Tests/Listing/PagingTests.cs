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

    public static TheoryData<string> Sorts => ["-signed", "signed", "title", "number", "-updated", "relevance&q=%22partner+agree%22"];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Every_agreement_is_shown_once_forwards_and_backwards(string sort)
    {
        await using var db = await site.OpenAsync();
        var before = await db.AgreementListings.Select(r => r.AgreementId).ToHashSetAsync(TestContext.Current.CancellationToken);
        var first = $"/agreements?pageSize=200&sort={sort}";
        if (sort.StartsWith("relevance", StringComparison.Ordinal))
            before = [.. before.Where(id => RecordId.NumberOf(id) >= CrowdedSite.FirstNumber)];

        var (forwards, last) = await WalkAsync(first, "next");
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

    private async Task<(List<string> Shown, string Last)> WalkAsync(string address, string direction)
    {
        var shown = new List<string>();
        while (true)
        {
            var page = await site.PageAsync(address);
            shown.AddRange(page.QuerySelectorAll(".rows > li .row-more .id").Select(e => e.TextContent));
            if (page.QuerySelector($".pager a[rel={direction}]") is not { } link)
                return (shown, address);
            if (added.Count < Added)
                await AddAsync();
            address = link.GetAttribute("href")!;
        }
    }

    private async Task AddAsync()
    {
        var more = Enumerable.Range(0, 6).Select(_ => Interlocked.Increment(ref numbers)).ToList();
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.LoadAsync([.. more.Select(site.Another)]);
        added.AddRange(more.Select(n => $"CR-{n}"));
    }
}

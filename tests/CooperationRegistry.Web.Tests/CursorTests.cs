using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>Page after page shows each agreement once and in order, and a filter means what it says.</summary>
public sealed class CursorTests(ListedSite site) : IClassFixture<ListedSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<AgreementSort> Sorts => new(Enum.GetValues<AgreementSort>());

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 100));

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Pages_show_each_agreement_once_and_in_order(AgreementSort sort)
    {
        var filter = new AgreementFilter { Sort = sort, PageSize = 3, Q = sort == AgreementSort.Relevance ? "partner" : null };
        var whole = await ReadAsync(filter with { PageSize = 200 });
        var shown = await PagesAsync(filter);

        Assert.Equal(ListedSite.Agreements, shown.Count);
        Assert.Equal(whole.Items.Select(l => l.Number), shown);
        Assert.Equal(Enumerable.Reverse(shown), await PagesBackAsync(filter));
        if (Expected(sort) is { } expected)
            Assert.Equal(expected, shown);
    }

    [Fact]
    public async Task Pages_by_title_keep_equal_titles_together_and_by_number()
    {
        var shown = (await PagesAsync(new AgreementFilter { Sort = AgreementSort.Title, PageSize = 3 })).ConvertAll(n => site.Rows.Single(l => l.Number == n));

        var runs = shown.Where((l, i) => i == 0 || shown[i - 1].Title != l.Title).Select(l => l.Title).ToList();
        Assert.Equal(runs.Distinct(), runs);
        Assert.All(shown.Zip(shown.Skip(1)).Where(p => p.First.Title == p.Second.Title), p => Assert.True(p.First.Number < p.Second.Number));
    }

    [Fact]
    public async Task Pages_go_on_where_they_were_when_rows_before_them_change()
    {
        var filter = new AgreementFilter { Sort = AgreementSort.Number, PageSize = 3 };
        var first = await ReadAsync(filter);
        await using var db = await site.OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await db.AgreementListings.Where(l => l.Number == first.Items[2].Number).ExecuteDeleteAsync(Token);

        var second = await db.PageAsync(filter with { After = first.Next }, Token);

        Assert.Equal([4, 5, 6], second.Items.Select(l => l.Number));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Filter_finds_what_a_plain_reading_of_it_finds(int seed)
    {
        var filter = RandomFilter(new Random(seed));
        var expected = site.Rows.Where(l => Matches(l, filter)).Select(l => l.Number).Order();

        var page = await ReadAsync(filter with { PageSize = 200, Sort = AgreementSort.Number });

        Assert.Equal(expected, page.Items.Select(l => l.Number));
        await using var db = await site.OpenAsync();
        Assert.Equal(page.Items.Count, (await db.CountsAsync(filter, Token)).Total);
    }

    private IEnumerable<long>? Expected(AgreementSort sort)
    {
        var known = site.Rows.Where(l => l.SignedSort is not null).ToList();
        var unknown = site.Rows.Where(l => l.SignedSort is null).ToList();
        Assert.NotEmpty(unknown);
        return sort switch
        {
            AgreementSort.Number => site.Rows.Select(l => l.Number).Order(),
            AgreementSort.OldestSigned => [.. known.OrderBy(l => l.SignedSort).ThenBy(l => l.Number).Select(l => l.Number), .. unknown.Select(l => l.Number).Order()],
            AgreementSort.NewestSigned => [.. known.OrderByDescending(l => l.SignedSort).ThenByDescending(l => l.Number).Select(l => l.Number), .. unknown.Select(l => l.Number).OrderDescending()],
            AgreementSort.NewestUpdated => site.Rows.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.Number).Select(l => l.Number),
            _ => null,
        };
    }

    private static AgreementFilter RandomFilter(Random random)
    {
        return new AgreementFilter
        {
            City = Some(ListedSite.Cities),
            Country = Some(["CN", "DE", "DK", "FR"]),
            Partner = Some(ListedSite.Partners),
            PartnerKind = Some(Enum.GetValues<PartnerKind>()),
            Kind = Some(Enum.GetValues<AgreementKind>()),
            Status = Some(Enum.GetValues<AgreementStatus>()),
            Evidence = Some(Enum.GetValues<Evidence>()),
            Sector = Some([.. CodeLists.Sectors.All.Take(5).Select(c => c.Value)]),
            SignedFrom = Some(["2012", "2017-10", "2017-10-19", "201X"]).Select(d => new EdtfDate(d)).FirstOrDefault(),
            SignedTo = Some(["2014", "2017-10-18", "2017-12", "2026"]).Select(d => new EdtfDate(d)).FirstOrDefault(),
        };

        // Few names and several values, or hardly anything would be found.
        List<T> Some<T>(IReadOnlyList<T> values) => random.Next(5) > 0 ? [] : [.. values.OrderBy(_ => random.Next()).Take(random.Next(1, 5))];
    }

    private static bool Matches(AgreementListing row, AgreementFilter filter) =>
        Any(filter.City, row.CityScope)
        && Any(filter.Country, row.Countries)
        && Any(filter.Partner, row.PartnerIds)
        && Any(filter.PartnerKind, row.PartnerKinds)
        && Any(filter.Kind, [row.Kind])
        && Any(filter.Status, [row.Status])
        && Any(filter.Evidence, [row.Evidence])
        && Any(filter.Sector, row.Sectors)
        && MayLieWithin(row, filter.SignedFrom?.Earliest, filter.SignedTo?.Latest);

    private static bool Any<T>(IReadOnlyList<T> wanted, IReadOnlyList<T> has) => wanted.Count == 0 || wanted.Intersect(has).Any();

    private static bool MayLieWithin(AgreementListing row, DateOnly? from, DateOnly? to)
    {
        if (from is null && to is null)
            return true;
        if (row.SignedEarliest is null && row.SignedLatest is null)
            return false;
        return (row.SignedLatest ?? DateOnly.MaxValue) >= (from ?? DateOnly.MinValue) && (row.SignedEarliest ?? DateOnly.MinValue) <= (to ?? DateOnly.MaxValue);
    }

    private async Task<AgreementPage> ReadAsync(AgreementFilter filter)
    {
        await using var db = await site.OpenAsync();
        return await db.PageAsync(await db.PrepareAsync(filter, Token), Token);
    }

    // From the last page to the first, each read from its end.
    private async Task<List<long>> PagesBackAsync(AgreementFilter filter)
    {
        var page = await ReadAsync(filter);
        while (page.Next is { } next)
            page = await ReadAsync(filter with { After = next });
        var shown = new List<long>();
        for (; ; page = await ReadAsync(filter with { Before = page.Previous }))
        {
            shown.AddRange(page.Items.Select(l => l.Number).Reverse());
            if (page.Previous is null || shown.Count > ListedSite.Agreements)
                return shown;
        }
    }

    private async Task<List<long>> PagesAsync(AgreementFilter filter)
    {
        var shown = new List<long>();
        for (var page = await ReadAsync(filter); ; page = await ReadAsync(filter with { After = page.Next }))
        {
            shown.AddRange(page.Items.Select(l => l.Number));
            if (page.Next is null || shown.Count > ListedSite.Agreements)
                return shown;
        }
    }
}

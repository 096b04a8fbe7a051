using System.Text.Json;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Listing;

/// <summary>The count beside a filter is how many agreements choosing it shows: compared with a plain count over 5,000 random ones.</summary>
[Collection(nameof(CrowdedSite))]
public sealed class FacetTests(CrowdedSite site)
{
    private const int Filters = 200;

    private static readonly string[] Names = ["country", "city", "partner", "partnerKind", "kind", "status", "evidence", "sector", "year"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_are_those_of_a_plain_reading()
    {
        var random = new Random(site.Seed);
        var chosen = 0;
        await using var db = await site.OpenAsync();
        var stored = await db.AgreementListings.AsNoTracking().ToListAsync(Token);
        var rows = stored.ConvertAll(r => (Row: r, Values: Names.ToDictionary(n => n, n => Values(r, n).Distinct().ToList())));
        var whole = await db.CountsAsync(new AgreementFilter(), Token);
        for (var i = 0; i < Filters; i++)
        {
            var filter = RandomFilter(random);
            var counts = await db.CountsAsync(filter, Token);
            var facets = counts.Facets;
            Assert.Equal(JsonSerializer.Serialize(counts), JsonSerializer.Serialize(await db.CountsAsync(filter, whole, Token)));
            var matching = 0;
            var expectations = Names.ToDictionary(n => n, _ => new Dictionary<string, int>());
            var wanted = Names.ToDictionary(n => n, n => Chosen(filter, n).ToHashSet());
            foreach (var (_, values) in rows.Where(r => MayLieWithin(r.Row, filter.SignedFrom?.Earliest, filter.SignedTo?.Latest)))
            {
                var unfit = Names.Where(n => wanted[n].Count > 0 && !values[n].Exists(wanted[n].Contains)).ToList();
                matching += unfit.Count == 0 ? 1 : 0;
                // What is chosen of a name does not narrow its own counts.
                foreach (var value in Names.Where(n => unfit.Count == 0 || (unfit.Count == 1 && unfit[0] == n)).SelectMany(n => values[n].Select(v => (Name: n, Value: v))))
                    expectations[value.Name][value.Value] = expectations[value.Name].GetValueOrDefault(value.Value) + 1;
            }
            Assert.Equal((rows.Count, matching, false), (counts.All, counts.Total, counts.IsAtLeast));
            foreach (var name in Names)
            {
                var expected = expectations[name];
                foreach (var value in Chosen(filter, name))
                    expected.TryAdd(value, 0);
                // Of many cities those with most agreements; every other facet is whole.
                if (name != "city")
                    Assert.True(expected.Count == facets[name].Count, $"TEST_SEED={site.Seed}, filter {i}, {name}: {expected.Count} values, not {facets[name].Count}.");
                foreach (var (value, count, _) in facets[name])
                    Assert.True(expected[value] == count, $"TEST_SEED={site.Seed}, filter {i}, {name}={value}: {expected[value]}, not {count}.");
                chosen += Chosen(filter, name).Count();
            }
        }
        Assert.True(chosen > Filters / 2);
    }

    [Fact]
    public async Task Counts_follow_whatever_is_done_to_the_rows()
    {
        await using var db = site.OpenAsOwner();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        var before = await CountsAsync();
        await db.AgreementListings.ExecuteUpdateAsync(set => set.SetProperty(l => l.Facets, l => l.Facets), Token);
        Assert.Equal(before, await CountsAsync());
        await db.Database.ExecuteSqlAsync($"TRUNCATE agreement_listings CASCADE", Token);
        Assert.Equal((0, 0, 0), await CountsAsync());

        async Task<(int Facets, int Agreements, int Places)> CountsAsync() =>
            (await db.FacetCounts.CountAsync(Token), await db.FacetCounts.SumAsync(c => c.Agreements, Token), await db.ListingsWithin.CountAsync(Token));
    }

    [Fact]
    public async Task Choosing_a_value_shows_as_many_as_stood_beside_it()
    {
        var page = await site.PageAsync("/agreements?kind=contract&year=2017&sector=batteries");
        var option = page.QuerySelectorAll("input[name=status]").First(o => !o.HasAttribute("checked"));
        var count = option.Closest("label")!.QuerySelector(".count")!.TextContent;

        var chosen = await site.PageAsync($"/agreements?kind=contract&year=2017&sector=batteries&status={option.GetAttribute("value")}");

        Assert.StartsWith(count + " of ", chosen.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreements_of_no_known_year_come_last_and_say_so()
    {
        var page = await site.PageAsync("/agreements?year=unknown&year=2026&pageSize=200");
        var rows = page.QuerySelectorAll(".rows");
        Assert.Equal(2, rows.Length);
        Assert.True(page.QuerySelector("h3.apart")!.CompareDocumentPosition(rows[1]).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
    }

    private static AgreementFilter RandomFilter(Random random) =>
        new()
        {
            City = Some(random, CrowdedSite.Cities),
            Country = Some(random, ["CN", "DE", "DK", "US", "FR"]),
            Partner = Some(random, CrowdedSite.PartnerIds),
            PartnerKind = Some(random, Enum.GetValues<PartnerKind>()),
            Kind = Some(random, Enum.GetValues<AgreementKind>()),
            Status = Some(random, Enum.GetValues<AgreementStatus>()),
            Evidence = Some(random, Enum.GetValues<Evidence>()),
            Sector = Some(random, [.. CodeLists.Sectors.All.Select(c => c.Value)]),
            Year = Some(random, [AgreementFilter.UnknownYear, .. Enumerable.Range(2007, 21)]),
            SignedFrom = Some(random, ["2012", "2017-10", "201X"]).Select(d => new EdtfDate(d)).FirstOrDefault(),
            SignedTo = Some(random, ["2014", "2017-10-18", "2026"]).Select(d => new EdtfDate(d)).FirstOrDefault(),
        };

    // Few names and several values, or hardly anything would be found.
    private static List<T> Some<T>(Random random, IReadOnlyList<T> values) =>
        random.Next(6) > 0 ? [] : [.. values.OrderBy(_ => random.Next()).Take(random.Next(1, 5))];

    private static IEnumerable<string> Chosen(AgreementFilter filter, string name) =>
        name switch
        {
            "country" => filter.Country,
            "city" => filter.City,
            "partner" => filter.Partner,
            "partnerKind" => filter.PartnerKind.Select(ContentJson.Name),
            "kind" => filter.Kind.Select(ContentJson.Name),
            "status" => filter.Status.Select(ContentJson.Name),
            "evidence" => filter.Evidence.Select(ContentJson.Name),
            "sector" => filter.Sector,
            _ => filter.Year.Select(AgreementFilterReader.Written),
        };

    private static IEnumerable<string> Values(AgreementListing row, string name) =>
        name switch
        {
            "country" => row.Countries,
            "city" => row.CityScope,
            "partner" => row.PartnerIds,
            "partnerKind" => row.PartnerKinds.Select(ContentJson.Name),
            "kind" => [ContentJson.Name(row.Kind)],
            "status" => [ContentJson.Name(row.Status)],
            "evidence" => [ContentJson.Name(row.Evidence)],
            "sector" => row.Sectors,
            _ => Years(row),
        };

    // Both ends known: every year between; one end: its year.
    private static IEnumerable<string> Years(AgreementListing row) =>
        ((row.SignedEarliest, row.SignedLatest) switch
        {
            (null, null) => [AgreementFilter.UnknownYear],
            ({ } from, { } until) => Enumerable.Range(from.Year, until.Year - from.Year + 1),
            var (from, until) => [(from ?? until)!.Value.Year],
        }).Select(AgreementFilterReader.Written);

    private static bool MayLieWithin(AgreementListing row, DateOnly? from, DateOnly? to) =>
        (from is null && to is null)
        || ((row.SignedEarliest is not null || row.SignedLatest is not null)
            && (row.SignedLatest ?? DateOnly.MaxValue) >= (from ?? DateOnly.MinValue)
            && (row.SignedEarliest ?? DateOnly.MinValue) <= (to ?? DateOnly.MaxValue));
}

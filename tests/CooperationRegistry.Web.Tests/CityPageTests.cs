using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Public.Cities;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>A city with more agreements than its page shows, and one of which nothing is known.</summary>
public sealed class CityPageTests(BusyCitySite site) : IClassFixture<BusyCitySite>
{
    [Fact]
    public async Task City_with_many_agreements_counts_all_and_shows_the_newest_of_each_group()
    {
        var page = await site.PageAsync("/cities/cn-busy");

        Assert.Equal(["Sought or announced 60", "Signed and running 150"], page.QuerySelectorAll("section[aria-labelledby=agreements] h3").Select(h => Tidy(h.TextContent)));
        Assert.Equal([50, 50], page.QuerySelectorAll(".line-of").Select(l => l.Children.Length));
        Assert.Equal("150", page.QuerySelector(".keys dd")!.TextContent);
        var all = page.QuerySelectorAll("section[aria-labelledby=agreements] a").Single(a => a.TextContent == "Show all 60").GetAttribute("href")!;
        Assert.Contains("60 of 211 agreements", (await site.PageAsync(all)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_stand_with_how_often_and_the_list_has_as_many()
    {
        var ties = (await site.PageAsync("/cities/cn-busy")).QuerySelectorAll(".ties > li").ToList();

        Assert.Equal(["Often", "Once"], ties.Select(t => t.QuerySelector("a")!.TextContent));
        var link = ties[0].QuerySelectorAll("a")[1];
        Assert.Equal("209 agreements", link.TextContent);
        Assert.Contains("209 of 211 agreements", (await site.PageAsync(link.GetAttribute("href")!)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commitments_say_how_all_of_them_stand()
    {
        var part = (await site.PageAsync("/cities/cn-busy")).QuerySelector("section[aria-labelledby=commitments]")!;
        Assert.Contains("60 commitments:", Tidy(part.TextContent), StringComparison.Ordinal);
        Assert.Equal(["○Open 30", "✕Missed 30"], part.QuerySelectorAll(".tally").Select(t => Tidy(t.TextContent)));
        Assert.Equal(20, part.QuerySelectorAll("table").Length);
        Assert.Contains("20 of 60 commitments stand here", part.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_capacity_stand_by_measure_and_date_with_undated_ones_apart()
    {
        var part = (await site.PageAsync("/cities/cn-busy")).QuerySelector("section[aria-labelledby=capacity]")!;
        Assert.Equal(["Total installed capacity", "Solar photovoltaic (North)"], part.QuerySelectorAll("h3").Select(h => Tidy(h.TextContent)));
        Assert.Equal(["CS-000002", "CS-000001", "CS-000003"], part.QuerySelector("table")!.QuerySelectorAll("tr[id]").Select(r => r.Id));
        Assert.Equal("CS-000003", part.QuerySelector(".apart")!.Closest("tbody")!.QuerySelector("tr[id]")!.Id);
        Assert.Contains("50 % stated · 49.50 % from the figures", part.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("/capacity?city=cn-busy", part.QuerySelectorAll("a")[^1].GetAttribute("href"));
    }

    [Fact]
    public async Task City_lies_on_the_outline_of_its_country()
    {
        var outline = (await site.PageAsync("/cities/cn-busy")).QuerySelector("svg[role=img]")!;
        Assert.Equal("Busy <b>City</b> in China, 40.08° N, 113.3° E", outline.GetAttribute("aria-label"));
        Assert.NotNull(outline.QuerySelector("circle.here"));
    }

    [Fact]
    public async Task City_of_which_nothing_is_known_says_so()
    {
        var page = await site.PageAsync("/cities/cn-quiet");
        var text = page.Body!.TextContent;
        Assert.Null(page.QuerySelector("svg[role=img]"));
        Assert.Contains("its coordinates are not in the registry", text, StringComparison.Ordinal);
        Assert.Contains("No agreement is in the registry yet.", text, StringComparison.Ordinal);
        Assert.Contains("No partner organisation is named", text, StringComparison.Ordinal);
        Assert.Contains("No project is in the registry yet.", text, StringComparison.Ordinal);
        Assert.Contains("No figure of its capacity", text, StringComparison.Ordinal);
        Assert.Contains("Its installed capacity.", page.QuerySelector("section[aria-labelledby=unknown]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_revision_of_a_city_shows_nothing_that_others_say_of_it()
    {
        var page = await site.PageAsync("/cities/cn-busy?revision=1");
        Assert.Null(page.QuerySelector("section[aria-labelledby=partners]"));
        Assert.Null(page.QuerySelector("section[aria-labelledby=capacity]"));
    }

    [Fact]
    public void Outlines_are_of_known_countries_and_drawn_in_numbers_alone()
    {
        Assert.All(CountryOutline.All, o => Assert.True(CodeLists.Countries.Contains(o.Country)));
        Assert.All(CountryOutline.All, o => Assert.Matches("^[Mlz0-9 -]+$", o.Path));
        Assert.All(CountryOutline.All, o => Assert.True(o.West < o.East && o.South < o.North && o is { Width: > 0, Height: > 0 }));
        Assert.False(CountryOutline.IsKnown("XX"));
    }

    [Theory]
    [InlineData("DK", 55.68, 12.57, true)]
    [InlineData("US", 61.2, -149.9, true)]
    [InlineData("US", 21.3, -157.85, true)]
    [InlineData("RU", 66.3, -179.1, true)]
    [InlineData("FR", 4.93, -52.33, true)]
    [InlineData("FR", -90, 180, false)]
    [InlineData("SG", 1.29, 103.85, true)]
    public void Place_lies_within_the_part_that_is_drawn(string country, decimal latitude, decimal longitude, bool isDrawn)
    {
        var place = new Coordinates { Latitude = latitude, Longitude = longitude };
        var outline = CountryOutline.Around(country, place);
        Assert.Equal(isDrawn, outline is not null);
        if (outline is null)
            return;
        var (x, y) = outline.At(place);
        Assert.InRange(x, 0, outline.Width);
        Assert.InRange(y, 0, outline.Height);
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public sealed class BusyCitySite(TestCluster cluster) : RegistrySite(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var busy = TestData.City("Busy <b>City</b>");
        busy.Coordinates = new Coordinates { Latitude = 40.08m, Longitude = 113.3m };
        await LoadAsync(
        [
            TestData.Line("cn-busy", busy),
            TestData.Line("cn-north", TestData.City("North", parent: "cn-busy")),
            TestData.Line("cn-quiet", TestData.City("Quiet")),
            TestData.Line("cn-elsewhere", TestData.City("Elsewhere")),
            TestData.Line("often", TestData.Partner("Often")),
            TestData.Line("once", TestData.Partner("Once")),
            .. Enumerable.Range(1, 210).Select(n => TestData.Line($"CR-{n:D6}", Agreement(n))),
            TestData.Line("CR-000211", TestData.Agreement("Elsewhere", TestData.CityParty("p1", "cn-elsewhere"), TestData.PartnerParty("p2", "often"))),
            TestData.Line("CS-000001", CapacityPageTests.Stat("cn-busy", "2021-12-31", 200, 50)),
            TestData.Line("CS-000002", CapacityPageTests.Stat("cn-busy", "2019", 100)),
            TestData.Line("CS-000003", CapacityPageTests.Stat("cn-busy", null, 150)),
            TestData.Line("CS-000004", CapacityPageTests.Stat("cn-north", "2020", 5, technology: "solarPhotovoltaic")),
        ]);
    }

    private static AgreementContent Agreement(int n)
    {
        var agreement = TestData.Agreement($"Pact {n}", TestData.CityParty("p1", n % 2 == 0 ? "cn-busy" : "cn-north"), TestData.PartnerParty("p2", n == 1 ? "once" : "often"));
        if (n > 150)
        {
            agreement.Events = [TestData.Event("e1", EventKind.Announced, null)];
            agreement.Commitments = [new Commitment { Key = "c1", Text = LocalizedText.En("Heat"), Outcome = n % 2 == 0 ? Outcome.Open : Outcome.Missed }];
        }
        return agreement;
    }
}

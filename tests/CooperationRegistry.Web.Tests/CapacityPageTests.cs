using System.Net;
using AngleSharp;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>Figures of seven cities in several units, side by side and as a list.</summary>
public sealed class CapacityPageTests(CapacitySite site) : IClassFixture<CapacitySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Compared_cities_stand_in_one_unit_with_what_is_not_stated_said()
    {
        var page = await site.PageAsync("/capacity?city=cn-b&city=cn-a");
        var table = page.QuerySelector("table.compare")!;

        Assert.Equal(["As of", "A", "B"], table.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));
        var rows = table.QuerySelectorAll("tbody tr:has(td)").ToList();
        Assert.Equal(["2021", "2020", "date not stated", "2021"], rows.Select(r => r.QuerySelector("th")!.TextContent.Trim()));
        Assert.Equal(["8\u202f420\u00a0MW", "1\u202f500\u00a0MW"], rows[0].QuerySelectorAll(".figure").Where(f => f.Closest("a") is not null).Select(f => f.TextContent.Trim()));
        Assert.Equal("not stated", rows[1].QuerySelectorAll("td")[1].TextContent.Trim());
        Assert.Contains("8.42", rows[0].QuerySelectorAll("td")[0].QuerySelector("q")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measure_narrows_the_comparison_and_the_form_keeps_the_choice()
    {
        var page = await site.PageAsync("/capacity?city=cn-a&metric=renewable");
        Assert.Equal(["Renewable capacity"], page.QuerySelectorAll(".measure").Select(m => m.TextContent.Trim()));
        Assert.Equal(["cn-a", "renewable"], page.QuerySelectorAll("form input[checked]").Where(i => i.Closest(".choose") is not null).Select(i => i.GetAttribute("value")));
    }

    [Theory]
    [InlineData("city=cn-a&city=cn-b&city=cn-c&city=cn-d&city=cn-e&city=cn-f&city=cn-g", "At most 6 cities can be compared at once; 7 are chosen", 7)]
    [InlineData("city=cn-a&city=cn-nowhere", "There is no city “cn-nowhere”", 1)]
    [InlineData("city=cn-a&city=%3Cscript%3E", "There is no city “<script>”", 1)]
    [InlineData("city=%00", "There is no city", 0)]
    [InlineData("city=cn-a&metric=steam", "“steam” is not one of the measures", 1)]
    [InlineData("after=CS-999999", "There is no figure “CS-999999”", 0)]
    public async Task Choice_that_cannot_be_shown_is_said_and_kept(string query, string message, int kept)
    {
        using var response = await site.Client.GetAsync(new Uri("/capacity?" + query, UriKind.Relative), Token);
        var html = await response.Content.ReadAsStringAsync(Token);
        var page = await BrowsingContext.New().OpenAsync(r => r.Content(html), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(kept, page.QuerySelectorAll("input[name=city][checked]").Length);
        Assert.Null(page.QuerySelector("main table"));
        Assert.Null(page.QuerySelector("main script"));
    }

    [Fact]
    public async Task City_without_figures_is_compared_as_not_stated()
    {
        var table = (await site.PageAsync("/capacity?city=cn-g&city=cn-b")).QuerySelector("table.compare")!;
        Assert.All(table.QuerySelectorAll("td:nth-of-type(2)"), cell => Assert.Equal("not stated", cell.TextContent.Trim()));
        Assert.Contains("No figure of these cities", (await site.PageAsync("/capacity?city=cn-g")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_figures_stand_once_page_after_page()
    {
        var shown = new List<string>();
        for (var address = "/capacity"; address is not null;)
        {
            var page = await site.PageAsync(address);
            Assert.Contains("126 figures", page.Body!.TextContent, StringComparison.Ordinal);
            shown.AddRange(page.QuerySelectorAll("main tr[id]").Select(r => r.Id!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(126, shown.Count);
        Assert.Equal(126, shown.Distinct().Count());
    }

    [Fact]
    public async Task Figure_leads_to_the_same_measure_at_other_times()
    {
        var page = await site.PageAsync("/capacity/CS-000001");
        var part = page.QuerySelector("section[aria-labelledby=series]")!;
        Assert.Equal(["CS-000002", "CS-000001"], part.QuerySelectorAll("tr[id]").Select(r => r.Id));
        Assert.Equal("CS-000001", part.QuerySelector("tr[aria-current]")!.Id);
        Assert.NotNull(part.QuerySelector("a[href='/cities/cn-a#capacity']"));
        Assert.NotNull(part.QuerySelector("a[href='/capacity?city=cn-a']"));
        Assert.Contains("No other figure", (await site.PageAsync("/capacity/CS-000005")).Body!.TextContent, StringComparison.Ordinal);
    }

    internal static CapacityStatContent Stat(string city, string? asOf, decimal megawatts, decimal? percent = null, string? technology = null, CapacityMetric metric = CapacityMetric.Total) =>
        new()
        {
            City = city,
            AsOf = asOf is null ? null : new EdtfDate(asOf),
            Metric = technology is null ? metric : CapacityMetric.Technology,
            Technology = technology,
            Quantity = new Quantity { Amount = megawatts, Unit = Unit.Megawatt },
            Share = percent is null ? null : new ReportedShare { Percent = percent, Whole = new Quantity { Amount = megawatts * 200 / 99, Unit = Unit.Megawatt } },
        };
}

public sealed class CapacitySite(TestCluster cluster) : RegistrySite(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var printed = CapacityPageTests.Stat("cn-a", "2021", 8.42m);
        printed.Quantity = new Quantity { Amount = 8.42m, Unit = Unit.MillionKilowatts };
        await LoadAsync(
        [
            .. "abcdefg".Select(c => TestData.Line($"cn-{c}", TestData.City(char.ToUpperInvariant(c).ToString()))),
            TestData.Line("CS-000001", printed),
            TestData.Line("CS-000002", CapacityPageTests.Stat("cn-a", "2020", 7)),
            TestData.Line("CS-000003", CapacityPageTests.Stat("cn-b", "2021", 1500)),
            TestData.Line("CS-000004", CapacityPageTests.Stat("cn-b", null, 12)),
            TestData.Line("CS-000005", CapacityPageTests.Stat("cn-a", "2021", 3, metric: CapacityMetric.Renewable)),
            TestData.Line("CS-000006", CapacityPageTests.Stat("cn-c", "XXXX-10-19", 3)),
            .. Enumerable.Range(7, 120).Select(n => TestData.Line($"CS-{n:D6}", CapacityPageTests.Stat(n % 2 == 0 ? "cn-d" : "cn-e", $"{1900 + n}", n))),
        ]);
    }
}

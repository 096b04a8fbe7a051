using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>A partner that was renamed in 2015 and is the heir of another, with one agreement before and one after.</summary>
public sealed class NamesAtSigningTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var power = new PartnerContent
        {
            Names =
            [
                new PartnerName { Key = "n1", Text = "New Power", Language = "en", From = new EdtfDate("2015-07-01") },
                new PartnerName { Key = "n2", Text = "Old Power", Language = "en", Kind = PartnerNameKind.Former, Until = new EdtfDate("2015-06-30") },
                new PartnerName { Key = "n3", Text = "旧电力", Language = "zh-Hans", Kind = PartnerNameKind.Former, Until = new EdtfDate("2015-06-30") },
            ],
            Kind = PartnerKind.Company,
            Country = "CN",
            Successions = [new Succession { Key = "s1", Partner = "coal-and-steam", Side = SuccessionSide.Predecessor, Kind = SuccessionKind.Split, Date = new EdtfDate("2005") }],
        };
        var coal = TestData.Partner("Coal and Steam");
        var gas = TestData.Partner("Gaslight");
        gas.Successions = [new Succession { Key = "s1", Partner = "coal-and-steam", Side = SuccessionSide.Successor, Kind = SuccessionKind.Renamed, Date = new EdtfDate("1990") }];
        await site.LoadAsync(
            TestData.Line("cn-here", TestData.City("Here")),
            TestData.Line("power", power),
            TestData.Line("coal-and-steam", coal),
            TestData.Line("gaslight", gas),
            TestData.Line("CR-000001", Signed("2010-05-05")),
            TestData.Line("CR-000002", Signed("2020-05-05")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Agreement_shows_the_name_at_signing_and_the_one_of_today_beside_it()
    {
        var before = (await site.PageAsync("/agreements/CR-000001")).QuerySelector(".sides")!;
        Assert.Contains("Old Power", before.TextContent, StringComparison.Ordinal);
        Assert.Contains("(now: New Power)", before.TextContent, StringComparison.Ordinal);
        Assert.Equal("/partners/power", before.QuerySelectorAll("a").Single(a => a.TextContent == "Old Power").GetAttribute("href"));

        var after = (await site.PageAsync("/agreements/CR-000002")).QuerySelector(".sides")!;
        Assert.Contains("New Power", after.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("now:", after.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_and_file_show_the_name_at_signing()
    {
        var rows = (await site.PageAsync("/agreements?sort=number")).QuerySelectorAll(".rows > li").Select(r => r.TextContent).ToList();
        Assert.Contains("Old Power", rows[0], StringComparison.Ordinal);
        Assert.Contains("New Power", rows[1], StringComparison.Ordinal);
        var lines = Csv.Read(await site.Client.GetStringAsync(new Uri("/agreements.csv?sort=number", UriKind.Relative), Token));
        Assert.Equal(["Old Power", "New Power"], lines.Skip(1).Select(l => l[lines[0].ToList().IndexOf("partners")]));
    }

    [Theory]
    [InlineData("old power")]
    [InlineData("旧电力")]
    [InlineData("coal and steam")]
    [InlineData("gaslight")]
    public async Task Agreement_is_found_by_an_old_name_and_by_those_of_predecessors(string query)
    {
        var page = await site.PageAsync($"/agreements?q={Uri.EscapeDataString(query)}");
        Assert.Equal(2, page.QuerySelectorAll(".rows > li").Length);
    }

    [Fact]
    public async Task Agreement_is_found_by_a_name_that_a_predecessor_got_later()
    {
        var coal = TestData.Partner("Coal and Steam");
        coal.Names.Add(new PartnerName { Key = "n2", Text = "Kohle und Dampf", Language = "de" });
        await site.LoadAsync(TestData.Line("coal-and-steam", coal));
        Assert.Equal(2, (await site.PageAsync("/agreements?q=Kohle")).QuerySelectorAll(".rows > li").Length);
    }

    [Fact]
    public async Task Succession_stated_at_one_partner_shows_at_both()
    {
        var coal = (await site.PageAsync("/partners/coal-and-steam")).QuerySelector("dl.pairs")!;
        Assert.Equal(["/partners/power", "/partners/gaslight"], coal.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/partners/", StringComparison.Ordinal)).OrderByDescending(h => h, StringComparer.Ordinal));
        var text = string.Join(' ', coal.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Successor New Power (Split, 2005", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Predecessor Gaslight (Renamed, 1990", text, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await site.PageAsync("/partners/power")).QuerySelector("dl.pairs a[href='/partners/coal-and-steam']"));
    }

    private static AgreementContent Signed(string date)
    {
        var agreement = TestData.Agreement("Heat", TestData.CityParty("p1", "cn-here"), TestData.PartnerParty("p2", "power"));
        agreement.Events[0].Date = new EdtfDate(date);
        return agreement;
    }
}

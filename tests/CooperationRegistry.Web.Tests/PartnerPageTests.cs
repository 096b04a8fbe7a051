using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>A partner with a parent, a part and several names, and a project of which all is known beside one of which nothing is.</summary>
public sealed class PartnerPageTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        var power = TestData.Partner("Power");
        power.ParentPartner = "holding";
        power.Names =
        [
            Name("n1", "Power", PartnerNameKind.Official, "2015", null),
            Name("n2", "Pwoer", PartnerNameKind.Misprint, null, null),
            Name("n3", "Steam <Works>", PartnerNameKind.Former, "1990", "2014"),
            Name("n4", "Coal", PartnerNameKind.Former, null, "1989"),
            Name("n5", "Old Fire", PartnerNameKind.Former, null, null),
        ];
        var part = TestData.Partner("Turbines");
        part.ParentPartner = "power";
        await site.LoadAsync(
            TestData.Line("cn-a", TestData.City("A")),
            TestData.Line("cn-a-north", TestData.City("A North", parent: "cn-a")),
            TestData.Line("cn-b", TestData.City("B")),
            TestData.Line("holding", TestData.Partner("Holding")),
            TestData.Line("power", power),
            TestData.Line("turbines", part),
            TestData.Line("CR-000001", TestData.Agreement("One", TestData.CityParty("p1", "cn-a"), TestData.PartnerParty("p2", "power"))),
            TestData.Line("CR-000002", TestData.Agreement("Two", TestData.CityParty("p1", "cn-a-north"), TestData.PartnerParty("p2", "power"))),
            TestData.Line("CR-000003", TestData.Agreement("Three", TestData.CityParty("p1", "cn-b"), TestData.PartnerParty("p2", "power"))),
            TestData.Line("CR-000004", TestData.Agreement("Four", TestData.PartnerParty("p1", "holding"), TestData.PartnerParty("p2", "power"))),
            TestData.Line("PR-000001", Whole()),
            TestData.Line("PR-000002", TestData.Project("Bare")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Names_stand_in_order_of_time_with_misprints_apart()
    {
        var part = (await site.PageAsync("/partners/power")).QuerySelector("section[aria-labelledby=names]")!;
        Assert.Equal(["Coal", "Steam <Works>", "Power"], part.QuerySelectorAll("ol strong").Select(n => n.TextContent));
        Assert.Contains("start not stated – 1989", Tidy(part.QuerySelector("ol li")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(["Old Fire", "Pwoer"], part.QuerySelectorAll("ul li span[lang]").Select(n => n.TextContent));
        Assert.Contains("Misprint in a source", part.QuerySelectorAll("ul")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreements_stand_by_city_with_counts_that_the_list_has_too()
    {
        var part = (await site.PageAsync("/partners/power")).QuerySelector("section[aria-labelledby=agreements]")!;
        Assert.Equal(["A 2 agreements", "B 1 agreement", "Without a city"], part.QuerySelectorAll("h3").Select(h => Tidy(h.TextContent)));
        Assert.Equal([2, 1, 1], part.QuerySelectorAll("ol.rows").Select(r => r.Children.Length));
        var list = await site.PageAsync(part.QuerySelector("h3 a.count")!.GetAttribute("href")!);
        Assert.Equal(2, list.QuerySelectorAll(".rows > li").Length);
    }

    [Fact]
    public async Task Organisation_stands_between_its_parent_and_its_parts()
    {
        var tree = (await site.PageAsync("/partners/power")).QuerySelector(".tree")!;
        Assert.Equal(["/partners/holding", "/partners/turbines"], tree.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Power", tree.QuerySelector("[aria-current] strong")!.TextContent);
        Assert.Null((await site.PageAsync("/partners/power?revision=1")).QuerySelector(".tree a[href='/partners/turbines']"));
    }

    [Fact]
    public async Task Partner_without_agreements_says_what_is_not_known()
    {
        var page = await site.PageAsync("/partners/turbines");
        Assert.Contains("No agreement with this partner", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The city in which it has its seat.", page.QuerySelector("section[aria-labelledby=unknown]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_shows_all_that_is_known_of_it_in_order_of_time()
    {
        var page = await site.PageAsync("/projects/PR-000001");
        var text = Tidy(page.QuerySelector("article")!.TextContent);
        string[] told = ["Great Hall", "What it is", "A North", "Behind the station", "One", "Developer", "first stone", "First stage", "500 MW", "All of it", "800 MW", "For the roof", "12 million CNY", "70 jobs", "3 halls", "Renewable energy"];
        Assert.All(told, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal(["Planned", "Under construction"], page.QuerySelectorAll("section[aria-labelledby=states] .status").Select(s => s.LastChild!.TextContent));
        Assert.Null(page.QuerySelector("section[aria-labelledby=unknown]"));
    }

    [Fact]
    public async Task Project_of_which_little_is_known_says_so()
    {
        var page = await site.PageAsync("/projects/PR-000002");
        Assert.Contains("status not stated", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll("section[aria-labelledby=unknown] li").Length);
    }

    private static ProjectContent Whole()
    {
        var project = TestData.Project("Great Hall", "CR-000001");
        project.Kind = ProjectKind.PowerPlant;
        project.Summary = LocalizedText.En("What it is");
        project.City = "cn-a-north";
        project.Place = LocalizedText.En("Behind the station");
        project.Organisations = [new ProjectOrganisation { Key = "o1", Partner = "power", Role = OrganisationRole.Developer }];
        project.States =
        [
            new ProjectState { Key = "s1", Status = ProjectStatus.UnderConstruction, Date = new EdtfDate("2022"), Note = LocalizedText.En("first stone") },
            new ProjectState { Key = "s2", Status = ProjectStatus.Planned, NotBefore = new EdtfDate("2019"), NotAfter = new EdtfDate("2020") },
        ];
        project.Sectors = ["renewableEnergy"];
        project.Capacities =
        [
            new ProjectCapacity { Key = "k1", Stage = CapacityStage.Initial, Label = LocalizedText.En("First stage"), Quantity = new Quantity { Amount = 500, Unit = Unit.Megawatt } },
            new ProjectCapacity { Key = "k2", Stage = CapacityStage.Final, Label = LocalizedText.En("All of it"), Quantity = new Quantity { Amount = 800, Unit = Unit.Megawatt } },
        ];
        project.Investments = [new ProjectInvestment { Key = "i1", Label = LocalizedText.En("For the roof"), Money = new Money { Amount = 12_000_000, Currency = "CNY" } }];
        project.Jobs = new Quantity { Amount = 70, Unit = Unit.Job };
        project.Count = new Quantity { Amount = 3, Unit = Unit.Each, Of = LocalizedText.En("halls") };
        return project;
    }

    private static PartnerName Name(string key, string text, PartnerNameKind kind, string? from, string? until) =>
        new() { Key = key, Text = text, Language = "en", Kind = kind, From = from is null ? null : new EdtfDate(from), Until = until is null ? null : new EdtfDate(until) };

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

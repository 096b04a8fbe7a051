using AngleSharp.Dom;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Public.Agreements;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

/// <summary>A framework with agreements under it, one of them renewed twice, one of an event with a stranger; and a framework with very many.</summary>
public sealed class AgreementChainTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private const string Frame = "CR-000001";
    private const string First = "CR-000002";
    private const string Second = "CR-000003";
    private const string Third = "CR-000004";
    private const string Other = "CR-000005";
    private const string Stranger = "CR-000006";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await site.LoadAsync(TestData.Line("cn-here", TestData.City("Here")));
        await site.LoadAsync(
            TestData.Line(Frame, Agreement("Frame", null)),
            TestData.Line(First, Agreement("First", "2010-05-05", (RelationKind.Under, Frame))),
            TestData.Line(Second, Agreement("Second", "2013-05-05", (RelationKind.Renews, First))),
            TestData.Line(Third, Agreement("Third", "2016-05-05", (RelationKind.Renews, Second))),
            TestData.Line(Other, Agreement("Other", "2011-01-01", (RelationKind.Under, Frame), (RelationKind.SameEvent, Stranger))),
            TestData.Line(Stranger, Agreement("Stranger", "2011-01-01", (RelationKind.SameEvent, Other))),
            TestData.Line("CR-000007", Agreement("Alone", "2011-01-01")));
        await site.LoadAsync([TestData.Line("CR-000100", Agreement("Hub", "2000")), .. Enumerable.Range(101, 50).Select(n => TestData.Line($"CR-{n:D6}", Agreement($"Spoke {n}", "2001", (RelationKind.Under, "CR-000100"))))]);
        // A circle of two, by two relations; by one alone it would be refused.
        await site.LoadAsync(TestData.Line("CR-000201", Agreement("Egg", "2001", (RelationKind.Amends, "CR-000202"))), TestData.Line("CR-000202", Agreement("Hen", "2001", (RelationKind.Implements, "CR-000201"))));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Frame)]
    [InlineData(Third)]
    [InlineData(Stranger)]
    public async Task Chain_is_the_same_from_each_of_its_agreements_and_in_the_order_of_time(string id)
    {
        var chain = await LoadAsync(id);
        Assert.Equal([Frame, First, Stranger, Other, Second, Third], chain.Nodes.Select(n => n.AgreementId));
        Assert.Equal(5, chain.Links.Count);
        Assert.False(chain.GoesOn);
    }

    [Fact]
    public async Task Chain_ends_where_it_is_full_or_runs_in_a_circle()
    {
        var hub = await LoadAsync("CR-000100");
        Assert.Equal((AgreementChains.MostNodes, true), (hub.Nodes.Count, hub.GoesOn));
        Assert.All(hub.Links, l => Assert.Contains(hub.Nodes, n => n.AgreementId == l.From));
        var circle = await LoadAsync("CR-000202");
        Assert.Equal((2, 2, false), (circle.Nodes.Count, circle.Links.Count, circle.GoesOn));
        Assert.Contains("30 nearest", (await site.PageAsync("/agreements/CR-000100")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_lists_the_chain_in_words_with_itself_marked()
    {
        var page = await site.PageAsync($"/agreements/{Second}");
        var rows = page.QuerySelectorAll(".chain > li");
        Assert.Equal([Frame, First, Stranger, Other, Second, Third], rows.Select(r => r.Id![6..]));
        var current = Assert.Single(page.QuerySelectorAll(".chain [aria-current]"));
        Assert.Equal($"/agreements/{Second}", current.GetAttribute("href"));
        Assert.Contains("Renews First", Text(rows[4]), StringComparison.Ordinal);
        Assert.Contains("Renewed by Third", Text(rows[4]), StringComparison.Ordinal);
        Assert.Contains($"Made under {Frame}", Text(rows[1]), StringComparison.Ordinal);
        Assert.Contains("no day of signing", Text(rows[0]), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".chain a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Equal(6, page.QuerySelectorAll(".chain svg[aria-hidden=true] circle").Length);

        Assert.Empty((await site.PageAsync("/agreements/CR-000007")).QuerySelectorAll("#relations"));
    }

    [Fact]
    public async Task Every_line_of_the_drawing_ends_at_dots()
    {
        var chain = await LoadAsync(Frame);
        var drawing = new ChainDrawing(chain);
        var strokes = Enumerable.Range(0, chain.Nodes.Count).Select(row => drawing.At(row).ToList()).ToList();
        Assert.InRange(drawing.Lanes, 1, 3);
        Assert.All(chain.Links, link => Assert.All(new[] { link.From, link.To }, end => Assert.NotEmpty(strokes[Row(chain, end)])));
        // What leaves a row at its lower edge comes into the next one at its upper edge.
        for (var row = 0; row + 1 < strokes.Count; row++)
            Assert.Equal(strokes[row].Where(s => s.ToY == "100%").Select(s => (s.ToX, s.Style)).Order(), strokes[row + 1].Where(s => s.FromY == "0").Select(s => (s.FromX, s.Style)).Order());
        Assert.DoesNotContain(strokes[0], s => s.FromY == "0");
        Assert.DoesNotContain(strokes[^1], s => s.ToY == "100%");
    }

    private static int Row(AgreementChain chain, string id) => chain.Nodes.ToList().FindIndex(n => n.AgreementId == id);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<AgreementChain> LoadAsync(string id)
    {
        await using var db = await site.OpenAsync();
        return await AgreementChains.LoadAsync(db, id, Token);
    }

    private static AgreementContent Agreement(string title, string? date, params (RelationKind Kind, string Id)[] relations)
    {
        var agreement = TestData.Agreement(title, TestData.CityParty("p1", "cn-here"));
        agreement.Events[0].Date = date is null ? null : new EdtfDate(date);
        agreement.Relations = [.. relations.Select((r, i) => new Relation { Key = $"r{i + 1}", Kind = r.Kind, Agreement = r.Id })];
        return agreement;
    }
}

using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Public.Citations;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>What the pages of all nouns share: sources and what they support, disagreements, what to cite, data for programs.</summary>
public sealed class EntryPageTests(SampleSite site) : IClassFixture<SampleSite>, IAsyncLifetime
{
    private const string Hostile = "</script><b>50 % & {more} \\ _of_ 大同";

    private RecordLife life = null!;

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => life = await RecordLife.BeginAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/agreements/CR-000001")]
    [InlineData("/agreements/CR-000004")]
    [InlineData("/agreements/CR-000007")]
    [InlineData("/cities/cn-datong")]
    [InlineData("/partners/catl")]
    [InlineData("/projects/PR-000001")]
    [InlineData("/capacity/CS-000001")]
    public async Task Source_leads_back_to_each_fact_it_supports(string address)
    {
        var page = await site.PageAsync(address);
        var links = page.QuerySelectorAll(".sources .facts a");
        Assert.NotEmpty(links);
        Assert.All(links.Select(a => a.GetAttribute("href")![1..]), id => Assert.Single(page.QuerySelectorAll($"[id='{id}']")));
    }

    [Fact]
    public async Task Disagreement_stands_beside_the_fact_and_side_by_side_with_its_reason()
    {
        var agreement = Agreement("Heat");
        agreement.Events = [TestData.Event("e1", EventKind.Signed, "2015-03-04")];
        agreement.Citations =
        [
            new Citation { Key = "c1", Source = "SR-000001", Supports = ["title", "events/e1"] },
            new Citation { Key = "c2", Source = "SR-000002", Supports = ["events/e1/date"], Says = "in 2016" },
        ];
        agreement.Disputes = [new Dispute { Key = "d1", Path = "events/e1/date", Reason = LocalizedText.En("The first was there.") }];
        var page = await site.PageAsync($"/agreements/{(await life.Office.PublishAsync(agreement)).Id}");

        var row = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=disputes] tbody tr"));
        Assert.Contains("4 March 2015", row.Children[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("The first was there.", row.Children[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("#s1", row.Children[1].QuerySelector(".marks a")!.GetAttribute("href"));
        Assert.Equal("in 2016", row.Children[2].QuerySelector("q")!.TextContent);
        Assert.Equal("#s2", row.Children[2].QuerySelector(".marks a")!.GetAttribute("href"));
        Assert.Contains("in 2016", page.QuerySelector("section[aria-labelledby=events] .says")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("article a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Person_who_signs_for_several_parties_stands_with_each_and_says_so()
    {
        var agreement = Agreement("Heat");
        agreement.Parties.Add(TestData.PartnerParty("p2", "catl"));
        agreement.Parties.Add(TestData.CityParty("p3", "cn-changzhi"));
        agreement.Signatures = [new Signature { Key = "s1", Person = "Ada", Parties = ["p1", "p2"] }, new Signature { Key = "s2", Parties = ["p3"] }];
        var sides = (await site.PageAsync($"/agreements/{(await life.Office.PublishAsync(agreement)).Id}")).QuerySelectorAll(".sides > li").Select(Text).ToList();
        Assert.Matches("Signed by Ada.*also signs for .*(CATL|Contemporary)", sides[0]);
        Assert.Matches("Signed by Ada.*also signs for Datong", sides[1]);
        Assert.Contains("not named", sides[2], StringComparison.Ordinal);
        Assert.DoesNotContain("also signs", sides[2], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Citation_names_the_revision_at_its_lasting_address(RecordKind kind)
    {
        var id = await life.PublishAsync(kind, "first words", "second words");
        var address = RecordLife.Address(kind, id);
        var whole = new Uri(site.Client.BaseAddress!, $"{address}?revision=3").ToString();
        var page = await site.PageAsync(address);
        var cite = page.QuerySelector("section[aria-labelledby=cite]")!;
        Assert.Contains(whole, cite.TextContent, StringComparison.Ordinal);

        foreach (var (format, type, line) in new[] { ("bib", "text/x-bibtex", $"url = {{{whole}}}"), ("ris", "application/x-research-info-systems", $"UR  - {whole}\r\n") })
        {
            var link = cite.QuerySelector($"a[href*='cite.{format}']")!.GetAttribute("href")!;
            using var file = await site.Client.GetAsync(new Uri(link, UriKind.Relative), Token);
            Assert.Equal((HttpStatusCode.OK, type, "utf-8"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentType.CharSet));
            Assert.Equal($"{id}-r3.{format}", file.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            var text = await file.Content.ReadAsStringAsync(Token);
            Assert.Contains(line, text, StringComparison.Ordinal);
            Assert.Contains(kind == RecordKind.CapacityStat ? "Home" : page.QuerySelector("h1")!.TextContent.Trim()[..4], text, StringComparison.Ordinal);
            Assert.Contains(text.ReplaceLineEndings().Trim(), cite.TextContent.ReplaceLineEndings(), StringComparison.Ordinal);
            Assert.Contains("revision=2", await site.Client.GetStringAsync(new Uri($"{address}/cite.{format}?revision=2", UriKind.Relative), Token), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{address}/cite.{format}?revision=9"));
            Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"{address}/cite.{format}?revision=first"));
        }
        await site.Services.GetRequiredService<WithdrawalDesk>().WithdrawAsync(new PublishedRecord(kind, id, 3), life.Office.Reviewer, "It never took place.", Token);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"{address}/cite.bib"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{address}/cite.ris?revision=1"));
    }

    [Fact]
    public void Citation_keeps_what_has_a_meaning_in_its_format()
    {
        var entry = new EntryCitation(Hostile + "\nER  - ", "Registry", "CR-000001", 3, new DateOnly(2026, 11, 24), "https://example.org/agreements/CR-000001?revision=3", "en");
        var bib = BibTeX.Write(entry);
        Assert.Contains(@"title = {{</script><b>50 \% \& {\textbraceleft}more{\textbraceright} {\textbackslash} \_of\_ 大同 ER -}}", bib, StringComparison.Ordinal);
        Assert.Equal(bib.Count(c => c == '{'), bib.Count(c => c == '}'));
        var ris = Ris.Write(entry).Split("\r\n");
        Assert.Equal(["TY  - ELEC", "ER  - "], [ris[0], ris[^2]]);
        Assert.Contains($"TI  - {Hostile} ER -", ris);
        Assert.All(ris[..^1], line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
    }

    [Theory]
    [InlineData("/agreements/CR-000001", "CreativeWork")]
    [InlineData("/agreements/CR-000007?lang=zh-Hans", "CreativeWork")]
    [InlineData("/cities/cn-datong", "City")]
    [InlineData("/partners/catl", "Corporation")]
    [InlineData("/projects/PR-000001", "Project")]
    [InlineData("/capacity/CS-000001", "Observation")]
    [InlineData("/sources/SR-000001", "NewsArticle")]
    public async Task Page_says_in_schema_orgs_terms_what_it_tells(string address, string type)
    {
        var data = await DataAsync(address);
        Assert.Equal(("https://schema.org", type), (data.GetProperty("@context").GetString(), data.GetProperty("@type").GetString()));
        Assert.Equal(new Uri(site.Client.BaseAddress!, address.Split('?')[0]).ToString(), data.GetProperty("@id").GetString());
        Assert.NotEmpty(data.GetProperty("name").GetString()!);
        var page = data.GetProperty("mainEntityOfPage");
        Assert.Equal(1, page.GetProperty("version").GetInt32());
        Assert.Contains("creativecommons", page.GetProperty("license").GetString()!, StringComparison.Ordinal);
        AssertNothingEmpty(data);
    }

    [Fact]
    public async Task Data_of_the_nouns_hold_what_makes_them_known_elsewhere()
    {
        var agreement = await DataAsync("/agreements/CR-000001");
        Assert.Equal(2, agreement.GetProperty("contributor").GetArrayLength());
        Assert.NotEmpty(agreement.GetProperty("mainEntityOfPage").GetProperty("citation").EnumerateArray());
        // Day and month alone are no date that others could read.
        Assert.False(agreement.TryGetProperty("dateCreated", out _));
        var content = TestData.City("Twin town");
        content.Coordinates = new Coordinates { Latitude = 40.1m, Longitude = 113.3m };
        content.ExternalIds = [new ExternalId { Key = "e1", Scheme = ExternalIdScheme.Wikidata, Value = "Q239247" }];
        var city = await DataAsync($"/cities/{(await life.Office.PublishAsync(content)).Id}");
        Assert.Equal("GeoCoordinates", city.GetProperty("geo").GetProperty("@type").GetString());
        Assert.Contains(city.GetProperty("sameAs").EnumerateArray(), s => s.GetString()!.StartsWith("https://www.wikidata.org/wiki/Q", StringComparison.Ordinal));
        var home = (await DataAsync("/")).GetProperty("@graph");
        Assert.Equal(["WebSite", "Dataset"], home.EnumerateArray().Select(n => n.GetProperty("@type").GetString()));
        Assert.EndsWith("/agreements?q={search_term_string}", home[0].GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_record_does_not_end_the_block_of_data()
    {
        var address = $"/agreements/{(await life.Office.PublishAsync(Agreement(Hostile))).Id}";
        Assert.Equal(Hostile, (await DataAsync(address)).GetProperty("name").GetString());
        Assert.DoesNotContain("</script><b>", await site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token), StringComparison.Ordinal);
    }

    private static AgreementContent Agreement(string title) => TestData.Agreement(title, TestData.CityParty("p1", "cn-datong"));

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void AssertNothingEmpty(JsonElement data)
    {
        Assert.NotEqual(JsonValueKind.Null, data.ValueKind);
        if (data.ValueKind == JsonValueKind.String)
            Assert.NotEqual("", data.GetString());
        else if (data.ValueKind == JsonValueKind.Array)
            Assert.All(data.EnumerateArray(), AssertNothingEmpty);
        else if (data.ValueKind == JsonValueKind.Object)
            Assert.All(data.EnumerateObject(), p => AssertNothingEmpty(p.Value));
    }

    private async Task<JsonElement> DataAsync(string address) =>
        JsonDocument.Parse(Assert.Single((await site.PageAsync(address)).QuerySelectorAll("head script[type='application/ld+json']")).TextContent).RootElement;

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        return response.StatusCode;
    }
}

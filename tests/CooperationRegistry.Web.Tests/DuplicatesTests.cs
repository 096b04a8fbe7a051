using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

public sealed class DuplicatesTests(SampleSite site) : IClassFixture<SampleSite>, IAsyncLifetime
{
    private static readonly Source[] Sources = [new("Where water goes", "https://www.example.org/news/water/?utm_source=feed&id=7"), new("Where wind blows", "https://example.org/news/wind")];

    public static TheoryData<string, string?, LikenessReason> Cities { get; } = new()
    {
        { "Datong", "cn-datong", LikenessReason.SameName },
        { "datong city", "cn-datong", LikenessReason.SameName },
        { "大同市", "cn-datong", LikenessReason.SameName },
        { "Dongyin", "cn-dongying", LikenessReason.LikeName },
        { "KOBENHAVN", "dk-copenhagen", LikenessReason.SameName },
        { "哥本哈根", "dk-copenhagen", LikenessReason.SameName },
        { "Wuhan", null, default },
        { "武汉", null, default },
    };

    public static TheoryData<string, string?, LikenessReason> Partners { get; } = new()
    {
        { "catl", "catl", LikenessReason.SameName },
        { "宁德时代", "catl", LikenessReason.SameName },
        { "Tsingua Universty", "tsinghua-university", LikenessReason.LikeName },
        { "China Baowu Steel Group", "china-baowu", LikenessReason.LikeName },
        { "German Energy-Agency!", "german-energy-agency", LikenessReason.SameName },
        { "Danish Wind Works", null, default },
    };

    public static TheoryData<string> Hostile { get; } =
        ["'; DROP TABLE cities; --", "%", "_", @"\", @"\\'", "\0", "a\0b", "\uD800", "a\uDC00", "\"", "{}", "$1", "[[", "%%%%%%%%", new string('x', 10_240), string.Concat(Enumerable.Repeat("大同 ", 3_000)), "", "   ", "🌱"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Duplicates Duplicates => site.Services.GetRequiredService<Duplicates>();

    private RecordSuggestions Suggestions => site.Services.GetRequiredService<RecordSuggestions>();

    public async ValueTask InitializeAsync()
    {
        var source = TestData.Source(Sources[0].Title);
        source.Url = Sources[0].Url;
        var agreement = TestData.Agreement("Pumps for the waterworks", TestData.CityParty("p1", "cn-shenzhen"), TestData.PartnerParty("p2", "china-baowu"));
        agreement.Events[0].Date = new EdtfDate("2019-03-01");
        agreement.Citations = [new Citation { Key = "ci1", Source = "SR-000090", Supports = ["title"] }];
        await site.LoadAsync(TestData.Line("SR-000090", source), TestData.Line("CR-000090", agreement));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Cities))]
    public async Task City_is_found_by_any_name_however_it_is_written(string name, string? id, LikenessReason reason) =>
        AssertFirst(id, reason, await Duplicates.FindAsync(TestData.City(name), null, Token));

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Partner_is_found_by_any_name_however_it_is_written(string name, string? id, LikenessReason reason) =>
        AssertFirst(id, reason, await Duplicates.FindAsync(TestData.Partner(name), null, Token));

    [Fact]
    public async Task Partner_with_the_same_external_id_is_found_whatever_its_name()
    {
        var partner = TestData.Partner("Qinghua Daxue");
        partner.ExternalIds = [new ExternalId { Key = "x1", Scheme = ExternalIdScheme.Wikidata, Value = "Q16955" }];
        AssertFirst("tsinghua-university", LikenessReason.SameExternalId, await Duplicates.FindAsync(partner, null, Token));
    }

    [Fact]
    public async Task Name_in_the_same_country_comes_before_the_same_name_elsewhere()
    {
        await site.LoadAsync(TestData.Line("de-altona", TestData.City("Altona", "DE")), TestData.Line("us-altona", TestData.City("Altona", "US")));

        Assert.Equal(["us-altona", "de-altona"], (await Duplicates.FindAsync(TestData.City("Altona", "US"), null, Token)).Select(l => l.Id));
        Assert.Equal("de-altona", (await Duplicates.FindAsync(TestData.City("Altona", "DE"), null, Token))[0].Id);
    }

    [Fact]
    public async Task Record_is_not_like_itself() =>
        Assert.DoesNotContain(await Duplicates.FindAsync(TestData.City("Datong"), "cn-datong", Token), l => l.Id == "cn-datong");

    [Theory]
    [InlineData("2019-04-20", true)]
    [InlineData("2019-02", true)]
    [InlineData("XXXX-10-19", true)]
    [InlineData(null, true)]
    [InlineData("2019-05-01", false)]
    [InlineData("2025", false)]
    public async Task Agreement_of_the_same_parties_is_found_within_sixty_days(string? date, bool isFound)
    {
        var agreement = TestData.Agreement("Quite another heading", TestData.PartnerParty("p1", "china-baowu"), TestData.CityParty("p2", "cn-shenzhen"), TestData.PartnerParty("p3", "catl"));
        agreement.Events = [TestData.Event("e1", EventKind.Signed, date)];
        var found = await Duplicates.FindAsync(agreement, null, Token);
        Assert.Equal(isFound, found.Any(l => l is { Id: "CR-000090", Reason: LikenessReason.SameParties }));
    }

    [Theory]
    [InlineData("Memorandum of understanding for strategic cooperation, Datong and German Energy Agency", "en", "CR-000001")]
    [InlineData("大同市与德国能源署谅解备忘录", "zh-Hans", "CR-000001")]
    [InlineData("Sister city tie of Beijing and Copenhagen", "en", "CR-000005")]
    [InlineData("Cooperation of Datong on hydrogen buses", "en", null)]
    [InlineData("长治市与清华大学的氢能合作协议书", "zh-Hans", null)]
    public async Task Agreement_of_a_like_title_is_found_in_any_language(string title, string language, string? id)
    {
        var agreement = TestData.Agreement("x");
        agreement.Title = new LocalizedText(language, title);
        AssertFirst(id, LikenessReason.LikeTitle, await Duplicates.FindAsync(agreement, null, Token));
    }

    [Fact]
    public async Task Agreement_of_other_parties_under_a_usual_title_is_no_duplicate()
    {
        var agreement = TestData.Agreement("Strategic cooperation agreement between Dongying and CATL on a zero-carbon city and industrial park", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "china-baowu"));
        Assert.Empty(await Duplicates.FindAsync(agreement, null, Token));
    }

    [Theory]
    [InlineData("SR-000090", null)]
    [InlineData("~1", "http://example.org/news/water?id=7&utm_medium=mail")]
    public async Task Agreement_that_cites_the_same_address_is_found(string source, string? url)
    {
        var draft = new Draft { Kind = RecordKind.Agreement, Content = TestData.Agreement("Quite another heading") };
        ((AgreementContent)draft.Content).Citations = [new Citation { Key = "ci1", Source = source, Supports = ["title"] }];
        if (url is not null)
            draft.Companions.Add(new Companion { Id = source, Content = new SourceContent { Url = url } });
        AssertFirst("CR-000090", LikenessReason.SameSource, await Duplicates.FindAsync(draft, Token));
    }

    [Theory]
    [InlineData("Another title", null, "HTTP://WWW.example.org/news/water?id=7#top", "SR-000090", LikenessReason.SameAddress)]
    [InlineData("Where the water goes", "A newspaper", null, "SR-000090", LikenessReason.LikeTitle)]
    [InlineData("Where the water goes", "Another newspaper", null, null, default(LikenessReason))]
    [InlineData("Another title", null, "https://example.org/news/water?id=8", null, default(LikenessReason))]
    public async Task Source_is_found_by_its_address_or_by_title_and_publisher(string title, string? publisher, string? url, string? id, LikenessReason reason) =>
        AssertFirst(id, reason, await Duplicates.FindAsync(new SourceContent { Title = LocalizedText.En(title), Publisher = publisher, Url = url }, null, Token));

    [Theory]
    [InlineData("cn-kenli", "PR-000005")]
    [InlineData("cn-datong", null)]
    public async Task Project_of_a_like_title_is_found_in_the_same_city(string city, string? id) =>
        AssertFirst(id, LikenessReason.LikeTitle, await Duplicates.FindAsync(new ProjectContent { Title = LocalizedText.En("Green base for manufacturing lithium batteries, Kenli"), City = city }, null, Token));

    [Fact]
    public async Task Figure_of_the_same_city_metric_and_day_is_found()
    {
        await using var db = await site.OpenAsync();
        var stat = ContentJson.Copy((CapacityStatContent)(await db.FindRecordAsync(RecordKind.CapacityStat, "CS-000001", Token))!.Body);
        AssertFirst("CS-000001", LikenessReason.SameFigure, await Duplicates.FindAsync(stat, null, Token));

        stat.AsOf = new EdtfDate("1999");
        Assert.Empty(await Duplicates.FindAsync(stat, null, Token));
    }

    [Fact]
    public async Task New_record_that_waits_for_review_is_found_with_its_proposal_until_it_is_over()
    {
        var office = await Office.OpenAsync(site);
        var companion = new Companion { Id = "~1", Content = TestData.Partner("Northern Lights Heat Pumps") };
        var draft = await office.SubmitAsync(TestData.Agreement("Heat from the sea", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "~1")), companion);

        var partner = Assert.Single(await Duplicates.FindAsync(TestData.Partner("Northern Light Heat Pumps"), null, Token));
        Assert.Equal((null, draft.Id, LikenessReason.LikeName), (partner.Id, partner.Proposal, partner.Reason));
        Assert.Contains(await Duplicates.FindAsync(TestData.Agreement("Heat from the Sea"), null, Token), l => l.Proposal == draft.Id);
        Assert.DoesNotContain(await Duplicates.FindAsync(draft, Token), l => l.Proposal == draft.Id);

        await office.Proposals.WithdrawAsync(draft.Id, office.Editor, Token);
        Assert.Empty(await Duplicates.FindAsync(TestData.Partner("Northern Light Heat Pumps"), null, Token));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Nothing_typed_breaks_it(string typed)
    {
        RecordContent[] contents =
        [
            TestData.City(typed), TestData.Partner(typed), TestData.Project(typed), TestData.Agreement(typed, TestData.CityParty("p1", typed), TestData.PartnerParty("p2", typed), TestData.PartnerParty("p3", "catl")),
            new SourceContent { Title = LocalizedText.En(typed), Publisher = typed, Url = typed }, new CapacityStatContent { City = typed },
            new PartnerContent { ExternalIds = [new ExternalId { Key = "x1", Value = typed }] },
        ];
        ((AgreementContent)contents[3]).Citations = [new Citation { Source = typed }];
        foreach (var content in contents)
            await Duplicates.FindAsync(content, typed, Token);
        await Suggestions.FindAsync(typed, Enum.GetValues<RecordKind>(), 8, Token);
    }

    [Theory]
    [InlineData("CR-000006", RecordKind.Agreement, "CR-000006")]
    [InlineData("cr-000006 ", RecordKind.Agreement, "CR-000006")]
    [InlineData("零碳产业园战略", RecordKind.Agreement, "CR-000006")]
    [InlineData("industrial park", RecordKind.Agreement, "CR-000006")]
    [InlineData("datong international", RecordKind.Project, "PR-000001")]
    [InlineData("ningde shidai", RecordKind.Partner, null)]
    [InlineData("宁德", RecordKind.Partner, "catl")]
    [InlineData("Amprex", RecordKind.Partner, "catl")]
    [InlineData("german-energy-agency", RecordKind.Partner, "german-energy-agency")]
    [InlineData("Dongyin", RecordKind.City, "cn-dongying")]
    [InlineData("Dongyng", RecordKind.City, "cn-dongying")]
    [InlineData("大同市", RecordKind.City, "cn-datong")]
    [InlineData("copenhagn", RecordKind.City, "dk-copenhagen")]
    [InlineData("http://www.example.org/news/water/?id=7", RecordKind.Source, "SR-000090")]
    [InlineData("Xinhua", RecordKind.Source, "SR-000003")]
    [InlineData("%", RecordKind.City, null)]
    public async Task Record_is_suggested_by_name_misspelt_name_id_and_address(string typed, RecordKind kind, string? id) =>
        Assert.Equal(id, (await Suggestions.FindAsync(typed, [kind], 8, Token)).Select(s => s.Id).FirstOrDefault());

    [Fact]
    public async Task Exact_names_come_before_misspelt_ones()
    {
        await site.LoadAsync(TestData.Line("cn-qingyan", TestData.City("Qingyan")), TestData.Line("cn-qingyang", TestData.City("Qingyang")));
        Assert.Equal(["cn-qingyan", "cn-qingyang"], (await Suggestions.FindAsync("Qingyan", [RecordKind.City], 8, Token)).Take(2).Select(s => s.Id));
    }

    private static void AssertFirst(string? id, LikenessReason reason, IReadOnlyList<Likeness> found)
    {
        if (id is null)
            Assert.Empty(found);
        else
            Assert.Equal((id, reason), found.Select(l => (l.Id, l.Reason)).FirstOrDefault());
    }

    private sealed record Source(string Title, string Url);
}

using System.Collections;
using System.Text.Json;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Tests;

namespace CooperationRegistry.Domain.Tests;

/// <summary>The sample registry holds every fact of its items, each with its source. The pages' half stands with the tests of the web.</summary>
public class SampleTests
{
    private static readonly Dictionary<string, RecordContent> Contents =
        SampleFacts.Records.ToDictionary(line => line.Id, line => ContentJson.Read(line.Record, line.Content.GetRawText()), StringComparer.Ordinal);

    // Lists whose items are facts of the source, whoever the record is about.
    private static readonly string[] FactLists =
        ["parties", "signatures", "events", "commitments", "amounts", "quantities", "relations", "figures", "states", "capacities", "investments", "organisations", "agreements"];

    private static readonly string[] FactFields =
        ["instrumentAsPrinted", "summary", "about", "sectors", "signingEvent", "term", "parentCity", "parentPartner", "seat", "place", "count", "jobs", "asOf", "metric", "quantity", "share", "note"];

    public static TheoryData<string> Ids => new(SampleFacts.Records.Select(line => line.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Record_checks_clean(string id)
    {
        Assert.Empty(ContentRules.Check(Contents[id]));
        Assert.True(RecordId.IsWellFormed(Contents[id].Record, id));
        if (Contents[id] is CityContent city)
            Assert.StartsWith(city.Country, id, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void References_resolve(string id)
    {
        var loose = Contents[id].References().Where(r => !Contents.TryGetValue(r.Id, out var named) || named.Record != r.Kind);

        Assert.Empty(loose);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Facts_of_the_record_are_cited(string id)
    {
        if (Contents[id] is not CitedContent content)
            return;
        var cited = content.Citations.SelectMany(c => c.Supports).ToHashSet(StringComparer.Ordinal);
        var bare = FactsOf(content).Where(path => !WithParents(path).Any(cited.Contains));

        Assert.Empty(bare);
        Assert.NotEmpty(cited);
    }

    [Fact]
    public void Every_fact_is_told_or_excused()
    {
        var told = SampleFacts.Facts.Select(f => (f.Item, f.Index)).ToHashSet();
        var excused = SampleFacts.Excused.Where(e => e.Whole).Select(e => (e.Item, e.Index)).ToHashSet();
        var all = SampleFacts.Items.SelectMany(item => item.Facts.Select((_, index) => (item.Id, index))).ToList();

        Assert.Equal(102, all.Count);
        Assert.DoesNotContain(all, fact => !told.Contains(fact) && !excused.Contains(fact));
        Assert.DoesNotContain(told, fact => !all.Contains(fact) || excused.Contains(fact));
        Assert.DoesNotContain(SampleFacts.Excused, e => !all.Contains((e.Item, e.Index)) || e.Reason.Length == 0);
        Assert.InRange(SampleFacts.Excused.Count, 0, 12);
    }

    [Fact]
    public void Every_fact_stands_where_it_is_said_to()
    {
        var written = Contents.ToDictionary(c => c.Key, c => JsonSerializer.Deserialize<JsonElement>(ContentJson.Write(c.Value)), StringComparer.Ordinal);

        Assert.DoesNotContain(SampleFacts.Facts, f => Contents[f.Id].Record != f.Record || !f.IsHeldBy(written[f.Id]));
        Assert.DoesNotContain(SampleFacts.Facts, f => f.Shows.Trim().Length == 0 || !f.Page.StartsWith('/'));
    }

    [Theory]
    [InlineData("CR-000001", AgreementStatus.Signed)]
    [InlineData("CR-000002", AgreementStatus.Mentioned)]
    [InlineData("CR-000003", AgreementStatus.Sought)]
    [InlineData("CR-000004", AgreementStatus.Announced)]
    [InlineData("CR-000005", AgreementStatus.InForce)]
    [InlineData("CR-000006", AgreementStatus.Signed)]
    [InlineData("CR-000007", AgreementStatus.Signed)]
    [InlineData("CR-000008", AgreementStatus.Signed)]
    public void Status_is_no_more_than_the_source_says(string id, AgreementStatus expected) =>
        Assert.Equal(new StatusReading(expected, expected == AgreementStatus.Mentioned ? null : "e1", null), ((AgreementContent)Contents[id]).StatusOn(new DateOnly(2026, 11, 22)));

    [Fact]
    public void Agreements_and_projects_have_a_chinese_title()
    {
        var titles = Contents.Values.Select(c => (c as AgreementContent)?.Title ?? (c as ProjectContent)?.Title).OfType<LocalizedText>();

        Assert.All(titles, title => Assert.Equal(["en", "zh-Hans"], title.Keys));
    }

    [Fact]
    public void Agreements_of_one_event_name_each_other()
    {
        var ties = from record in Contents
                   where record.Value is AgreementContent
                   from relation in ((AgreementContent)record.Value).Relations
                   where relation.Kind == RelationKind.SameEvent
                   select (From: record.Key, To: relation.Agreement);

        Assert.Equal([("CR-000007", "CR-000008"), ("CR-000008", "CR-000007")], ties);
        Assert.Equal(Signing("CR-000007"), Signing("CR-000008"));

        static string Signing(string id) => JsonSerializer.Serialize(((AgreementContent)Contents[id]).SigningEvent, ContentJson.Options);
    }

    private static IEnumerable<string> FactsOf(CitedContent content) =>
        ContentGraph.PropertiesOf(content.GetType()).SelectMany(property =>
            property.Get(content) switch
            {
                IList items when FactLists.Contains(property.Name) => items.Cast<IKeyed>().Select(item => $"{property.Name}/{item.Key}"),
                IList { Count: 0 } or null => [],
                _ when FactFields.Contains(property.Name) => [property.Name],
                _ => [],
            });

    private static IEnumerable<string> WithParents(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
            yield return path[..end];
    }
}

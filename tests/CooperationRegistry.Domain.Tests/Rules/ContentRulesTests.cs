using System.Globalization;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using static CooperationRegistry.Domain.Tests.Contents;

namespace CooperationRegistry.Domain.Tests.Rules;

public class ContentRulesTests
{
    // What needs more than one content to see: whether ids exist, stand twice or run in a circle; what the reader of JSON says; what a draft
    // keeps beside its content; and what is in a file.
    private static readonly Rule[] SeenByOthers =
    [
        Rule.NotJson, Rule.NotRead, Rule.WrongType, Rule.UnknownProperty, Rule.UnknownRecord, Rule.RecordTwice, Rule.ReferenceLoop, Rule.RefersToItself, Rule.UnboundedDate, Rule.CityElsewhere,
        Rule.RecordMerged, Rule.MergeWithItself, Rule.MergeAcrossCountries, Rule.MergeOfRelated, Rule.RecordWithdrawn, Rule.StillNamed,
        Rule.AttachmentEmpty, Rule.AttachmentTooLarge, Rule.AttachmentType, Rule.UnknownAttachment, Rule.AttachmentDiffers,
    ];

    private static readonly string Megabyte = new('x', 1 << 20);

    private static readonly List<(Rule Rule, string Path, string? Value, RecordContent Content)> Wrong =
    [
        (Rule.Required, "title", null, Agreement(a => a.Title = [])),
        (Rule.Required, "title/en", null, Agreement(a => a.Title = LocalizedText.En(" "))),
        (Rule.Required, "parties", null, Agreement(a => a.Parties = [])),
        (Rule.Required, "parties//key", null, Agreement(a => a.Parties.Add(new() { City = "cn-changzhi" }))),
        (Rule.Required, "parties", null, Agreement(a => a.Parties.Add(null!))),
        (Rule.Required, "citations", null, Agreement(a => a.Citations.Add(null!))),
        (Rule.Required, "citations/c1/source", null, Agreement(a => a.Citations[0].Source = "  ")),
        (Rule.Required, "citations/c1/supports", null, Agreement(a => a.Citations[0].Supports = [])),
        (Rule.Required, "country", null, City(c => c.Country = "")),
        (Rule.Required, "country", null, Partner(p => p.Country = null)),
        (Rule.Required, "quantity", null, CapacityStat(c => c.Quantity = null)),
        (Rule.TooLong, "title/en", new string('x', 80) + "…", Agreement(a => a.Title = LocalizedText.En(Megabyte))),
        (Rule.TooLong, "citations/c1/locator", new string(' ', 80) + "…", Agreement(a => a.Citations[0].Locator = new string(' ', 1 << 20))),
        (Rule.TooMany, "commitments", null, Agreement(a => a.Commitments = [.. Enumerable.Range(1, 2001).Select(i => new Commitment { Key = $"c{i}", Text = LocalizedText.En("x") })])),
        (Rule.OutOfRange, "coordinates/latitude", "90.1", City(c => c.Coordinates = new() { Latitude = 90.1m, Longitude = 113.3m })),
        (Rule.OutOfRange, "term/months", "0", Agreement(a => a.Term = new() { Months = 0 })),
        (Rule.OutOfRange, "quantity/amount", "-1", CapacityStat(c => c.Quantity = Power with { Amount = -1 })),
        (Rule.WrongPattern, "attachment/sha256", "ABC", Source(s => s.Attachment = File("text/plain", "ABC"))),
        (Rule.WrongPattern, "attachment/mediaType", "text/plain\n", Source(s => s.Attachment = File("text/plain\n", new string('0', 64)))),
        (Rule.ControlCharacter, "title/en", "a\0b", Agreement(a => a.Title = LocalizedText.En("a\0b"))),
        (Rule.ControlCharacter, "instrumentAsPrinted", "a\u001bb", Agreement(a => a.InstrumentAsPrinted = "a\u001bb")),
        (Rule.UnknownValue, "kind", "99", Agreement(a => a.Kind = (AgreementKind)99)),
        (Rule.UnreadableDate, "events/e1/date", "2025-13-40", Agreement(a => a.Events[0].Date = new EdtfDate("2025-13-40"))),
        (Rule.UnreadableDate, "published", "yesterday", Source(s => s.Published = new EdtfDate("yesterday"))),
        (Rule.UnknownCode, "country", "XX", City(c => c.Country = "XX")),
        (Rule.UnknownCode, "country", "", Partner(p => p.Country = "")),
        (Rule.UnknownCode, "sectors", "magic", Agreement(a => a.Sectors = ["magic"])),
        (Rule.UnknownCode, "investments/i1/money/currency", "YUAN", Project(p => p.Investments = [Investment(m => m with { Currency = "YUAN" })])),
        (Rule.UnknownLanguage, "names/n1/language", "english", City(c => c.Names[0].Language = "english")),
        (Rule.UnknownLanguage, "title", "qq", Agreement(a => a.Title = new LocalizedText("qq", "x"))),
        (Rule.NotAnAddress, "url", "javascript:alert(1)", Source(s => s.Url = "javascript:alert(1)")),
        (Rule.NotAnAddress, "website", "https://user:word@catl.com", Partner(p => p.Website = "https://user:word@catl.com")),
        (Rule.MalformedId, "parties/p1/city", "Datong", Agreement(a => a.Parties[0].City = "Datong")),
        (Rule.MalformedId, "parties/p1/onBehalfOfCity", " ", Agreement(a => a.Parties[0].OnBehalfOfCity = " ")),
        (Rule.MalformedId, "parentCity", "", City(c => c.ParentCity = "")),
        (Rule.MalformedId, "citations/c1/source", "CR-000001", Agreement(a => a.Citations[0].Source = "CR-000001")),
        (Rule.MalformedId, "citations/c1/source", "~1", Agreement(a => a.Citations[0].Source = "~1")),
        (Rule.MalformedKey, "parties/P 1/key", "P 1", Agreement(a => a.Parties.Add(new() { Key = "P 1", City = "cn-changzhi" }))),
        (Rule.KeyTwice, "parties/p1", "p1", Agreement(a => a.Parties[1].Key = "p1")),
        (Rule.UnknownKey, "signatures/s1/parties", "p9", Agreement(a => a.Signatures = [new() { Key = "s1", Parties = ["p1", "p9"] }])),
        (Rule.UnknownKey, "events/e1/present/pr1/party", "p9", Agreement(a => a.Events[0].Present = [new() { Key = "pr1", Party = "p9" }])),
        (Rule.UnknownPath, "citations/c1/supports", "parties/p9", Agreement(a => a.Citations[0].Supports = ["parties/p9"])),
        (Rule.UnknownPath, "disputes/d1/path", "titel", Agreement(a => a.Disputes = [new() { Key = "d1", Path = "titel", Reason = LocalizedText.En("x") }])),
        (Rule.OneOfCityAndPartner, "parties/p1", null, Agreement(a => a.Parties[0].Partner = "catl")),
        (Rule.OneOfCityAndPartner, "parties/p1", null, Agreement(a => a.Parties[0].City = null)),
        (Rule.OneOfCityAndPartner, "parties/p2/onBehalfOfPartner", "catl", Agreement(a => (a.Parties[1].OnBehalfOfCity, a.Parties[1].OnBehalfOfPartner) = ("cn-datong", "catl"))),
        (Rule.OneOfCityAndPartner, "organisations/o1", null, Project(p => p.Organisations = [new() { Key = "o1" }])),
        (Rule.OfficialNameMissing, "names", null, City(c => c.Names[0].Kind = CityNameKind.Former)),
        (Rule.RomanisedNameMissing, "names", null, City(c => c.Names[0].Text = "大同")),
        (Rule.RomanisedNameMissing, "names", null, Partner(p => p.Names[0].Text = "宁德时代")),
        (Rule.OfficialNameMissing, "names", null, Partner(p => p.Names[0].Kind = PartnerNameKind.Variant)),
        (Rule.SubdivisionElsewhere, "subdivision", "US-CA", City(c => c.Subdivision = "US-CA")),
        (Rule.SubdivisionElsewhere, "subdivision", "US-CA", Partner(p => p.Subdivision = "US-CA")),
        (Rule.ValueMissing, "figures/f1/quantity", null, City(c => c.Figures = [new() { Key = "f1", Indicator = LocalizedText.En("x") }])),
        (Rule.ValueMissing, "share/percent", null, CapacityStat(c => c.Share = new())),
        (Rule.ValueMissing, "term/months", null, Agreement(a => a.Term = new())),
        (Rule.ValueMissing, "commitments/c1/baseline/quantity", null, Agreement(a => a.Commitments = [new() { Key = "c1", Text = LocalizedText.En("x"), Baseline = new() }])),
        (Rule.WrongDimension, "quantity", "gigawattHour", CapacityStat(c => c.Quantity = Energy)),
        (Rule.WrongDimension, "share/whole", "gigawattHour", CapacityStat(c => c.Share = new() { Whole = Energy })),
        (Rule.WrongDimension, "jobs", "gigawattHour", Project(p => p.Jobs = Energy)),
        (Rule.WrongDimension, "count", "gigawattHour", Project(p => p.Count = Energy)),
        (Rule.RangeNeedsUpper, "quantity/upperAmount", null, CapacityStat(c => c.Quantity = Power with { Qualifier = Qualifier.Range })),
        (Rule.UpperWithoutRange, "quantity/upperAmount", "9", CapacityStat(c => c.Quantity = Power with { UpperAmount = 9 })),
        (Rule.UpperBelow, "quantity/upperAmount", "8.42", CapacityStat(c => c.Quantity = Power with { UpperAmount = 8.42m, Qualifier = Qualifier.Range })),
        (Rule.SecondCurrencyIncomplete, "investments/i1/money/secondAmount", null, Project(p => p.Investments = [Investment(m => m with { SecondAmount = 1 })])),
        (Rule.SecondCurrencyIncomplete, "investments/i1/money/secondAmount", null, Project(p => p.Investments = [Investment(m => m with { PrintedRate = 1 })])),
        (Rule.MalformedExternalId, "externalIds/x1/value", "239247", City(c => c.ExternalIds = [new() { Key = "x1", Scheme = ExternalIdScheme.Wikidata, Value = "239247" }])),
        (Rule.StandingEventMissing, "events", null, Agreement(a => a.Events[0].Kind = EventKind.Visit)),
        (Rule.StandingEventMissing, "events", null, Agreement(a => a.Events[0].Kind = EventKind.Cooperation)),
        (Rule.PartyTwice, "parties/p3", "catl", Agreement(a => a.Parties.Add(new() { Key = "p3", Partner = "catl" }))),
        (Rule.SigningDatesDiffer, "signingEvent/date", "2025", Agreement(a => a.SigningEvent = new() { Date = new EdtfDate("2025") })),
        (Rule.StatementEmpty, "events/e2/note", null, Agreement(a => a.Events.Add(new() { Key = "e2", Kind = EventKind.Statement }))),
        (Rule.OnlyForStatements, "events/e1/statement", "claim", Agreement(a => a.Events[0].Statement = StatementKind.Claim)),
        (Rule.BoundsReversed, "events/e1/notAfter", "2015", Agreement(a => (a.Events[0].NotBefore, a.Events[0].NotAfter) = (new EdtfDate("2016"), new EdtfDate("2015")))),
        (Rule.PresenceUnnamed, "events/e1/present/pr1/person", null, Agreement(a => a.Events[0].Present = [new() { Key = "pr1", Title = LocalizedText.En("Mayor") }])),
        (Rule.PlaceMissing, "city", null, Project(p => p.City = null)),
        (Rule.TechnologyAndMetric, "technology", "wind", CapacityStat(c => c.Technology = "wind")),
        (Rule.TechnologyAndMetric, "technology", "", CapacityStat(c => c.Metric = CapacityMetric.Technology)),
        (Rule.SourceUntraceable, "publisher", null, Source(s => s.Publisher = null)),
        (Rule.SaysNeedsOnePath, "citations/c1/says", "2016", Agreement(a => (a.Citations[0].Says, a.Citations[0].Supports) = ("2016", ["title", "kind"]))),
        (Rule.DisputeTwice, "disputes/d2/path", "kind", Agreement(a => a.Disputes = [Dispute("d1"), Dispute("d2")])),
    ];

    public static TheoryData<int> Cases => new(Enumerable.Range(0, Wrong.Count));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Content_is_refused_with_field_value_and_mend(int number)
    {
        var (rule, path, value, content) = Wrong[number];

        var problem = Assert.Single(ContentRules.Check(content));

        Assert.Equal((rule, path, value), (problem.Rule, problem.Path, problem.Value));
        Assert.DoesNotMatch(@"\{\d\}", problem.Sentence(CultureInfo.InvariantCulture) + problem.Mend(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_rule_of_a_content_is_raised() =>
        // Those from SigningMissing on are of files, whose cases have tables of their own.
        Assert.Empty(Enum.GetValues<Rule>().Where(rule => rule < Rule.SigningMissing).Except(SeenByOthers).Except(Wrong.Select(w => w.Rule)));

    [Fact]
    public void Content_without_fault_passes()
    {
        RecordContent[] contents = [Agreement(), City(), Partner(), Project(), CapacityStat(), Source()];

        Assert.All(contents, content => Assert.Empty(ContentRules.Check(content)));
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var problems = ContentRules.Check(Agreement(a =>
        {
            a.Title = [];
            a.Parties[1].Key = "p1";
            a.Events[0].Date = new EdtfDate("2025-13-40");
        }));

        Assert.Equal([Rule.Required, Rule.KeyTwice, Rule.UnreadableDate], problems.Select(p => p.Rule));
    }

    [Fact]
    public void Records_made_on_the_way_may_be_named_in_a_proposal_only()
    {
        var content = Agreement(a => a.Parties[1].Partner = "~1");

        Assert.Empty(ContentRules.Check(content, temporaryIds: true));
        Assert.Equal("parties/p2/partner", Assert.Single(ContentRules.Check(content)).Path);
    }

    private static Attachment File(string mediaType, string sha256) => new() { Key = "a1", FileName = "mou.txt", MediaType = mediaType, Sha256 = sha256 };

    private static ProjectInvestment Investment(Func<Money, Money> change) => new() { Key = "i1", Money = change(new() { Amount = 1, Currency = "CNY" }) };

    private static Dispute Dispute(string key) => new() { Key = key, Path = "kind", Reason = LocalizedText.En("x") };
}

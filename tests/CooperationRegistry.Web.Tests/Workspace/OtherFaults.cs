using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using static CooperationRegistry.Web.Tests.Workspace.FormFault;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>What can be wrong in the forms of cities, partners, projects, figures of capacity and sources.</summary>
internal static class OtherFaults
{
    public static IEnumerable<FormFault> All => [.. Cities, .. Partners, .. Projects, .. Stats, .. Sources];

    private static IEnumerable<FormFault> Cities =>
    [
        City("city without a name", Rule.Required, "names", c => (c.Names, c.Citations[0].Supports) = ([], ["kind"])),
        City("city with an empty name", Rule.Required, "names/n1/text", c => c.Names[0].Text = "") with { Along = [Rule.RomanisedNameMissing] },
        City("name of a city too long", Rule.TooLong, "names/n1/text", c => c.Names[0].Text = new string('x', 201)),
        City("name in no language", Rule.UnknownLanguage, "names/n1/language", c => c.Names[0].Language = "xx-nonsense"),
        City("name without a language", Rule.Required, "names/n1/language", c => c.Names[0].Language = ""),
        City("name from a day that cannot be read", Rule.UnreadableDate, "names/n1/from", c => c.Names[0].From = new EdtfDate("long ago")),
        City("no official name of a city", Rule.OfficialNameMissing, "names", c => c.Names[0].Kind = CityNameKind.Variant),
        City("no name of a city in Latin letters", Rule.RomanisedNameMissing, "names", c => c.Names[0].Text = "大同"),
        City("city without a country", Rule.Required, "country", c => c.Country = ""),
        City("city in a country that the list does not have", Rule.UnknownCode, "country", c => c.Country = "XX"),
        City("city moved to another country", Rule.CityElsewhere, "country", c => c.Country = "DK") with { RecordId = "cn-datong" },
        City("region that the list does not have", Rule.UnknownCode, "subdivision", c => c.Subdivision = "DE-XX"),
        City("region of another country", Rule.SubdivisionElsewhere, "subdivision", c => c.Subdivision = "CN-SX"),
        City("part of a city that is no more", Rule.UnknownRecord, "parentCity", c => c.ParentCity = "de-nowhere"),
        City("part of itself", Rule.RefersToItself, "parentCity", c => c.ParentCity = "cn-datong") with { RecordId = "cn-datong" },
        City("part of its own part", Rule.ReferenceLoop, "parentCity", c => c.ParentCity = "cn-pingcheng") with { RecordId = "cn-datong" },
        Typed<CityContent>("parent city typed and not chosen", "parentCity", "Baden"),
        City("latitude beyond the pole", Rule.OutOfRange, "coordinates/latitude", c => c.Coordinates = new Coordinates { Latitude = 91, Longitude = 10 }),
        City("longitude beyond the globe", Rule.OutOfRange, "coordinates/longitude", c => c.Coordinates = new Coordinates { Latitude = 9, Longitude = 181 }),
        Typed<CityContent>("latitude without a longitude", "coordinates/latitude", "48.4"),
        City("identifier that the register does not give", Rule.MalformedExternalId, "externalIds/x1/value", c => c.ExternalIds = [new ExternalId { Key = "x1", Scheme = ExternalIdScheme.Wikidata, Value = "239247" }]),
        City("about with a control character", Rule.ControlCharacter, "about/en", c => c.About = LocalizedText.En("\u0004")),
        City("figure of nothing", Rule.Required, "figures/f1/indicator", c => c.Figures = [new CityFigure { Key = "f1", Quantity = Megawatts(5) }]),
        City("figure without a value", Rule.ValueMissing, "figures/f1/quantity", c => c.Figures = [new CityFigure { Key = "f1", Indicator = LocalizedText.En("Water lost") }]),
        City("figure's source too long", Rule.TooLong, "figures/f1/statedBy", c => c.Figures = [new CityFigure { Key = "f1", Indicator = LocalizedText.En("Water lost"), Quantity = Megawatts(5), StatedBy = new string('x', 501) }]),
        City("figure's date that cannot be read", Rule.UnreadableDate, "figures/f1/date", c => c.Figures = [new CityFigure { Key = "f1", Indicator = LocalizedText.En("Water lost"), Quantity = Megawatts(5), Date = new EdtfDate("?") }]),
        Typed<CityContent>("figure's sum not read", "figures/f1/money", "lots", c => c.Figures = [new CityFigure { Key = "f1", Indicator = LocalizedText.En("Water lost"), Quantity = Megawatts(5) }]),
    ];

    private static IEnumerable<FormFault> Partners =>
    [
        Partner("partner without a name", Rule.Required, "names", p => (p.Names, p.Citations[0].Supports) = ([], ["kind"])),
        Partner("partner with an empty name", Rule.Required, "names/n1/text", p => p.Names[0].Text = "") with { Along = [Rule.RomanisedNameMissing] },
        Partner("no official name of a partner", Rule.OfficialNameMissing, "names", p => p.Names[0].Kind = PartnerNameKind.Former),
        Partner("no name of a partner in Latin letters", Rule.RomanisedNameMissing, "names", p => p.Names[0].Text = "宁德时代"),
        Partner("name of a partner until a day that cannot be read", Rule.UnreadableDate, "names/n1/until", p => p.Names[0].Until = new EdtfDate("now")),
        Partner("company without a country", Rule.Required, "country", p => p.Country = null),
        Partner("partner in a country that the list does not have", Rule.UnknownCode, "country", p => p.Country = "XX"),
        Partner("partner's region of another country", Rule.SubdivisionElsewhere, "subdivision", p => p.Subdivision = "CN-SX"),
        Partner("seat that is no more", Rule.UnknownRecord, "seat", p => p.Seat = "de-nowhere"),
        Partner("part of a partner that is no more", Rule.UnknownRecord, "parentPartner", p => p.ParentPartner = "nobody"),
        Partner("partner that is a part of itself", Rule.RefersToItself, "parentPartner", p => p.ParentPartner = "catl") with { RecordId = "catl" },
        Partner("partner that is a part of its own part", Rule.ReferenceLoop, "parentPartner", p => p.ParentPartner = "catl-europe") with { RecordId = "catl" },
        Partner("website at no address", Rule.NotAnAddress, "website", p => p.Website = "swu.de"),
        Partner("succession of nobody", Rule.Required, "successions/u1/partner", p => p.Successions = [new Succession { Key = "u1", Date = new EdtfDate("2001") }]),
        Partner("succession of itself", Rule.RefersToItself, "successions/u1/partner", p => p.Successions = [new Succession { Key = "u1", Partner = "catl" }]) with { RecordId = "catl" },
        Partner("succession on a day that cannot be read", Rule.UnreadableDate, "successions/u1/date", p => p.Successions = [new Succession { Key = "u1", Partner = "catl", Date = new EdtfDate("then") }]),
        Partner("partner's identifier that the register does not give", Rule.MalformedExternalId, "externalIds/x1/value", p => p.ExternalIds = [new ExternalId { Key = "x1", Scheme = ExternalIdScheme.Lei, Value = "123" }]),
        Partner("about a partner in no language", Rule.UnknownLanguage, "about", p => p.About = new LocalizedText("xx-nonsense", "?")),
    ];

    private static IEnumerable<FormFault> Projects =>
    [
        Project("project without a title", Rule.Required, "title", p => p.Title = []),
        Project("project nowhere", Rule.PlaceMissing, "city", p => p.Place = null),
        Project("project in a city that is no more", Rule.UnknownRecord, "city", p => p.City = "de-nowhere"),
        Project("place too long", Rule.TooLong, "place/en", p => p.Place = LocalizedText.En(new string('x', 501))),
        Project("count of megawatts", Rule.WrongDimension, "count", p => p.Count = Megawatts(58)),
        Project("jobs of megawatts", Rule.WrongDimension, "jobs", p => p.Jobs = Megawatts(58)),
        Project("jobs from many to few", Rule.UpperBelow, "jobs/upperAmount", p => p.Jobs = new Quantity { Amount = 20, UpperAmount = 10, Unit = Unit.Job, Qualifier = Qualifier.Range }),
        Typed<ProjectContent>("jobs not read", "jobs", "hundreds"),
        Project("organisation of two records", Rule.OneOfCityAndPartner, "organisations/o1", p => p.Organisations = [new ProjectOrganisation { Key = "o1", City = "cn-datong", Partner = "catl" }]),
        Project("organisation that is no more", Rule.UnknownRecord, "organisations/o1/partner", p => p.Organisations = [new ProjectOrganisation { Key = "o1", Partner = "nobody" }]),
        Project("organisation of a malformed id", Rule.MalformedId, "organisations/o1/city", p => p.Organisations = [new ProjectOrganisation { Key = "o1", City = "Ulm" }]),
        Typed<ProjectContent>("organisation typed and not chosen", "organisations/o1/record", "Envision", p => p.Organisations = [new ProjectOrganisation { Key = "o1" }]),
        Project("agreement of a project that is no more", Rule.UnknownRecord, "agreements/a1/agreement", p => p.Agreements = [new ProjectAgreement { Key = "a1", Agreement = "CR-999999" }]),
        Project("state on a day that cannot be read", Rule.UnreadableDate, "states/t1/date", p => p.States = [new ProjectState { Key = "t1", Date = new EdtfDate("later") }]),
        Project("state not after a day that cannot be read", Rule.UnreadableDate, "states/t1/notAfter", p => p.States = [new ProjectState { Key = "t1", NotAfter = new EdtfDate("later") }]),
        Project("project's sector that the list does not have", Rule.UnknownCode, "sectors", p => p.Sectors = ["perpetual-motion"]),
        Project("capacity without a quantity", Rule.Required, "capacities/k1/quantity", p => p.Capacities = [new ProjectCapacity { Key = "k1", Label = LocalizedText.En("First stage") }]),
        Project("capacity below nothing", Rule.OutOfRange, "capacities/k1/quantity/amount", p => p.Capacities = [new ProjectCapacity { Key = "k1", Quantity = Megawatts(-1) }]),
        Project("investment without a sum", Rule.Required, "investments/i1/money", p => p.Investments = [new ProjectInvestment { Key = "i1", Date = new EdtfDate("2020") }]),
        Project("investment from much to little", Rule.UpperBelow, "investments/i1/money/upperAmount", p => p.Investments = [new ProjectInvestment { Key = "i1", Money = Yuan(5) with { UpperAmount = 4, Qualifier = Qualifier.Range } }]),
    ];

    private static IEnumerable<FormFault> Stats =>
    [
        Stat("figure of no city", Rule.Required, "city", s => s.City = ""),
        Stat("figure of a city that is no more", Rule.UnknownRecord, "city", s => s.City = "cn-nowhere"),
        Stat("figure without a quantity", Rule.Required, "quantity", s => s.Quantity = null),
        Stat("figure of jobs", Rule.WrongDimension, "quantity", s => s.Quantity = new Quantity { Amount = 5, Unit = Unit.Job }),
        Stat("figure below nothing", Rule.OutOfRange, "quantity/amount", s => s.Quantity = Megawatts(-5)),
        Typed<CapacityStatContent>("figure not read", "share/whole", "all of it"),
        Stat("technology not chosen", Rule.TechnologyAndMetric, "technology", s => s.Metric = CapacityMetric.Technology),
        Stat("technology of the total", Rule.TechnologyAndMetric, "technology", s => s.Technology = CodeLists.Technologies.All[0].Value),
        Stat("technology that the list does not have", Rule.UnknownCode, "technology", s => (s.Metric, s.Technology) = (CapacityMetric.Technology, "perpetual-motion")),
        Stat("as of a day that cannot be read", Rule.UnreadableDate, "asOf", s => s.AsOf = new EdtfDate("today")),
        Stat("not before a day that cannot be read", Rule.UnreadableDate, "notBefore", s => s.NotBefore = new EdtfDate("ever")),
        Stat("share beyond the whole", Rule.OutOfRange, "share/percent", s => s.Share = new ReportedShare { Percent = 101 }),
        Stat("share of nothing", Rule.ValueMissing, "share/percent", s => s.Share = new ReportedShare { AsPrinted = "a quarter" }),
        Typed<CapacityStatContent>("share of a word", "share/percent", "a quarter"),
        Stat("share of jobs", Rule.WrongDimension, "share/whole", s => s.Share = new ReportedShare { Whole = new Quantity { Amount = 5, Unit = Unit.Job } }),
        Stat("whole below nothing", Rule.OutOfRange, "share/whole/amount", s => s.Share = new ReportedShare { Whole = Megawatts(-5) }),
        Stat("printed share too long", Rule.TooLong, "share/asPrinted", s => s.Share = new ReportedShare { Percent = 5, AsPrinted = new string('x', 201) }),
        Stat("note of a figure of blanks", Rule.Required, "note/en", s => s.Note = LocalizedText.En(" ")),
    ];

    private static IEnumerable<FormFault> Sources =>
    [
        Source("source without a title", Rule.Required, "title", s => s.Title = []),
        Source("source without a title in Chinese", Rule.Required, "title", s => (s.Title, s.Language) = ([], "zh-Hans")),
        Source("title of a source too long", Rule.TooLong, "title/zh-Hans", s => (s.Title, s.Language) = (new LocalizedText("zh-Hans", new string('大', 501)), "zh-Hans")),
        Source("source that cannot be found", Rule.SourceUntraceable, "publisher", s => s.Publisher = null),
        Source("source at no address", Rule.NotAnAddress, "url", s => s.Url = "ftp://example.org/"),
        Source("source of no day", Rule.UnreadableDate, "published", s => s.Published = new EdtfDate("yesterday")),
        Source("printed time too long", Rule.TooLong, "publishedAsPrinted", s => s.PublishedAsPrinted = new string('x', 201)),
        Source("source in no language", Rule.UnknownLanguage, "language", s => s.Language = "xx-nonsense"),
        Source("note of a source with a control character", Rule.ControlCharacter, "note/en", s => s.Note = LocalizedText.En("\u0005")),
        Source("file of a source of a name too long", Rule.TooLong, "attachment/fileName", s => s.Attachment = Scan(f => f.FileName = new string('x', 256))),
        Source("file of a source that is not kept", Rule.UnknownAttachment, "attachment/sha256", s => s.Attachment = Scan(f => f.Sha256 = new string('a', 64))),
    ];
}

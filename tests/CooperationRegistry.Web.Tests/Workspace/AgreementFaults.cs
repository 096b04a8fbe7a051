using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using static CooperationRegistry.Web.Tests.Workspace.FormFault;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>What can be wrong in the form of an agreement, in its order, and in records and sources made on the way.</summary>
internal static class AgreementFaults
{
    public static IEnumerable<FormFault> All => [.. What, .. Who, .. When, .. WhatFor, .. Figures, .. Links, .. Sources, .. MadeOnTheWay];

    private static IEnumerable<FormFault> What =>
    [
        Agreement("title missing", Rule.Required, "title", a => a.Title = []),
        Agreement("title of blanks", Rule.Required, "title/zh-Hans", a => a.Title["zh-Hans"] = "  "),
        Agreement("title too long", Rule.TooLong, "title/en", a => a.Title["en"] = new string('x', 501)),
        Agreement("title too long in German", Rule.TooLong, "title/de", a => a.Title["de"] = new string('x', 501)),
        Agreement("title with a control character", Rule.ControlCharacter, "title/en", a => a.Title["en"] = "A\u0007 memorandum"),
        Agreement("title in no language", Rule.UnknownLanguage, "title", a => a.Title["xx-nonsense"] = "?"),
        Agreement("instrument too long", Rule.TooLong, "instrumentAsPrinted", a => a.InstrumentAsPrinted = new string('x', 501)),
        Agreement("summary with a control character", Rule.ControlCharacter, "summary/zh-Hans", a => a.Summary = new LocalizedText("zh-Hans", "大\u0001同")),
    ];

    private static IEnumerable<FormFault> Who =>
    [
        Agreement("no parties", Rule.Required, "parties", a => a.Parties = []) with { IsMendedByOpening = true },
        Agreement("party without a record", Rule.OneOfCityAndPartner, "parties/p2", a => (a.Parties[1].Partner, a.Parties[1].NameAsPrinted) = (null, "CATL")),
        Agreement("party of two records", Rule.OneOfCityAndPartner, "parties/p2", a => a.Parties[1].City = "de-ulm"),
        Agreement("party twice", Rule.PartyTwice, "parties/p2", a => (a.Parties[1].City, a.Parties[1].Partner) = ("cn-datong", null)),
        Agreement("party of a malformed id", Rule.MalformedId, "parties/p2/partner", a => a.Parties[1].Partner = "CATL!"),
        Agreement("party that is no more", Rule.UnknownRecord, "parties/p1/city", a => a.Parties[0].City = "cn-nowhere"),
        Agreement("party that was merged into another", Rule.RecordMerged, "parties/p1/city", a => a.Parties[0].City = "cn-tatung"),
        Agreement("party that was withdrawn", Rule.RecordWithdrawn, "parties/p2/partner", a => a.Parties[1].Partner = "gone"),
        Agreement("party on behalf of two", Rule.OneOfCityAndPartner, "parties/p1/onBehalfOfPartner", a => (a.Parties[0].OnBehalfOfCity, a.Parties[0].OnBehalfOfPartner) = ("de-ulm", "catl")),
        Agreement("party on behalf of a city that is no more", Rule.UnknownRecord, "parties/p1/onBehalfOfCity", a => a.Parties[0].OnBehalfOfCity = "cn-nowhere"),
        Agreement("name as printed too long", Rule.TooLong, "parties/p1/nameAsPrinted", a => a.Parties[0].NameAsPrinted = new string('x', 301)),
        Agreement("note of a party with a control character", Rule.ControlCharacter, "parties/p1/note/en", a => a.Parties[0].Note = LocalizedText.En("\u0002")),
        Typed<AgreementContent>("party typed and not chosen", "parties/p3", "Shanghai Electric", a => a.Parties.Add(new Party { Key = "p3" })),
        Typed<AgreementContent>("on behalf of somebody typed and not chosen", "parties/p1/onBehalfOf", "Shanxi"),
        Agreement("signature for nobody", Rule.Required, "signatures/s1/parties", a => a.Signatures = [new Signature { Key = "s1", Person = "Wu Xinxiong" }]),
        Agreement("signature for a party that is no more", Rule.UnknownKey, "signatures/s1/parties", a => a.Signatures = [new Signature { Key = "s1", Parties = ["p9"] }]),
        Agreement("signatory's name too long", Rule.TooLong, "signatures/s1/person", a => a.Signatures = [new Signature { Key = "s1", Person = new string('x', 201), Parties = ["p1"] }]),
        Agreement("signatory's established name too long", Rule.TooLong, "signatures/s1/personKnownAs", a => a.Signatures = [new Signature { Key = "s1", PersonKnownAs = new string('x', 201), Parties = ["p1"] }]),
        Agreement("signatory's office too long", Rule.TooLong, "signatures/s1/title/en", a => a.Signatures = [new Signature { Key = "s1", Title = LocalizedText.En(new string('x', 501)), Parties = ["p1"] }]),
        Agreement("signatory's capacity in no language", Rule.UnknownLanguage, "signatures/s1/capacity", a => a.Signatures = [new Signature { Key = "s1", Capacity = new LocalizedText("xx-nonsense", "?"), Parties = ["p1"] }]),
    ];

    private static IEnumerable<FormFault> When =>
    [
        Agreement("nothing that says how far it has come", Rule.StandingEventMissing, "events", a => a.Events = [TestData.Event("e1", EventKind.Visit, "2017")]),
        Agreement("date that does not exist", Rule.UnreadableDate, "events/e1/date", a => a.Events[0].Date = new EdtfDate("2025-13-40")),
        Agreement("date as printed too long", Rule.TooLong, "events/e1/dateAsPrinted", a => a.Events[0].DateAsPrinted = new string('x', 201)),
        Agreement("bounds that cannot be read", Rule.UnreadableDate, "events/e1/notBefore", a => a.Events[0].NotBefore = new EdtfDate("once")),
        Agreement("bounds reversed", Rule.BoundsReversed, "events/e1/notAfter", a => (a.Events[0].NotBefore, a.Events[0].NotAfter) = (new EdtfDate("2017"), new EdtfDate("2016"))),
        Agreement("statement that says nothing", Rule.StatementEmpty, "events/e2/note", a => a.Events.Add(TestData.Event("e2", EventKind.Statement, null))),
        Agreement("kind of statement of another event", Rule.OnlyForStatements, "events/e1/statement", a => a.Events[0].Statement = StatementKind.Hope),
        Agreement("note of an event of blanks", Rule.Required, "events/e1/note/zh-Hans", a => a.Events[0].Note = new LocalizedText("zh-Hans", " ")),
        Agreement("nobody present", Rule.PresenceUnnamed, "events/e1/present/pr1/person", a => a.Events[0].Present = [new Presence { Key = "pr1", Title = LocalizedText.En("Mayor") }]),
        Agreement("present for a party that is no more", Rule.UnknownKey, "events/e1/present/pr1/party", a => a.Events[0].Present = [new Presence { Key = "pr1", Party = "p9" }]),
        Agreement("attendance from more to fewer", Rule.UpperBelow, "events/e1/attendance/upperAmount", a => a.Events[0].Attendance = Range(20, 10, Unit.Each)),
        Typed<AgreementContent>("duration not read", "events/e1/duration", "a while"),
        Agreement("signing in a city that is no more", Rule.UnknownRecord, "signingEvent/city", a => a.SigningEvent = new SigningEvent { City = "cn-nowhere" }),
        Agreement("signing on another date", Rule.SigningDatesDiffer, "signingEvent/date", a => (a.Events[0].Date, a.SigningEvent) = (new EdtfDate("2017-11-06"), new SigningEvent { Date = new EdtfDate("2017-11-07") })),
        Agreement("name of the occasion too long", Rule.TooLong, "signingEvent/name/en", a => a.SigningEvent = new SigningEvent { Name = LocalizedText.En(new string('x', 501)) }),
        Agreement("nobody present at the signing", Rule.PresenceUnnamed, "signingEvent/present/pr1/person", a => a.SigningEvent = new SigningEvent { Present = [new Presence { Key = "pr1", PersonKnownAs = "Wu" }] }),
        Agreement("term of no months", Rule.OutOfRange, "term/months", a => a.Term = new Term { Months = 0 }),
        Typed<AgreementContent>("term of a word", "term/months", "five"),
        Agreement("end of the term that cannot be read", Rule.UnreadableDate, "term/end", a => a.Term = new Term { End = new EdtfDate("later") }),
    ];

    private static IEnumerable<FormFault> WhatFor =>
    [
        Agreement("sector that the list does not have", Rule.UnknownCode, "sectors", a => a.Sectors = ["perpetual-motion"]),
        Agreement("more sectors than anything needs", Rule.TooMany, "sectors", a => a.Sectors = [.. Enumerable.Repeat(CodeLists.Sectors.All[0].Value, 2001)]),
        Agreement("commitment without words", Rule.Required, "commitments/c1/text", a => a.Commitments = [new Commitment { Key = "c1", Due = new EdtfDate("2020") }]),
        Agreement("commitment by a party that is no more", Rule.UnknownKey, "commitments/c1/promisedBy", a => a.Commitments = [Promise(c => c.PromisedBy = ["p9"])]),
        Agreement("commitment due on a date that cannot be read", Rule.UnreadableDate, "commitments/c1/due", a => a.Commitments = [Promise(c => c.Due = new EdtfDate("soon"))]),
        Typed<AgreementContent>("commitment's quantity not read", "commitments/c1/quantity", "a lot", a => a.Commitments = [Promise(_ => { })]),
        Agreement("range without its upper end", Rule.RangeNeedsUpper, "commitments/c1/quantity/upperAmount", a => a.Commitments = [Promise(c => c.Quantity = Megawatts(5) with { Qualifier = Qualifier.Range })]),
        Agreement("sum in a currency that the list does not have", Rule.UnknownCode, "commitments/c1/money/currency", a => a.Commitments = [Promise(c => c.Money = Yuan(5) with { Currency = "XXQ" })]),
        Agreement("baseline of nothing but a date", Rule.ValueMissing, "commitments/c1/baseline/quantity", a => a.Commitments = [Promise(c => c.Baseline = new Baseline { Date = new EdtfDate("2015") })]),
        Agreement("progress of nothing but a date", Rule.ValueMissing, "commitments/c1/progress/g1/note", a => a.Commitments = [Promise(c => c.Progress = [new Progress { Key = "g1", Date = new EdtfDate("2018") }])]),
    ];

    private static IEnumerable<FormFault> Figures =>
    [
        Agreement("sum without what it is for", Rule.Required, "amounts/m1/label", a => a.Amounts = [new NamedAmount { Key = "m1", Money = Yuan(5) }]),
        Agreement("sum without a sum", Rule.Required, "amounts/m1/money", a => a.Amounts = [new NamedAmount { Key = "m1", Label = LocalizedText.En("Investment") }]),
        Amount("sum below nothing", Rule.OutOfRange, "amount", Yuan(-5)),
        Amount("sum beyond all sums", Rule.OutOfRange, "amount", Yuan(Money.AmountLimit + 1)),
        Amount("upper sum without a range", Rule.UpperWithoutRange, "upperAmount", Yuan(5) with { UpperAmount = 6 }),
        Amount("upper sum below the lower", Rule.UpperBelow, "upperAmount", Yuan(5) with { UpperAmount = 4, Qualifier = Qualifier.Range }),
        Amount("range of a sum without its upper end", Rule.RangeNeedsUpper, "upperAmount", Yuan(5) with { Qualifier = Qualifier.Range }),
        Amount("upper sum beyond all sums", Rule.OutOfRange, "upperAmount", Yuan(5) with { UpperAmount = Money.AmountLimit + 1, Qualifier = Qualifier.Range }),
        Amount("second sum without its currency", Rule.SecondCurrencyIncomplete, "secondAmount", Yuan(5) with { SecondAmount = 1 }),
        Amount("rate without a second currency", Rule.SecondCurrencyIncomplete, "secondAmount", Yuan(5) with { PrintedRate = 6.5m }),
        Amount("second sum below nothing", Rule.OutOfRange, "secondAmount", Yuan(5) with { SecondAmount = -1, SecondCurrency = "USD" }),
        Amount("second currency that the list does not have", Rule.UnknownCode, "secondCurrency", Yuan(5) with { SecondAmount = 1, SecondCurrency = "XXQ" }),
        Amount("rate of nothing", Rule.OutOfRange, "printedRate", Yuan(5) with { SecondAmount = 1, SecondCurrency = "USD", PrintedRate = 0 }),
        Amount("printed sum too long", Rule.TooLong, "asPrinted", Yuan(5) with { AsPrinted = new string('x', 301) }),
        Agreement("quantity without what it is for", Rule.Required, "quantities/q1/label", a => a.Quantities = [new NamedQuantity { Key = "q1", Quantity = Megawatts(5) }]),
        Agreement("quantity without a quantity", Rule.Required, "quantities/q1/quantity", a => a.Quantities = [new NamedQuantity { Key = "q1", Label = LocalizedText.En("Capacity") }]),
        Quantity("quantity below nothing", Rule.OutOfRange, "amount", Megawatts(-5)),
        Quantity("upper quantity without a range", Rule.UpperWithoutRange, "upperAmount", Megawatts(5) with { UpperAmount = 6 }),
        Quantity("upper quantity below the lower", Rule.UpperBelow, "upperAmount", Range(5, 4, Unit.Megawatt)),
        Quantity("upper quantity beyond all quantities", Rule.OutOfRange, "upperAmount", Range(5, Domain.Values.Quantity.AmountLimit + 1, Unit.Megawatt)),
        Quantity("what is counted of blanks", Rule.Required, "of/zh-Hans", Megawatts(5) with { Of = new LocalizedText("zh-Hans", " ") }),
        Quantity("printed quantity too long", Rule.TooLong, "asPrinted", Megawatts(5) with { AsPrinted = new string('x', 301) }),
        Typed<AgreementContent>("named quantity not read", "quantities/q1/quantity", "plenty", a => a.Quantities = [new NamedQuantity { Key = "q1", Label = LocalizedText.En("Capacity") }]),
        Typed<AgreementContent>("amount without a unit", "quantities/q1/quantity/amount", "40", a => a.Quantities = [new NamedQuantity { Key = "q1", Label = LocalizedText.En("Capacity") }]),
    ];

    private static IEnumerable<FormFault> Links =>
    [
        Agreement("relation to nothing", Rule.Required, "relations/r1/agreement", a => a.Relations = [new Relation { Key = "r1", Note = LocalizedText.En("The older one") }]),
        Agreement("relation to a malformed id", Rule.MalformedId, "relations/r1/agreement", a => a.Relations = [new Relation { Key = "r1", Agreement = "CR-1" }]),
        Agreement("relation to an agreement that is no more", Rule.UnknownRecord, "relations/r1/agreement", a => a.Relations = [new Relation { Key = "r1", Agreement = "CR-999999" }]),
        Agreement("relation to itself", Rule.RefersToItself, "relations/r1/agreement", a => a.Relations = [new Relation { Key = "r1", Agreement = "CR-000001" }]) with { RecordId = "CR-000001" },
        Agreement("title of a file with a control character", Rule.ControlCharacter, "attachments/a1/title/en", a => a.Attachments = [Scan(f => f.Title = LocalizedText.En("\u0003"))]),
        Agreement("name of a file too long", Rule.TooLong, "attachments/a1/fileName", a => a.Attachments = [Scan(f => f.FileName = new string('x', 256))]),
        Agreement("file that is not kept", Rule.UnknownAttachment, "attachments/a1/sha256", a => a.Attachments = [Scan(f => f.Sha256 = new string('a', 64))]),
        Agreement("file of another type than it is kept as", Rule.AttachmentDiffers, "attachments/a1/mediaType", a => a.Attachments = [Scan(f => f.MediaType = "application/pdf")]),
    ];

    private static IEnumerable<FormFault> Sources =>
    [
        Agreement("no source", Rule.Required, "citations/ci1/source", a => a.Citations[0].Source = ""),
        Agreement("source that is no more", Rule.UnknownRecord, "citations/ci1/source", a => a.Citations[0].Source = "SR-999999"),
        Typed<AgreementContent>("source typed and not chosen", "citations/ci1/source", "The report", a => a.Citations[0].Source = ""),
        Agreement("source that supports nothing", Rule.Required, "citations/ci1/supports", a => a.Citations[0].Supports = []) with { IsMendedByOpening = true },
        Agreement("source that supports what is no more", Rule.UnknownPath, "citations/ci1/supports", a => a.Citations[0].Supports = ["title", "parties/p9"]),
        Agreement("place in the source too long", Rule.TooLong, "citations/ci1/locator", a => a.Citations[0].Locator = new string('x', 2001)),
        Agreement("source that disagrees on two facts", Rule.SaysNeedsOnePath, "citations/ci1/says", a => (a.Citations[0].Says, a.Citations[0].Supports) = ("2016", ["title", "events/e1/date"])),
        Agreement("reason of blanks", Rule.Required, "disputes/d1/reason/en", a => Dispute(a, "events/e1/date", " ")),
        Agreement("reason for what is no more", Rule.UnknownPath, "disputes/d1/path", a => a.Disputes = [new Dispute { Key = "d1", Path = "parties/p9", Reason = LocalizedText.En("The paper itself has it") }]),
        Agreement("reason for nothing", Rule.Required, "disputes/d1/path", a => a.Disputes = [new Dispute { Key = "d1", Reason = LocalizedText.En("The paper itself has it") }]),
        Agreement("reason twice", Rule.DisputeTwice, "disputes/d2/path", a =>
        {
            Dispute(a, "events/e1/date", "The paper itself has it");
            a.Disputes.Add(new Dispute { Key = "d2", Path = "events/e1/date", Reason = LocalizedText.En("It is newer") });
        }),
    ];

    private static IEnumerable<FormFault> MadeOnTheWay =>
    [
        Made("new source without a title", Rule.Required, "title", new SourceContent { Publisher = "A newspaper" }, _ => { }),
        Made("new source without a title in Chinese", Rule.Required, "title", new SourceContent { Publisher = "新华社", Language = "zh-Hans" }, _ => { }),
        Made("new source that cannot be found", Rule.SourceUntraceable, "publisher", TestData.Source("A report"), s => s.Publisher = null),
        Made("new source at no address", Rule.NotAnAddress, "url", TestData.Source("A report"), s => s.Url = "example"),
        Made("new source of no day", Rule.UnreadableDate, "published", TestData.Source("A report"), s => s.Published = new EdtfDate("yesterday")),
        Made("new city without a country", Rule.Required, "country", TestData.City("Shuozhou"), c => c.Country = ""),
        Made("new city without an official name", Rule.OfficialNameMissing, "names", TestData.City("Shuozhou"), c => c.Names[0].Kind = CityNameKind.Variant),
        Made("new partner at no address", Rule.NotAnAddress, "website", TestData.Partner("Envision"), p => p.Website = "envision"),
        new("new city within a new city without a country", Rule.Required, "~2/country", RecordKind.Agreement, draft =>
        {
            draft.Companions.Add(new() { Id = "~1", Content = TestData.City("Pingcheng", parent: "~2") });
            draft.Companions.Add(new() { Id = "~2", Content = TestData.City("Datong", "") });
            ((AgreementContent)draft.Content).Parties.Add(TestData.CityParty("p3", "~1"));
        }),
    ];

    private static FormFault Amount(string name, Rule rule, string part, Money money) =>
        Agreement(name, rule, $"amounts/m1/money/{part}", a => a.Amounts = [new NamedAmount { Key = "m1", Label = LocalizedText.En("Investment"), Money = money }]);

    private static FormFault Quantity(string name, Rule rule, string part, Quantity quantity) =>
        Agreement(name, rule, $"quantities/q1/quantity/{part}", a => a.Quantities = [new NamedQuantity { Key = "q1", Label = LocalizedText.En("Capacity"), Quantity = quantity }]);

    private static Quantity Range(decimal from, decimal to, Unit unit) => new() { Amount = from, UpperAmount = to, Unit = unit, Qualifier = Qualifier.Range };

    private static Commitment Promise(Action<Commitment> set)
    {
        var promise = new Commitment { Key = "c1", Text = LocalizedText.En("To build it") };
        set(promise);
        return promise;
    }

    private static void Dispute(AgreementContent agreement, string path, string reason)
    {
        agreement.Citations.Add(new Citation { Key = "ci2", Source = "SR-000001", Says = "2016", Supports = [path] });
        agreement.Disputes = [new Dispute { Key = "d1", Path = path, Reason = LocalizedText.En(reason) }];
    }
}

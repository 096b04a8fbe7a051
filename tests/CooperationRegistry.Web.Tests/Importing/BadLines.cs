using System.Text;
using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Tests.Importing;

/// <param name="Name">What is tried.</param>
/// <param name="Kind">Of a list; null of JSON Lines.</param>
/// <param name="Line">The number of the line that is refused.</param>
/// <param name="Good">How many other lines are not.</param>
/// <param name="Column">Where the problem is said to be.</param>
public sealed record BadLine(string Name, RecordKind? Kind, Func<byte[]> File, int Line, int Good, string Column, Rule Rule)
{
    /// <summary>How many lines fall in all, where the bad one takes others with it.</summary>
    public int Refused { get; init; } = 1;
}

/// <summary>Files with one bad line among good ones.</summary>
internal static class BadLines
{
    private const string NoCity = "cn-nowhere";

    // A good line of each noun's list, which differs from the sample in all that names it.
    private static readonly Dictionary<RecordKind, (string Column, string Value)[]> Good = new()
    {
        [RecordKind.Agreement] =
        [
            ("number", ""), ("title", "Agreement on tidal barrages"), ("title_zh", ""), ("kind", "contract"), ("status", ""), ("evidence", "reported"), ("signed_on", "2021"), ("place", ""), ("cities", "Datong"), ("city_ids", ""),
            ("partners", ""), ("partner_ids", ""), ("signatories", ""), ("sectors", "heating"), ("commitments", ""), ("amounts", ""), ("quantities", ""), ("projects", ""), ("relations", ""), ("summary", ""), ("sources", ""), ("source_urls", ""), ("revision", ""),
        ],
        [RecordKind.City] = [("id", ""), ("name", "Quetzalvale"), ("name_zh", ""), ("kind", "city"), ("country", "CN"), ("subdivision", ""), ("parent_city_id", ""), ("latitude", ""), ("longitude", ""), ("about", ""), ("figures", "")],
        [RecordKind.Partner] = [("id", ""), ("name", "Quetzal Turbines"), ("kind", "company"), ("country", "CN"), ("seat_city_id", ""), ("parent_partner_id", ""), ("website", ""), ("successions", "")],
        [RecordKind.Project] = [("number", ""), ("title", "Barrage in the bay"), ("kind", "powerPlant"), ("status", ""), ("city_id", "cn-datong"), ("place", ""), ("agreements", ""), ("sectors", ""), ("jobs", ""), ("source_urls", "")],
        [RecordKind.CapacityStat] =
            [("number", ""), ("city_id", "cn-datong"), ("as_of", "1999"), ("metric", "total"), ("technology", ""), ("amount", "12.5"), ("upper_amount", ""), ("unit", "megawatt"), ("qualifier", "exactly"), ("not_before", ""), ("not_after", ""), ("share_percent", "")],
        [RecordKind.Source] = [("number", ""), ("title", "A quetzal was seen"), ("title_supplied", "false"), ("kind", "news"), ("publisher", "The Quetzal Times"), ("source_url", ""), ("published", ""), ("language", ""), ("retrieved_on", ""), ("attachment", "")],
    };

    private static readonly JsonObject Agreement = JsonNode.Parse(
        """
        {"title":{"en":"Agreement on kites"},"kind":"contract","evidence":"reported","parties":[{"key":"p1","city":"cn-datong"},{"key":"p2","partner":"catl"}],
         "signatures":[{"key":"s1","person":"A. Person","parties":["p1"]}],"events":[{"key":"e1","kind":"signed","date":"2021"}],"sectors":["heating"],
         "commitments":[{"key":"c1","text":{"en":"Fly kites"},"quantity":{"amount":5,"unit":"megawatt"},"due":"2025"}],"amounts":[{"key":"a1","label":{"en":"For kites"},"money":{"amount":5,"currency":"CNY"}}],
         "citations":[{"key":"k1","source":"SR-000001","supports":["title"]}]}
        """)!.AsObject();

    public static IReadOnlyList<BadLine> All { get; } = [.. AgreementCells(), .. CellsOfOthers(), .. ReadOnlyCells(), .. Shapes(), .. Json(), .. JsonFields()];

    private static IEnumerable<BadLine> AgreementCells()
    {
        string[] dates =
            ["the other day", "31/02/2020", "2021-13", "2021-02-30", "2021-06-31", "03/04/2020", "1/2/21", "soon", "99999", "next year", "2021年13月", "0000", "2020/2021/2022", "yesterday", "-5", "∞", "2021-04-05 perhaps not", "3.3", "2021/..../", "32 May 2020"];
        foreach (var date in dates)
            yield return Cell(RecordKind.Agreement, "signed_on", date, Rule.UnreadableDate);
        foreach (var kind in new[] { "treaty", "memorandum", "1", "contract; jointDeclaration", "Sister" })
            yield return Cell(RecordKind.Agreement, "kind", kind, Rule.UnknownValue);
        yield return Cell(RecordKind.Agreement, "evidence", "certain", Rule.UnknownValue);
        yield return Cell(RecordKind.Agreement, "title", "", Rule.Required);
        yield return Cell(RecordKind.Agreement, "title", new string('x', 501), Rule.TooLong, name: "a long title");
        yield return Cell(RecordKind.Agreement, "summary", new string('x', 20_001), Rule.TooLong, name: "a long summary");
        yield return Cell(RecordKind.Agreement, "title", new string('x', 100_001), Rule.CellTooLong, name: "a cell without end");
        yield return Cell(RecordKind.Agreement, "title", "a\u0001b", Rule.ControlCharacter, name: "a control character");
        yield return Cell(RecordKind.Agreement, "title", "a\0b", Rule.ControlCharacter, name: "a null character");
        yield return Cell(RecordKind.Agreement, "cities", "Atlantis", Rule.UnknownName);
        yield return Cell(RecordKind.Agreement, "cities", "", Rule.Required);
        yield return Cell(RecordKind.Agreement, "city_ids", NoCity, Rule.UnknownRecord);
        yield return Cell(RecordKind.Agreement, "city_ids", "datong", Rule.MalformedId);
        yield return Cell(RecordKind.Agreement, "city_ids", "CN-DATONG", Rule.MalformedId);
        yield return Cell(RecordKind.Agreement, "city_ids", "cn-datong; cn-datong", Rule.PartyTwice);
        yield return Cell(RecordKind.Agreement, "partners", "Acme", Rule.UnknownName);
        yield return Cell(RecordKind.Agreement, "partner_ids", "acme", Rule.UnknownRecord);
        yield return Cell(RecordKind.Agreement, "partner_ids", "Not an id!", Rule.MalformedId);
        yield return Cell(RecordKind.Agreement, "sectors", "magic", Rule.UnknownCode);
        yield return Cell(RecordKind.Agreement, "signatories", "A. Person", Rule.NotForNew);
        yield return Cell(RecordKind.Agreement, "amounts", "5 million", Rule.NotForNew);
        yield return Cell(RecordKind.Agreement, "quantities", "5 MW", Rule.NotForNew);
        yield return Cell(RecordKind.Agreement, "projects", "PR-000001", Rule.NotForNew);
        yield return Cell(RecordKind.Agreement, "relations", "renews CR-000001", Rule.NotForNew);
        yield return Cell(RecordKind.Agreement, "signed_on", "", Rule.StandingEventMissing);
        yield return Cells(RecordKind.Agreement, Rule.UnknownValue, "status", ("signed_on", ""), ("status", "finished"));
        yield return Cell(RecordKind.Agreement, "source_urls", "not an address", Rule.NotAnAddress);
        yield return Cell(RecordKind.Agreement, "source_urls", "ftp://example.org/a", Rule.NotAnAddress);
        yield return Cells(RecordKind.Agreement, Rule.Required, "source_urls", ("sources", "A newspaper"));
        yield return Cell(RecordKind.Agreement, "commitments", new string('x', 2001), Rule.TooLong, name: "a long commitment");
        yield return Cell(RecordKind.Agreement, "number", "CR-999999", Rule.UnknownRecord);
        yield return Cell(RecordKind.Agreement, "number", "CR-1", Rule.MalformedId);
        yield return Cell(RecordKind.Agreement, "number", "PR-000001", Rule.MalformedId);
        yield return Cell(RecordKind.Agreement, "number", "1", Rule.MalformedId);
        yield return Cells(RecordKind.Agreement, Rule.ChangedSince, "number", ("number", "CR-000001"), ("revision", "99"));
    }

    private static IEnumerable<BadLine> CellsOfOthers()
    {
        (RecordKind Kind, string Column, string Value, Rule Rule)[] cells =
        [
            (RecordKind.City, "kind", "village", Rule.UnknownValue), (RecordKind.City, "kind", "", Rule.Required), (RecordKind.City, "country", "XX", Rule.UnknownCode), (RecordKind.City, "country", "", Rule.Required),
            (RecordKind.City, "country", "China", Rule.UnknownCode), (RecordKind.City, "name", "", Rule.Required), (RecordKind.City, "name", "昆德维尔", Rule.RomanisedNameMissing), (RecordKind.City, "subdivision", "CN-99", Rule.UnknownCode),
            (RecordKind.City, "subdivision", "DE-BE", Rule.SubdivisionElsewhere), (RecordKind.City, "parent_city_id", NoCity, Rule.UnknownRecord), (RecordKind.City, "parent_city_id", "Datong", Rule.MalformedId), (RecordKind.City, "latitude", "north", Rule.WrongType),
            (RecordKind.City, "latitude", "35,5", Rule.WrongType), (RecordKind.City, "figures", "7 % of water lost", Rule.NotForNew), (RecordKind.City, "id", "cn-quetzalvale", Rule.UnknownRecord),
            (RecordKind.Partner, "kind", "firm", Rule.UnknownValue), (RecordKind.Partner, "country", "", Rule.Required), (RecordKind.Partner, "website", "example.org", Rule.NotAnAddress), (RecordKind.Partner, "website", "javascript:alert(1)", Rule.NotAnAddress),
            (RecordKind.Partner, "seat_city_id", NoCity, Rule.UnknownRecord), (RecordKind.Partner, "parent_partner_id", "acme", Rule.UnknownRecord), (RecordKind.Partner, "successions", "predecessor catl", Rule.NotForNew), (RecordKind.Partner, "name", new string('x', 301), Rule.TooLong),
            (RecordKind.Project, "title", "", Rule.Required), (RecordKind.Project, "kind", "tower", Rule.UnknownValue), (RecordKind.Project, "city_id", "", Rule.PlaceMissing), (RecordKind.Project, "city_id", NoCity, Rule.UnknownRecord),
            (RecordKind.Project, "agreements", "CR-999999", Rule.UnknownRecord), (RecordKind.Project, "agreements", "first", Rule.MalformedId), (RecordKind.Project, "status", "building", Rule.UnknownValue), (RecordKind.Project, "sectors", "magic", Rule.UnknownCode), (RecordKind.Project, "jobs", "500", Rule.NotForNew),
            (RecordKind.CapacityStat, "metric", "sum", Rule.UnknownValue), (RecordKind.CapacityStat, "technology", "windmills", Rule.UnknownCode), (RecordKind.CapacityStat, "amount", "a lot", Rule.WrongType),
            (RecordKind.CapacityStat, "amount", "1,250", Rule.WrongType), (RecordKind.CapacityStat, "amount", "1e400", Rule.WrongType), (RecordKind.CapacityStat, "amount", "", Rule.Required), (RecordKind.CapacityStat, "amount", "1.250,5", Rule.WrongType), (RecordKind.CapacityStat, "amount", "1000000000000001", Rule.OutOfRange),
            (RecordKind.CapacityStat, "unit", "horsepower", Rule.UnknownValue), (RecordKind.CapacityStat, "unit", "kettles", Rule.UnknownValue), (RecordKind.CapacityStat, "unit", "megawattHour", Rule.WrongDimension), (RecordKind.CapacityStat, "unit", "", Rule.Required), (RecordKind.CapacityStat, "qualifier", "nearly", Rule.UnknownValue),
            (RecordKind.CapacityStat, "upper_amount", "15", Rule.UpperWithoutRange), (RecordKind.CapacityStat, "as_of", "end of time", Rule.UnreadableDate), (RecordKind.CapacityStat, "city_id", NoCity, Rule.UnknownRecord),
            (RecordKind.CapacityStat, "city_id", "", Rule.Required), (RecordKind.CapacityStat, "share_percent", "50", Rule.NotForNew),
            (RecordKind.Source, "kind", "rumour", Rule.UnknownValue), (RecordKind.Source, "title", "", Rule.Required), (RecordKind.Source, "publisher", "", Rule.SourceUntraceable), (RecordKind.Source, "source_url", "mailto:a@example.org", Rule.NotAnAddress), (RecordKind.Source, "published", "sometime", Rule.UnreadableDate),
            (RecordKind.Source, "language", "klingonish", Rule.UnknownLanguage), (RecordKind.Source, "retrieved_on", "2021", Rule.UnreadableDate), (RecordKind.Source, "retrieved_on", "2021-02-29", Rule.UnreadableDate), (RecordKind.Source, "title_supplied", "perhaps", Rule.UnknownValue), (RecordKind.Source, "attachment", "scan.pdf", Rule.NotForNew),
        ];
        foreach (var (kind, column, value, rule) in cells)
            yield return Cell(kind, column, value, rule);
        yield return Cells(RecordKind.City, Rule.Required, "longitude", ("latitude", "35.5"));
        yield return Cells(RecordKind.City, Rule.OutOfRange, "latitude", ("latitude", "91"), ("longitude", "10"));
        yield return Cells(RecordKind.City, Rule.OutOfRange, "longitude", ("latitude", "9"), ("longitude", "181"));
        yield return Edit("id,parent_city_id", "cn-datong,cn-datong", "parent_city_id", Rule.RefersToItself, "a city that is part of itself") with { Kind = RecordKind.City };
        yield return Edit("id,parent_city_id", "cn-dongying,cn-kenli", "parent_city_id", Rule.ReferenceLoop, "a city that is part of its own district") with { Kind = RecordKind.City };
        yield return Edit("id,country,subdivision", "dk-copenhagen,SE,", "country", Rule.CityElsewhere, "a city in another country") with { Kind = RecordKind.City };
        yield return Cells(RecordKind.CapacityStat, Rule.TechnologyAndMetric, "technology", ("metric", "technology"));
        yield return Cells(RecordKind.CapacityStat, Rule.RangeNeedsUpper, "upper_amount", ("qualifier", "range"));
        yield return Cells(RecordKind.CapacityStat, Rule.UpperBelow, "upper_amount", ("qualifier", "range"), ("upper_amount", "1"));
    }

    // What is joined or computed cannot be changed in the list, column by column.
    private static IEnumerable<BadLine> ReadOnlyCells()
    {
        foreach (var column in new[] { "status", "place", "cities", "city_ids", "partners", "partner_ids", "signatories", "sectors", "commitments", "amounts", "quantities", "projects", "relations", "sources", "source_urls" })
            yield return Edit($"number,{column}", $"CR-000001,other", column, Rule.ReadOnlyCell, $"edited {column}");
        yield return Edit("number,kind", "CR-000001,", "kind", Rule.Required, "emptied kind");
        yield return Edit("number,evidence", "CR-000001,", "evidence", Rule.Required, "emptied evidence");
        yield return Edit("number,signed_on", "CR-000001,soon", "signed_on", Rule.UnreadableDate, "edited date");
    }

    private static IEnumerable<BadLine> Shapes()
    {
        const string Head = "title,signed_on,cities\r\n";
        const string First = "Agreement on tidal barrages,2021,Datong\r\n";
        const string Last = "Agreement on lagoons,2022,Datong\r\n";
        yield return Raw("too few cells", Head + First + "Agreement on kites,2021\r\n" + Last, 3, 2, "", Rule.RaggedRow);
        yield return Raw("too many cells", Head + First + "Agreement on kites,2021,Datong,more\r\n" + Last, 3, 2, "", Rule.RaggedRow);
        yield return Raw("a comma without quotes", Head + First + "Agreement on kites, and more,2021,Datong\r\n" + Last, 3, 2, "", Rule.RaggedRow);
        yield return Raw("a stray quote", Head + First + "Agreement on \"kites,2021,Datong\r\n" + Last, 3, 2, "", Rule.BrokenQuotes);
        yield return Raw("text behind a quote", Head + First + "\"Agreement\" on kites,2021,Datong\r\n" + Last, 3, 2, "", Rule.BrokenQuotes);
        yield return Raw("a quote that is not closed", Head + First + "\"Agreement on kites,2021,Datong\r\n" + Last, 3, 2, "", Rule.BrokenQuotes);
        yield return Raw("a quote that is not closed at the end", Head + First + Last + "\"Agreement on kites,2021,Datong", 4, 2, "", Rule.BrokenQuotes);
        yield return Raw("the same line twice", Head + First + First + Last, 3, 2, "", Rule.LineTwice);
        yield return Raw("the same number twice", "number,kind\r\nCR-000001,contract\r\nCR-000001,contract\r\n", 3, 1, "number", Rule.LineTwice);
        yield return Raw("a wrong byte", [.. Encoding.UTF8.GetBytes(Head + "大同与东营协议书,2021,Datong\r\nM"), 0xFC, .. Encoding.UTF8.GetBytes("nchen,2021,Datong\r\n" + Last)], 3, 2, "title", Rule.WrongEncoding);
        yield return Raw("a line after an empty one", Head + "\r\n\r\n" + First + "Agreement on kites,never,Datong\r\n", 5, 1, "signed_on", Rule.UnreadableDate);
        yield return Raw("a line after lines within quotes", Head + "\"Agreement\non\ntides\",2021,Datong\r\nAgreement on kites,never,Datong\r\n", 5, 1, "signed_on", Rule.UnreadableDate);
        yield return Raw("semicolons", (Head + First + "Agreement on kites,never,Datong\r\n").Replace(',', ';'), 3, 1, "signed_on", Rule.UnreadableDate);
        yield return Raw("tabs", (Head + First + "Agreement on kites,never,Datong\r\n").Replace(',', '\t'), 3, 1, "signed_on", Rule.UnreadableDate);
        yield return Raw("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Head + First + "风筝协议,never,Datong\r\n")], 3, 1, "signed_on", Rule.UnreadableDate);
        yield return Raw("line feeds alone", (Head + First + "Agreement on kites,never,Datong\r\n").Replace("\r\n", "\n", StringComparison.Ordinal), 3, 1, "signed_on", Rule.UnreadableDate);
        yield return Raw("a record beyond all measure", Head + First + new string('x', 9_000_000) + ",2021,Datong\r\n" + Last, 3, 2, "", Rule.CellTooLong);
    }

    private static IEnumerable<BadLine> Json()
    {
        yield return JsonLine("no JSON", "Agreement on kites", "", Rule.NotJson);
        yield return JsonLine("a list", "[1]", "", Rule.NotJson);
        yield return JsonLine("a comma at the end", """{"record":"agreement","content":{},}""", "", Rule.NotJson);
        yield return JsonLine("half a line", """{"record":"agreement","content":{"title":""", "", Rule.NotJson);
        yield return JsonLine("brackets without end", """{"record":"agreement","content":""" + new string('[', 100_000), "", Rule.NotJson);
        yield return JsonLine("no noun", """{"id":"CR-000777","content":{}}""", "record", Rule.Required);
        yield return JsonLine("an unknown noun", """{"record":"treaty","content":{}}""", "record", Rule.UnknownValue);
        yield return JsonLine("no content", """{"record":"agreement","id":"CR-000777"}""", "content", Rule.Required);
        yield return JsonLine("content that is none", """{"record":"agreement","id":"CR-000777","content":null}""", "content", Rule.Required);
        yield return JsonLine("content that is a text", """{"record":"agreement","id":"CR-000777","content":"all"}""", "content", Rule.Required);
        yield return JsonLine("an unknown property beside", """{"record":"city","id":"cn-x","colour":"red","content":{}}""", "colour", Rule.UnknownProperty);
        yield return JsonLine("a malformed id", Line(_ => { }, "CR-7"), "id", Rule.MalformedId);
        yield return JsonLine("a temporary id", Line(_ => { }, "~1"), "id", Rule.MalformedId);
        yield return JsonLine("an id of another noun", Line(_ => { }, "PR-000001"), "id", Rule.MalformedId);
        yield return Raw("an id twice", Line(_ => { }, "CR-000777") + "\n" + Line(c => c["kind"] = "jointDeclaration", "CR-000777"), 2, 1, "id", Rule.LineTwice);
        yield return Raw("an agreement that renews the one that renews it", Line(_ => { }, "CR-000777") + "\n" + Line(c => Relate(c, "renews", "CR-000779"), "CR-000778") + "\n" + Line(c => Relate(c, "renews", "CR-000778"), "CR-000779"), 2, 1, "relations/r1/agreement", Rule.ReferenceLoop) with { Refused = 2 };
        yield return Raw("cities that are part of each other", Line(_ => { }, "CR-000777") + "\n" + CityLine("cn-aone", "cn-btwo") + "\n" + CityLine("cn-btwo", "cn-aone"), 2, 1, "parentCity", Rule.ReferenceLoop) with { Refused = 2 };
        yield return Raw("a record beyond all measure, as JSON", Line(_ => { }, "CR-000777") + "\n{\"record\":\"" + new string('x', 9_000_000) + "\"}\n", 2, 1, "", Rule.CellTooLong);
        yield return Raw("a wrong byte, as JSON", [.. Encoding.UTF8.GetBytes(Line(_ => { }, "CR-000777") + "\n{\"record\":\"agreement\",\"id\":\"M"), 0xFC, .. "nchen\"}"u8], 2, 1, "", Rule.WrongEncoding);
    }

    private static IEnumerable<BadLine> JsonFields()
    {
        yield return Field("an unknown property", c => c["colour"] = "red", "colour", Rule.UnknownProperty);
        yield return Field("a title that is a text", c => c["title"] = "Agreement", "title", Rule.WrongType);
        yield return Field("no title", c => c.Remove("title"), "title", Rule.Required);
        yield return Field("an unknown language", c => c["title"]!["klingonish"] = "x", "title", Rule.UnknownLanguage);
        yield return Field("an unknown kind", c => c["kind"] = "treaty", "kind", Rule.UnknownValue);
        yield return Field("no parties", c => c["parties"] = new JsonArray(), "parties", Rule.Required);
        yield return Field("parties that are no list", c => c["parties"] = "Datong", "parties", Rule.WrongType);
        yield return Field("an unknown city", c => c["parties"]![0]!["city"] = NoCity, "parties/p1/city", Rule.UnknownRecord);
        yield return Field("a malformed city", c => c["parties"]![0]!["city"] = "Datong", "parties/p1/city", Rule.MalformedId);
        yield return Field("a party that is nobody", c => c["parties"]![0]!.AsObject().Remove("city"), "parties/p1", Rule.OneOfCityAndPartner);
        yield return Field("a party that is two", c => c["parties"]![0]!["partner"] = "catl", "parties/p1", Rule.OneOfCityAndPartner);
        yield return Field("an unknown role", c => c["parties"]![0]!["role"] = "friend", "parties/p1/role", Rule.UnknownValue);
        yield return Field("a key twice", c => c["parties"]![1]!["key"] = "p1", "parties/p1", Rule.KeyTwice);
        yield return Field("a malformed key", c => c["parties"]![0]!["key"] = "party one", "parties/party one/key", Rule.MalformedKey);
        yield return Field("a signature of nobody", c => c["signatures"]![0]!["parties"]![0] = "p9", "signatures/s1/parties", Rule.UnknownKey);
        yield return Field("an unreadable date", c => c["events"]![0]!["date"] = "last year", "events/e1/date", Rule.UnreadableDate);
        yield return Field("a day that is none", c => c["events"]![0]!["date"] = "2021-02-30", "events/e1/date", Rule.UnreadableDate);
        yield return Field("bounds the wrong way round", c => (c["events"]![0]!["notBefore"], c["events"]![0]!["notAfter"]) = ("2022", "2020"), "events/e1/notAfter", Rule.BoundsReversed);
        yield return Field("a statement that says nothing", c => c["events"]![0]!["kind"] = "statement", "events/e1/note", Rule.StatementEmpty);
        yield return Field("an unknown sector", c => c["sectors"]![0] = "magic", "sectors", Rule.UnknownCode);
        yield return Field("an unknown unit", c => c["commitments"]![0]!["quantity"]!["unit"] = "horsepower", "commitments/c1/quantity/unit", Rule.UnknownValue);
        yield return Field("an amount that is a text", c => c["commitments"]![0]!["quantity"]!["amount"] = "5", "commitments/c1/quantity/amount", Rule.WrongType);
        yield return Field("an amount beyond all measure", c => c["commitments"]![0]!["quantity"]!["amount"] = 1e20, "commitments/c1/quantity/amount", Rule.OutOfRange);
        yield return Field("an unknown currency", c => c["amounts"]![0]!["money"]!["currency"] = "XXX1", "amounts/a1/money/currency", Rule.UnknownCode);
        yield return Field("a null character", c => c["title"]!["en"] = "a\0b", "title/en", Rule.ControlCharacter);
        yield return Field("an unknown source", c => c["citations"]![0]!["source"] = "SR-999999", "citations/k1/source", Rule.UnknownRecord);
        yield return Field("a path that leads nowhere", c => c["citations"]![0]!["supports"]![0] = "parties/p9", "citations/k1/supports", Rule.UnknownPath);
        yield return Field("a relation to itself", c => Relate(c, "renews", "CR-000777"), "relations/r1/agreement", Rule.RefersToItself);
        yield return Field("a relation to nothing", c => Relate(c, "renews", "CR-999999"), "relations/r1/agreement", Rule.UnknownRecord);
        yield return Field("an unknown attachment", c => c["attachments"] = new JsonArray(new JsonObject { ["key"] = "a1", ["fileName"] = "a.pdf", ["mediaType"] = "application/pdf", ["sha256"] = new string('0', 64), ["length"] = 5 }), "attachments/a1/sha256", Rule.UnknownAttachment);
    }

    private static BadLine Cell(RecordKind kind, string column, string value, Rule rule, string? name = null) =>
        Cells(kind, rule, column, (column, value)) with { Name = $"{kind} {column} {name ?? $"'{(value.Length > 40 ? value[..40] : value)}'"} {rule}" };

    private static BadLine Cells(RecordKind kind, Rule rule, string column, params (string Column, string Value)[] cells)
    {
        var good = Good[kind];
        var bad = good.Select(g => Array.Find(cells, c => c.Column == g.Column) is { Column: not null } other ? other.Value : g.Column is "title" or "name" ? $"Another {g.Value}" : g.Value);
        return new BadLine(
            $"{kind} {string.Join(" ", cells.Select(c => $"{c.Column}={c.Value}"))} {rule}",
            kind,
            () => Encoding.UTF8.GetBytes(ImportTests.Written([[.. good.Select(g => g.Column)], [.. good.Select(g => g.Value)], [.. bad]])),
            3,
            1,
            column,
            rule);
    }

    private static BadLine Edit(string header, string line, string column, Rule rule, string name) => Raw(name, $"{header}\r\n{line}\r\n", 2, 0, column, rule);

    private static BadLine Raw(string name, string text, int line, int good, string column, Rule rule) => Raw(name, Encoding.UTF8.GetBytes(text), line, good, column, rule);

    private static BadLine Raw(string name, byte[] file, int line, int good, string column, Rule rule) => new(name, file[0] == '{' ? null : RecordKind.Agreement, () => file, line, good, column, rule);

    private static BadLine JsonLine(string name, string line, string column, Rule rule) => Raw($"JSON: {name}", Line(_ => { }, "CR-000701") + "\n" + line + "\n", 2, 1, column, rule);

    private static BadLine Field(string name, Action<JsonObject> spoil, string path, Rule rule) => JsonLine(name, Line(spoil, "CR-000777"), path, rule);

    private static void Relate(JsonObject content, string kind, string agreement) =>
        content["relations"] = new JsonArray(new JsonObject { ["key"] = "r1", ["kind"] = kind, ["agreement"] = agreement });

    private static string CityLine(string id, string parent) => TestData.Line(id, TestData.City("Town " + id, "CN", parent));

    private static string Line(Action<JsonObject> spoil, string id)
    {
        var content = Agreement.DeepClone().AsObject();
        spoil(content);
        return new JsonObject { ["record"] = "agreement", ["id"] = id, ["content"] = content }.ToJsonString();
    }
}

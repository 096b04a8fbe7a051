using System.Text.Json.Nodes;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using Microsoft.OpenApi;
using static CooperationRegistry.Web.Api.Description.ApiRefusals;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>What is said of each operation.</summary>
internal static class Operations
{
    private const string FilterHint = "Repeat it for alternatives.";

    public static ApiOperation List(RecordKind kind) =>
        new(
            $"list{Plural(kind)}",
            Tag(kind),
            $"List {Words(Plural(kind))}",
            kind switch
            {
                RecordKind.Agreement => "A page of the agreements that match the filter of `/agreements`, in the order of `sort`.",
                RecordKind.CapacityStat => "A page of the capacity figures, of some cities or metrics where asked, by number.",
                _ => $"A page of all {Words(Plural(kind))}, in the order of their identifiers.",
            } + " `next` is the address of the next page; nothing is listed twice or left out while others publish.")
        {
            Parameters = [.. Filter(kind), After(kind), PageSize(), IfNoneMatch("W/\"5b1f8e2a90c4d7e613fa8b02\"")],
            Answers =
            [
                new(200, "The page.", $"{kind}List", new JsonObject { ["items"] = new JsonArray(Examples.Record(kind)), ["next"] = $"https://registry.example.org{Nouns.Address(kind)}?after={RecordId.Example(kind)}" }, Headers: ["ETag", "Last-Modified", "Link"]),
                new(304, "The list is as it was.", Headers: ["ETag"]),
                Unreadable, NoKey, TooMany, Failed,
            ],
        };

    public static ApiOperation One(RecordKind kind) =>
        new(
            $"get{kind}",
            Tag(kind),
            $"Read one {Words(kind.ToString())}",
            "What is published, or what an earlier revision said.")
        {
            Parameters = [Id(kind), new("revision", ParameterLocation.Query, "An earlier revision. Without it the one that is published.", Integer(1), 1), IfNoneMatch("\"3\"")],
            Answers =
            [
                new(200, "The record.", $"{kind}Record", Examples.Record(kind), Headers: ["ETag", "Last-Modified"]),
                new(304, "The record is as it was.", Headers: ["ETag"]),
                .. Moved(kind),
                Unreadable, NoKey, Unknown, Gone, TooMany, Failed,
            ],
        };

    public static ApiOperation ProposeNew(RecordKind kind) =>
        new(
            $"propose{kind}",
            Tag(kind),
            $"Propose a new {Words(kind.ToString())}",
            $"Takes a key with the scope `{ContentJson.Name(ApiScope.Propose)}`. What is sent is checked as the forms check it and then waits for a reviewer; it is given its identifier when it is published. New records that it names go along in `companions` under temporary identifiers such as `~1`.")
        {
            Body = new("The record, without an identifier.", $"Proposed{kind}", Examples.Proposed(kind, isNew: true)),
            Answers = [Created(kind, isNew: true), Unreadable, NoKey, Forbidden, TooLarge, NotJson, Refused, TooMany, Failed],
        };

    public static ApiOperation ProposeChange(RecordKind kind) =>
        new(
            $"propose{kind}Change",
            Tag(kind),
            $"Propose a change of one {Words(kind.ToString())}",
            "The whole record as it should read: take what `GET` gave, change its content, and send it back with its `ETag` in `If-Match`. It waits for a reviewer; published, it is the next revision.")
        {
            Parameters = [Id(kind), new("If-Match", ParameterLocation.Header, "The ETag of the revision that was read.", Text(), "\"3\"", IsRequired: true)],
            Body = new("The record as `GET` gives it, with its content changed.", $"Proposed{kind}", Examples.Proposed(kind, isNew: false)),
            Answers = [Created(kind, isNew: false), .. Moved(kind), Unreadable, NoKey, Forbidden, Unknown, Gone, Stale, TooLarge, NotJson, Refused, NoCondition, TooMany, Failed],
        };

    public static ApiOperation Proposal { get; } =
        new("getProposal", "Proposals", "Read what became of a proposal", $"One's own, or for reviewers any that was handed in. Takes a key with the scope `{ContentJson.Name(ApiScope.Read)}`.")
        {
            Parameters = [new("id", ParameterLocation.Path, "The number of the proposal.", Integer(1), 17, IsRequired: true)],
            Answers = [new(200, "The proposal.", "Proposal", Examples.Proposal(RecordKind.Agreement, isNew: true)), NoKey, Forbidden, Unknown, TooMany, Failed],
        };

    public static ApiOperation Schema { get; } =
        new("getSchema", "Schemas", "Read the JSON Schema of a content", "JSON Schema 2020-12 of what stands under `content`. Rules between several values are checked when a record is proposed.")
        {
            Parameters = [new("name", ParameterLocation.Path, "The kind of record.", Choice(Nouns.All.Select(Nouns.One)), "agreement", IsRequired: true), IfNoneMatch("W/\"5b1f8e2a90c4d7e613fa8b02\"")],
            Answers = [new(200, "The schema.", "Schema", new JsonObject { ["$schema"] = ContentSchemas.Dialect, ["type"] = "object" }, ContentSchemas.MediaType, "ETag"), new(304, "The schema is as it was.", Headers: ["ETag"]), NoKey, Unknown, TooMany, Failed],
        };

    public static string Tag(RecordKind kind) => char.ToUpperInvariant(Words(Plural(kind))[0]) + Words(Plural(kind))[1..];

    private static ApiAnswer Created(RecordKind kind, bool isNew) => new(201, "It waits for a reviewer.", "Proposal", Examples.Proposal(kind, isNew), Headers: ["Location"]);

    // Entries of other kinds are never joined.
    private static IEnumerable<ApiAnswer> Moved(RecordKind kind) =>
        kind is RecordKind.City or RecordKind.Partner ? [new(308, "The entry was merged into the one that `Location` leads to.", Headers: ["Location"])] : [];

    private static IEnumerable<ApiParameter> Filter(RecordKind kind) =>
        kind switch
        {
            RecordKind.Agreement => AgreementFilterReader.Names.Select(OfFilter).Append(
                new("sort", ParameterLocation.Query, "`-signed` (newest first) unless words are looked for, then `relevance`.", Choice(AgreementSorts.Names.Values), "-signed")),
            RecordKind.CapacityStat =>
            [
                new("city", ParameterLocation.Query, $"A city's identifier. {FilterHint}", Repeated(Text()), new JsonArray("cn-datong")),
                new("metric", ParameterLocation.Query, $"What is counted. {FilterHint}", Repeated(Choice(Enum.GetValues<CapacityMetric>().Select(ContentJson.Name))), new JsonArray("renewable")),
            ],
            _ => [],
        };

    private static ApiParameter OfFilter(string name) =>
        name switch
        {
            "q" => new(name, ParameterLocation.Query, "Words to look for; \"in quotes\" a phrase, -word without it.", Text(), "wind power"),
            "signedFrom" => new(name, ParameterLocation.Query, "The earliest day of signing: an EDTF date.", Text(), "2017-10"),
            "signedTo" => new(name, ParameterLocation.Query, "The latest day of signing: an EDTF date.", Text(), "2024"),
            "year" => new(name, ParameterLocation.Query, $"A year of signing, or `unknown`. {FilterHint}", Repeated(Text()), new JsonArray("2017")),
            "city" => new(name, ParameterLocation.Query, $"A city's identifier; its districts count. {FilterHint}", Repeated(Text()), new JsonArray("cn-datong")),
            "partner" => new(name, ParameterLocation.Query, $"A partner's identifier. {FilterHint}", Repeated(Text()), new JsonArray("catl")),
            "country" => new(name, ParameterLocation.Query, $"ISO 3166-1 alpha-2. {FilterHint}", Repeated(Text()), new JsonArray("CN")),
            "sector" => new(name, ParameterLocation.Query, $"A code of the list of sectors. {FilterHint}", Repeated(Text()), new JsonArray(Domain.Values.CodeLists.Sectors.All[0].Value)),
            "kind" => Enumerated<Domain.Agreements.AgreementKind>(name, "The kind of agreement."),
            "status" => Enumerated<Domain.Agreements.AgreementStatus>(name, "Its status today."),
            "evidence" => Enumerated<Domain.Agreements.Evidence>(name, "How well it is attested."),
            _ => Enumerated<Domain.Partners.PartnerKind>(name, "The kind of a partner."),
        };

    private static ApiParameter Enumerated<TEnum>(string name, string description)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().Select(ContentJson.Name).ToList();
        return new(name, ParameterLocation.Query, $"{description} {FilterHint}", Repeated(Choice(names)), new JsonArray(names[0]));
    }

    private static ApiParameter Id(RecordKind kind) => new("id", ParameterLocation.Path, "The record's identifier.", Text(), RecordId.Example(kind), IsRequired: true);

    private static ApiParameter After(RecordKind kind) =>
        kind == RecordKind.Agreement
            ? new("after", ParameterLocation.Query, "Where the page before ended, as its `next` has it.", Text(), "eyJudW1iZXIiOjV9")
            : new("after", ParameterLocation.Query, "The identifier that the page before ended with.", Text(), RecordId.Example(kind));

    private static ApiParameter PageSize()
    {
        var schema = Integer(1);
        (schema["maximum"], schema["default"]) = (RecordPage.Longest, RecordPage.Usual);
        return new("pageSize", ParameterLocation.Query, "How many records a page has at most.", schema, 50);
    }

    private static ApiParameter IfNoneMatch(string example) => new("If-None-Match", ParameterLocation.Header, "The ETag of what one has already.", Text(), example);

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Integer(int minimum) => new() { ["type"] = "integer", ["minimum"] = minimum };

    private static JsonObject Choice(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]) };

    private static JsonObject Repeated(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static string Plural(RecordKind kind) => kind == RecordKind.City ? "Cities" : $"{kind}s";

    private static string Words(string name) => string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}

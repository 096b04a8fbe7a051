using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Components.Public;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>Records such as the API gives and takes.</summary>
internal static class Examples
{
    private const string Published = "2026-03-01T12:00:00+00:00";

    public static JsonObject Content(RecordKind kind) =>
        JsonNode.Parse(
            kind switch
            {
                RecordKind.Agreement => """
                    {
                      "title": { "en": "Memorandum of understanding on wind power", "zh-Hans": "风电合作谅解备忘录" },
                      "kind": "memorandumOfUnderstanding",
                      "evidence": "reported",
                      "parties": [{ "key": "p1", "city": "cn-datong", "role": "signatory" }, { "key": "p2", "partner": "catl", "role": "signatory" }],
                      "events": [{ "key": "e1", "kind": "signed", "date": "2017-10-19" }],
                      "citations": [{ "key": "c1", "source": "SR-000001", "supports": ["parties/p1", "events/e1/date"] }]
                    }
                    """,
                RecordKind.City => """
                    {
                      "names": [{ "key": "n1", "text": "Aachen", "language": "de", "kind": "official" }],
                      "kind": "city",
                      "country": "DE",
                      "subdivision": "DE-NW"
                    }
                    """,
                RecordKind.Partner => """
                    {
                      "names": [{ "key": "n1", "text": "Institute for Wind Energy", "language": "en", "kind": "official" }],
                      "kind": "researchInstitute",
                      "country": "DE",
                      "website": "https://example.org/"
                    }
                    """,
                RecordKind.Project => """
                    {
                      "title": { "en": "Heat storage at the old power station" },
                      "kind": "storage",
                      "city": "cn-datong"
                    }
                    """,
                RecordKind.CapacityStat => """
                    {
                      "city": "cn-datong",
                      "asOf": "2023-12-31",
                      "metric": "renewable",
                      "quantity": { "amount": 8.4, "unit": "gigawatt", "qualifier": "about", "asPrinted": "about 8.4 GW" },
                      "citations": [{ "key": "c1", "source": "SR-000001", "supports": ["quantity"] }]
                    }
                    """,
                _ => """
                    {
                      "title": { "en": "City and company agree on wind power" },
                      "kind": "news",
                      "publisher": "A newspaper",
                      "url": "https://example.org/news/1",
                      "published": "2017-10-20",
                      "language": "en"
                    }
                    """,
            })!.AsObject();

    public static JsonObject Record(RecordKind kind) =>
        new()
        {
            ["record"] = ContentJson.Name(kind),
            ["id"] = RecordId.Example(kind),
            ["revision"] = 3,
            ["publishedAt"] = Published,
            ["url"] = $"https://registry.example.org{RecordNames.Address(kind, RecordId.Example(kind))}",
            ["content"] = Content(kind),
        };

    public static JsonObject Proposed(RecordKind kind, bool isNew)
    {
        if (!isNew)
            return Record(kind);
        var example = new JsonObject { ["record"] = ContentJson.Name(kind), ["content"] = Content(kind) };
        if (kind == RecordKind.Agreement)
        {
            example["content"]!["citations"]![0]!["source"] = "~1";
            example["companions"] = new JsonArray(new JsonObject { ["record"] = ContentJson.Name(RecordKind.Source), ["id"] = "~1", ["content"] = Content(RecordKind.Source) });
        }
        return example;
    }

    public static JsonObject Proposal(RecordKind kind, bool isNew) =>
        new()
        {
            ["id"] = 17,
            ["state"] = ContentJson.Name(ProposalState.Submitted),
            ["record"] = ContentJson.Name(kind),
            ["recordId"] = isNew ? null : RecordId.Example(kind),
            ["baseRevision"] = isNew ? 0 : 3,
            ["submittedAt"] = Published,
            ["notes"] = new JsonObject(),
        };
}

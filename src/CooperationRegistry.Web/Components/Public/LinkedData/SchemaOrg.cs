using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Public.Citations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using static CooperationRegistry.Web.Components.Public.LinkedData.JsonLd;

namespace CooperationRegistry.Web.Components.Public.LinkedData;

/// <summary>
/// Says in schema.org's terms what a page tells. The thing itself, a city or an agreement, is kept apart from the page about it: revision, licence
/// and sources are the page's.
/// </summary>
public sealed partial class SchemaOrg(Words words, RecordHeadings headings, Site site, NavigationManager navigation, IStringLocalizer<PublicTexts> texts)
{
    private const string Context = "https://schema.org";

    /// <param name="names">Of the records that the content names.</param>
    public JsonObject Of(Record record, RecordNames names)
    {
        var thing = record.Body switch
        {
            AgreementContent agreement => Of(agreement, names),
            CityContent city => Of(city, names),
            PartnerContent partner => Of(partner, names),
            ProjectContent project => Of(project, names),
            CapacityStatContent stat => Of(stat, names),
            SourceContent source => Of(source),
            _ => throw new ArgumentOutOfRangeException(nameof(record)),
        };
        thing["@context"] = Context;
        thing["@id"] = Address(record.Kind, record.Id);
        return thing.With("identifier", record.Id).With("mainEntityOfPage", Page(record, names));
    }

    /// <summary>The site and its data.</summary>
    public JsonObject Home()
    {
        var search = Node("SearchAction")
            .With("target", Node("EntryPoint").With("urlTemplate", Absolute("/agreements?q=") + "{search_term_string}"))
            .With("query-input", "required name=search_term_string");
        var file = Node("DataDownload").With("contentUrl", Absolute("/agreements.csv")).With("encodingFormat", "text/csv");
        var data = Node("Dataset")
            .With("@id", Absolute("/#data")).With("url", Absolute("/agreements"))
            .With("name", texts["Registry"].Value).With("description", texts["HomeLead"].Value)
            .With("license", site.LicenceUrl).With("creator", Registry()).With("isAccessibleForFree", true).With("distribution", file);
        var website = Node("WebSite")
            .With("@id", Absolute("/")).With("url", Absolute("/"))
            .With("name", texts["Registry"].Value).With("description", texts["HomeLead"].Value)
            .With("inLanguage", words.Language).With("potentialAction", search);
        return new JsonObject { ["@context"] = Context, ["@graph"] = new JsonArray(website, data) };
    }

    private JsonObject Page(Record record, RecordNames names) =>
        Node("WebPage")
            .With("@id", Absolute(RecordNames.Revision(record.Kind, record.Id, record.Revision)))
            .With("version", record.Revision)
            .With("dateModified", record.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture))
            .With("inLanguage", words.Language)
            .With("license", site.LicenceUrl)
            .With("publisher", Registry())
            .With("isPartOf", Node("Dataset").With("@id", Absolute("/#data")).With("name", texts["Registry"].Value))
            .With("citation", record.Body is CitedContent cited ? List(cited.Citations.Select(c => c.Source).Distinct().Select(id => Cited(id, names))) : null);

    private JsonObject Cited(string id, RecordNames names) =>
        (names.Source(id) is { } source ? Of(source) : Node("CreativeWork")).With("@id", Address(RecordKind.Source, id));

    private JsonObject Of(SourceContent source) =>
        Node(source.Kind switch { SourceKind.News => "NewsArticle", SourceKind.Report => "Report", _ => "CreativeWork" })
            .With("name", words.Text(source.Title).Text)
            .With("url", source.Url)
            .With("publisher", source.Publisher is null ? null : Node("Organization").With("name", source.Publisher))
            .With("datePublished", Plain(source.Published))
            .With("inLanguage", source.Language);

    private JsonObject Of(CapacityStatContent stat, RecordNames names) =>
        Node("Observation")
            .With("name", headings.Of(stat, "", names))
            .With("observationAbout", City(stat.City, names))
            .With("measuredProperty", texts["CapacityCaption"].Value)
            .With("observationDate", Plain(stat.AsOf))
            .With("value", Value(stat.Quantity));

    private JsonObject? Value(Quantity? quantity) =>
        quantity is null ? null
        : quantity.Qualifier == Qualifier.Range ? Node("QuantitativeValue").With("minValue", quantity.Amount).With("maxValue", quantity.UpperAmount).With("unitText", words.Label(quantity.Unit))
        : Node("QuantitativeValue").With(Bound(quantity.Qualifier), quantity.Amount).With("unitText", words.Label(quantity.Unit));

    // "Over" and "under" bound a value and do not give it.
    private static string Bound(Qualifier qualifier) =>
        qualifier switch
        {
            Qualifier.Over or Qualifier.AtLeast => "minValue",
            Qualifier.Under or Qualifier.UpTo => "maxValue",
            _ => "value",
        };

    private JsonObject Registry() => Node("Organization").With("@id", Absolute("/#registry")).With("name", texts["Registry"].Value).With("url", Absolute("/"));

    private JsonObject City(string id, RecordNames names) => Node("City").With("@id", Address(RecordKind.City, id)).With("name", names.Of(RecordKind.City, id).Text);

    private JsonObject Partner(string id, RecordNames names) => Node("Organization").With("@id", Address(RecordKind.Partner, id)).With("name", names.Of(RecordKind.Partner, id).Text);

    private string Address(RecordKind kind, string id) => Absolute(RecordNames.Address(kind, id));

    private string Absolute(string path) => site.Absolute(path, new Uri(navigation.Uri));
}

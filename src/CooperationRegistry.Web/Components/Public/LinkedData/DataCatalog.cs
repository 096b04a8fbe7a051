using System.Globalization;
using System.Text.Json.Nodes;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Components.Public.Downloads;
using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using static CooperationRegistry.Web.Components.Public.LinkedData.JsonLd;

namespace CooperationRegistry.Web.Components.Public.LinkedData;

/// <summary>Says what can be downloaded in the terms of DCAT 3, which catalogues of open data harvest, and of schema.org.</summary>
internal sealed class DataCatalog(Site site, NavigationManager navigation, IStringLocalizer<PublicTexts> texts)
{
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";
    private const string IsoLanguages = "http://id.loc.gov/vocabulary/iso639-1/";

    private sealed record Download(string Path, string MediaType);

    private sealed record Collection(string Anchor, string Title, IReadOnlyList<Download> Files);

    public JsonArray Of(DateTimeOffset? lastChange)
    {
        var modified = lastChange?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return [Dcat(modified), SchemaOrg(modified)];
    }

    private IEnumerable<Collection> Collections() =>
    [
        .. DataAddresses.Nouns.Select(n => new Collection($"columns-{FileFormat.NameOf(n.Kind)}", texts[n.Text], [.. FileFormat.All.Select(f => new Download(f.Of(n.Kind), f.MediaType.Split(';')[0]))])),
        new("whole", texts["WholeRegistry"], [new(DataAddresses.Zip, "application/zip")]),
        new("programs", texts["CodeLists"], [.. DataAddresses.CodeLists.Keys.Select(list => new Download(DataAddresses.CodesOf(list), "text/csv"))]),
    ];

    private JsonObject Dcat(string? modified)
    {
        var context = new JsonObject
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#",
            ["dct"] = "http://purl.org/dc/terms/",
            ["foaf"] = "http://xmlns.com/foaf/0.1/",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        };
        JsonObject Described(string type, string id, string title) =>
            Node(type)
                .With("@id", id)
                .With("dct:title", Tagged(InterfaceLanguage.Current, title))
                .With("dct:license", Link(site.LicenceUrl))
                .With("dct:modified", modified is null ? null : new JsonObject { ["@type"] = "xsd:dateTime", ["@value"] = modified });
        JsonObject Distribution(Download file) =>
            Described("dcat:Distribution", Absolute(file.Path), file.Path.Split('/')[^1])
                .With("dcat:downloadURL", Link(Absolute(file.Path)))
                .With("dcat:accessURL", Link(Absolute("/data")))
                .With("dcat:mediaType", Link(MediaTypes + file.MediaType));
        JsonObject Published(JsonObject node) =>
            node.With("dct:description", Tagged(InterfaceLanguage.Current, texts["HomeLead"]))
                .With("dct:publisher", Node("foaf:Organization").With("@id", Absolute("/#registry")).With("foaf:name", texts["Registry"].Value))
                .With("dct:language", new JsonArray(Link(IsoLanguages + "en"), Link(IsoLanguages + "zh")))
                .With("dcat:keyword", List(Keywords().Select(k => (JsonNode)Tagged(InterfaceLanguage.Current, k))));
        var datasets = Collections().Select(c =>
            Published(Described("dcat:Dataset", Absolute($"/data#{c.Anchor}"), $"{texts["Registry"]}: {c.Title}")).With("dcat:distribution", List(c.Files.Select(Distribution))));
        var catalog = Published(Described("dcat:Catalog", Absolute("/data"), texts["Registry"])).With("dcat:dataset", List(datasets));
        catalog["@context"] = context;
        return catalog;
    }

    private JsonObject SchemaOrg(string? modified)
    {
        JsonObject Described(string type, string id, string title) =>
            Node(type)
                .With("@id", id).With("url", id).With("name", title).With("description", texts["HomeLead"].Value)
                .With("license", site.LicenceUrl).With("dateModified", modified).With("isAccessibleForFree", true)
                .With("keywords", List(Keywords().Select(k => (JsonNode)k)))
                .With("creator", Node("Organization").With("@id", Absolute("/#registry")).With("name", texts["Registry"].Value));
        var datasets = Collections().Select(c =>
            Described("Dataset", Absolute($"/data#{c.Anchor}"), $"{texts["Registry"]}: {c.Title}")
                .With("distribution", List(c.Files.Select(f => Node("DataDownload").With("contentUrl", Absolute(f.Path)).With("encodingFormat", f.MediaType)))));
        var catalog = Described("DataCatalog", Absolute("/data"), texts["Registry"]).With("dataset", List(datasets));
        catalog["@context"] = "https://schema.org";
        return catalog;
    }

    private string[] Keywords() => texts["DataKeywords"].Value.Split(", ");

    private static JsonObject Link(string address) => new() { ["@id"] = address };

    private string Absolute(string path) => site.Absolute(path, new Uri(navigation.Uri));
}

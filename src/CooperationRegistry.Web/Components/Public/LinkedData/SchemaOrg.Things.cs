using System.Text.Json.Nodes;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Public.Agreements;
using static CooperationRegistry.Web.Components.Public.LinkedData.JsonLd;

namespace CooperationRegistry.Web.Components.Public.LinkedData;

public sealed partial class SchemaOrg
{
    private JsonObject Of(AgreementContent agreement, RecordNames names) =>
        Node("CreativeWork")
            .With("name", words.Text(agreement.Title).Text)
            .With("alternateName", Others(agreement.Title))
            .With("genre", words.Label(agreement.Kind))
            .With("abstract", agreement.Summary is null ? null : words.Text(agreement.Summary).Text)
            .With("dateCreated", Plain(agreement.Signing()?.Date))
            .With("locationCreated", agreement.SigningEvent?.City is { } city ? City(city, names) : null)
            .With("contributor", List(agreement.Parties.Select(p => Party(p, agreement, names))))
            .With("about", List(agreement.Sectors.Select(s => (JsonNode)Node("DefinedTerm").With("termCode", s).With("name", words.Sector(s)))));

    // A city that agrees does so as a body, which is what may contribute.
    private JsonObject? Party(Party party, AgreementContent agreement, RecordNames names) =>
        party switch
        {
            { City: { } city } => Node("City", "Organization").With("@id", Address(RecordKind.City, city)).With("name", names.At(agreement, RecordKind.City, city).Text),
            { Partner: { } partner } => Node("Organization").With("@id", Address(RecordKind.Partner, partner)).With("name", names.At(agreement, RecordKind.Partner, partner).Text),
            _ => null,
        };

    private JsonObject Of(CityContent city, RecordNames names)
    {
        var shown = city.Display(words.Language);
        return Node("City")
            .With("name", shown?.Text)
            .With("alternateName", Others(city.Names, shown))
            .With("description", city.About is null ? null : words.Text(city.About).Text)
            .With("address", Place(city.Country, city.Subdivision))
            .With("containedInPlace", city.ParentCity is { } parent ? City(parent, names) : null)
            .With("geo", city.Coordinates is { } at ? Node("GeoCoordinates").With("latitude", at.Latitude).With("longitude", at.Longitude) : null)
            .With("sameAs", SameAs(city.ExternalIds));
    }

    private JsonObject Of(PartnerContent partner, RecordNames names)
    {
        var shown = partner.Display(words.Language);
        return Node(TypeOf(partner.Kind))
            .With("name", shown?.Text)
            .With("alternateName", Others(partner.Names.Where(n => n.Kind != PartnerNameKind.Misprint), shown))
            .With("description", partner.About is null ? null : words.Text(partner.About).Text)
            .With("address", Place(partner.Country, partner.Subdivision))
            .With("location", partner.Seat is { } seat ? City(seat, names) : null)
            .With("parentOrganization", partner.ParentPartner is { } parent ? Partner(parent, names) : null)
            .With("url", partner.Website)
            .With("leiCode", partner.ExternalIds.Find(i => i.Scheme == ExternalIdScheme.Lei)?.Value)
            .With("sameAs", SameAs(partner.ExternalIds));
    }

    private JsonObject Of(ProjectContent project, RecordNames names) =>
        Node("Project")
            .With("name", words.Text(project.Title).Text)
            .With("alternateName", Others(project.Title))
            .With("description", project.Summary is null ? null : words.Text(project.Summary).Text)
            .With("location", project.City is { } city ? City(city, names) : Node("Place").With("name", words.Text(project.Place).Text))
            .With("member", List(project.Organisations.Select(o => o.Partner is { } partner ? Partner(partner, names) : o.City is { } member ? City(member, names).With("@type", new JsonArray("City", "Organization")) : null)))
            .With("knowsAbout", List(project.Sectors.Select(s => (JsonNode)words.Sector(s))));

    private static string TypeOf(PartnerKind kind) =>
        kind switch
        {
            PartnerKind.NationalGovernment or PartnerKind.RegionalGovernment or PartnerKind.PublicAgency => "GovernmentOrganization",
            PartnerKind.Company or PartnerKind.StateOwnedEnterprise => "Corporation",
            PartnerKind.University => "CollegeOrUniversity",
            PartnerKind.ResearchInstitute => "ResearchOrganization",
            _ => "Organization",
        };

    private static JsonObject? Place(string? country, string? subdivision) =>
        country is null ? null : Node("PostalAddress").With("addressCountry", country).With("addressRegion", subdivision);

    private JsonArray Others(LocalizedText title) => List(title.Where(t => t.Key != words.Text(title).Tag).Select(t => (JsonNode)Tagged(t.Key, t.Value)));

    private static JsonArray Others(IEnumerable<IName> names, IName? shown) => List(names.Where(n => n != shown).Select(n => (JsonNode)Tagged(n.Language, n.Text)));

    private static JsonArray SameAs(IEnumerable<ExternalId> ids) => List(ids.Select(id => (JsonNode?)id.Address()));
}

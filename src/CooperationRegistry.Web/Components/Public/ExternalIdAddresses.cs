using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public;

internal static class ExternalIdAddresses
{
    /// <summary>Where the register that gave the id tells of it; null where it has no page for each.</summary>
    public static string? Address(this ExternalId id) =>
        id.Scheme switch
        {
            ExternalIdScheme.Wikidata => $"https://www.wikidata.org/wiki/{id.Value}",
            ExternalIdScheme.GeoNames => $"https://www.geonames.org/{id.Value}",
            ExternalIdScheme.Lei => $"https://search.gleif.org/#/record/{id.Value}",
            ExternalIdScheme.Ror => $"https://ror.org/{id.Value}",
            _ => null,
        };
}

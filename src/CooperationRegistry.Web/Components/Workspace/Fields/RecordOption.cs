using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Sources;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>A line of a list of suggestions.</summary>
/// <param name="Detail">What tells it from others of the same name.</param>
/// <param name="Begins">The kind of the new record that choosing it begins; null for one that is there.</param>
internal sealed record RecordOption(RecordKind Kind, string Id, string Name, string? Detail, RecordKind? Begins)
{
    public static RecordOption Of(Suggestion found, Words words) => new(found.Kind, found.Id, found.Name, string.Join(", ", Details(found.Content, words).OfType<string>()), null);

    public static RecordOption Begin(RecordKind kind, string text) => new(kind, "", text, null, kind);

    private static IEnumerable<string?> Details(RecordContent content, Words words) =>
        content switch
        {
            CityContent city => [words.Label(city.Kind), words.Country(city.Country)],
            PartnerContent partner => [words.Label(partner.Kind), partner.Country is { } country ? words.Country(country) : null],
            SourceContent source => [source.Publisher, source.Published is { } date ? words.Date(date) : null],
            _ => [],
        };
}

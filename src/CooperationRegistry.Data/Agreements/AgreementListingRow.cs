using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Agreements;

/// <summary>What a list, a search and a file need of an agreement, from its content and the records around it.</summary>
internal static class AgreementListingRow
{
    private const int MostYears = 100;

    public static AgreementListing Of(Agreement agreement, ListingSurroundings around, DateOnly today)
    {
        var content = agreement.Content;
        var cities = CitiesOf(content, around);
        var partners = content.Parties.SelectMany(p => new[] { p.Partner, p.OnBehalfOfPartner }).OfType<string>().Distinct().ToList();
        var title = content.Title.Best("en")!.Value;
        var status = content.StatusOn(today);
        var row = new AgreementListing
        {
            AgreementId = agreement.Id,
            Number = RecordId.NumberOf(agreement.Id),
            Title = title.Text,
            TitleLanguage = title.Tag,
            TitleZh = content.Title.For("zh-Hans"),
            Kind = content.Kind,
            Status = status.Status,
            StatusChangesOn = status.ChangesOn,
            Evidence = content.Evidence,
            Place = Place(content, around),
            Cities = cities.ConvertAll(id => around.Cities[id].DisplayIn(content, "en")!.Text),
            CityIds = cities,
            CityScope = [.. cities.SelectMany(id => Upwards(id, around)).Distinct()],
            Countries = [.. cities.Select(id => around.Cities[id].Country).Concat(partners.Select(id => around.Partners[id].Country)).OfType<string>().Distinct()],
            Partners = partners.ConvertAll(id => around.Partners[id].DisplayIn(content, "en")!.Text),
            PartnerIds = partners,
            PartnerKinds = [.. partners.Select(id => around.Partners[id].Kind).Distinct()],
            Signatories = [.. content.Signatures.Select(s => s.Person).OfType<string>()],
            Sectors = content.Sectors,
            Commitments = content.Commitments.ConvertAll(c => InEnglish(c.Text)),
            Amounts = content.Amounts.ConvertAll(a => $"{InEnglish(a.Label)}: {Written(a.Money!)}"),
            Quantities = content.Quantities.ConvertAll(q => $"{InEnglish(q.Label)}: {Written(q.Quantity!)}"),
            Projects = [.. around.Projects[agreement.Id]],
            Relations = content.Relations.ConvertAll(r => $"{ContentJson.Name(r.Kind)} {r.Agreement}"),
            Summary = content.Summary is null ? null : InEnglish(content.Summary),
            Sources = [.. SourcesOf(content).Select(id => SourceLine(around.Sources[id]))],
            SourceUrls = [.. SourcesOf(content).Select(id => around.Sources[id].Url).OfType<string>().Distinct()],
            Words = AgreementWords.Of(agreement, cities, partners, around),
            Revision = agreement.Revision,
            PublishedAt = agreement.PublishedAt,
        };
        DateOfSigning(content, row);
        row.Facets = row.Words.Facets = Facet.Of(row);
        row.Words.SignedFalling = row.SignedSort ?? DateOnly.MinValue;
        return row;
    }

    private static void DateOfSigning(AgreementContent content, AgreementListing row)
    {
        if (content.Events.Find(e => e.Kind == EventKind.Signed) is not { } signed)
            return;
        row.SignedOn = signed.Date?.Text;
        row.SignedEarliest = signed.Date?.Earliest ?? signed.NotBefore?.Earliest;
        row.SignedLatest = signed.Date?.Latest ?? signed.NotAfter?.Latest;
        row.SignedSort = row.SignedEarliest ?? row.SignedLatest;
        if (row.SignedSort is { } first)
            row.SignedYears = [.. Enumerable.Range(first.Year, Math.Clamp((row.SignedEarliest is null ? first : row.SignedLatest ?? first).Year - first.Year + 1, 1, MostYears))];
    }

    // DESIGN section 4: cities that are parties, those signed on behalf of, and the seats of parties that are public bodies or institutes of a city.
    private static List<string> CitiesOf(AgreementContent content, ListingSurroundings around) =>
    [
        .. content.Parties
            .SelectMany(p => new[] { p.City, p.OnBehalfOfCity, p.Partner is { } id && around.Partners[id] is { Kind: PartnerKind.PublicAgency or PartnerKind.ResearchInstitute, Seat: { } seat } ? seat : null })
            .OfType<string>()
            .Distinct(),
    ];

    private static IEnumerable<string> Upwards(string city, ListingSurroundings around)
    {
        var seen = new HashSet<string>();
        for (var at = city; at is not null && seen.Add(at); at = around.Cities[at].ParentCity)
            yield return at;
    }

    private static string? Place(AgreementContent content, ListingSurroundings around)
    {
        string?[] parts =
        [
            content.SigningEvent?.Place is { Count: > 0 } place ? InEnglish(place) : null,
            content.SigningEvent?.City is { } city ? around.Cities[city].Display("en")!.Text : null,
        ];
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length == 0 ? null : known;
    }

    private static IEnumerable<string> SourcesOf(AgreementContent content) => content.Citations.Select(c => c.Source).Distinct();

    private static string SourceLine(Domain.Sources.SourceContent source) =>
        string.Join(", ", new[] { InEnglish(source.Title), source.Publisher, source.Published?.Text }.OfType<string>());

    private static string InEnglish(LocalizedText text) => text.Best("en")!.Value.Text;

    private static string Written(Money money) => money.AsPrinted ?? string.Create(CultureInfo.InvariantCulture, $"{money.Amount} {money.Currency}");

    private static string Written(Quantity quantity) => quantity.AsPrinted ?? string.Create(CultureInfo.InvariantCulture, $"{quantity.Amount} {Units.Symbol(quantity.Unit)}").TrimEnd();
}

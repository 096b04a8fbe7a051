using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Web.Components.Public.Cities;

internal static class CityUnknowns
{
    /// <summary>Keys of texts that say what the registry does not know of the city.</summary>
    public static IReadOnlyList<string> Unknowns(this CityReading city) => [.. Place(city), .. Agreements(city), .. Capacity(city)];

    private static IEnumerable<string> Place(CityReading city)
    {
        if (city.City.Content.Coordinates is null)
            yield return "Unknown_CityPlace";
        if (city.City.Content.Subdivision is null)
            yield return "Unknown_CityRegion";
    }

    private static IEnumerable<string> Agreements(CityReading city)
    {
        var agreements = city.Agreements.Values;
        if (agreements.Any(a => a.Events.Find(e => e.Kind == EventKind.Signed)?.Date is { HasYear: false }))
            yield return "Unknown_CityYears";
        if (city.AgreementCounts.ContainsKey(AgreementStatus.Announced))
            yield return "Unknown_CityAnnounced";
        if (city.AgreementCounts.ContainsKey(AgreementStatus.Mentioned))
            yield return "Unknown_CityMentioned";
        var commitments = agreements.SelectMany(a => a.Commitments).ToList();
        if (city.AgreementCount > 0 && city.CommitmentCounts.Values.Sum() == 0)
            yield return "Unknown_Commitments";
        else if (commitments.Count > 0 && commitments.TrueForAll(c => c.Outcome == Outcome.Open && c.Progress.Count == 0))
            yield return "Unknown_Progress";
    }

    private static IEnumerable<string> Capacity(CityReading city)
    {
        if (city.Capacity.Count == 0)
            yield return "Unknown_CityCapacity";
        else if (city.Capacity.Exists(c => c.Content.AsOf is not { HasYear: true }))
            yield return "Unknown_CityCapacityDate";
    }
}

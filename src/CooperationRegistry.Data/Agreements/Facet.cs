using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Agreements;

/// <summary>Something that agreements are chosen by, written as the address has it: <c>city=cn-datong</c>.</summary>
public static class Facet
{
    /// <summary>The names, as the address has them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["country", "city", "partner", "partnerKind", "kind", "status", "evidence", "sector", "year"];

    /// <summary>Of these there may be tens of thousands of values.</summary>
    public static IReadOnlyList<string> LargeNames { get; } = ["city", "partner"];

    public static string Of(string name, string value) => $"{name}={value}";

    public static (string Name, string Value) Read(string facet) => facet.IndexOf('=', StringComparison.Ordinal) is var at && at < 0 ? (facet, "") : (facet[..at], facet[(at + 1)..]);

    /// <summary>All that the row can be chosen by.</summary>
    public static List<string> Of(AgreementListing row) =>
    [
        .. row.Countries.Select(c => Of("country", c)),
        .. row.CityScope.Select(c => Of("city", c)),
        .. row.PartnerIds.Select(p => Of("partner", p)),
        .. row.PartnerKinds.Select(k => Of("partnerKind", ContentJson.Name(k))),
        Of("kind", ContentJson.Name(row.Kind)),
        Of("status", ContentJson.Name(row.Status)),
        Of("evidence", ContentJson.Name(row.Evidence)),
        .. row.Sectors.Distinct().Select(s => Of("sector", s)),
        .. row.SignedYears.DefaultIfEmpty(AgreementFilter.UnknownYear).Select(y => Of("year", AgreementFilterReader.Written(y))),
    ];
}

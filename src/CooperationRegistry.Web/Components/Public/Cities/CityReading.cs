using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Cities;

/// <summary>All that the page of a city tells, read together.</summary>
public sealed class CityReading
{
    private const int MostAgreements = 200;

    public required City City { get; init; }

    public required List<AgreementListing> Listings { get; init; }

    public required Dictionary<string, AgreementContent> Agreements { get; init; }

    public required List<Project> Projects { get; init; }

    public required List<CapacityStat> Capacity { get; init; }

    /// <summary>Ids of the cities that lie in this one.</summary>
    public required List<string> Districts { get; init; }

    public IEnumerable<CitedContent> Others => [.. Agreements.Values, .. Capacity.Select(c => c.Content)];

    /// <summary>Of all agreements, where <see cref="Listings"/> holds the newest ones.</summary>
    public required int AgreementCount { get; init; }

    public required int PartnerCount { get; init; }

    public required int RunningCount { get; init; }

    /// <summary>The latest figure of the widest measure: total, renewable, new energy, one technology.</summary>
    public CapacityStat? MainCapacity => Capacity.OrderBy(c => c.Content.Metric).ThenByDescending(c => c.Content.AsOf?.Latest).FirstOrDefault();

    public IEnumerable<(string Group, List<AgreementListing> Rows)> Groups =>
        from name in (string[])["Announced", "Running", "Over", "Mentioned"]
        let rows = Listings.FindAll(l => GroupOf(l.Status) == name)
        where rows.Count > 0
        select (name, rows);

    /// <summary>Without what other records say of it.</summary>
    public static CityReading Alone(City city) =>
        new() { City = city, Listings = [], Agreements = [], Projects = [], Capacity = [], Districts = [], AgreementCount = 0, PartnerCount = 0, RunningCount = 0 };

    public static async Task<CityReading> LoadAsync(RegistryDbContext db, City city, CancellationToken cancellation)
    {
        var id = city.Id;
        var districts = await db.Cities.Where(c => c.Content.ParentCity == id).Select(c => c.Id).OrderBy(c => c).ToListAsync(cancellation);
        var matching = db.AgreementListings.Where(a => a.CityScope.Contains(id));
        var listings = await matching
            .OrderByDescending(a => a.SignedSort.HasValue).ThenByDescending(a => a.SignedSort).ThenByDescending(a => a.Number)
            .Take(MostAgreements).ToListAsync(cancellation);
        var ids = listings.ConvertAll(l => l.AgreementId);
        var places = districts.Append(id).ToList();
        return new CityReading
        {
            City = city,
            Listings = listings,
            AgreementCount = await matching.CountAsync(cancellation),
            RunningCount = await matching.CountAsync(a => a.Status == AgreementStatus.Signed || a.Status == AgreementStatus.InForce, cancellation),
            PartnerCount = await matching.SelectMany(a => a.PartnerIds).Distinct().CountAsync(cancellation),
            Agreements = await db.Agreements.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Content, cancellation),
            Projects = await db.Projects
                .Where(p => places.Contains(p.Content.City!) || p.Content.Organisations.Any(o => places.Contains(o.City!)) || p.Content.Agreements.Any(a => ids.Contains(a.Agreement)))
                .OrderBy(p => p.Id).ToListAsync(cancellation),
            Capacity = await db.CapacityStats.Where(c => places.Contains(c.Content.City)).OrderBy(c => c.Id).ToListAsync(cancellation),
            Districts = districts,
        };
    }

    public IReadOnlyList<string> Unknowns()
    {
        var signed = Agreements.Values.Select(a => a.Events.Find(e => e.Kind == EventKind.Signed)).OfType<AgreementEvent>().ToList();
        var unknown = new List<string>();
        if (signed.Exists(e => e.Date is { HasYear: false }))
            unknown.Add("Unknown_CityYears");
        if (Listings.Exists(l => l.Status == AgreementStatus.Announced))
            unknown.Add("Unknown_CityAnnounced");
        if (Listings.Exists(l => l.Evidence == Evidence.Mentioned))
            unknown.Add("Unknown_CityMentioned");
        if (Agreements.Values.SelectMany(a => a.Commitments).Any() && !Agreements.Values.SelectMany(a => a.Commitments).Any(c => c.Progress.Count > 0))
            unknown.Add("Unknown_Progress");
        if (Capacity.Count == 0)
            unknown.Add("Unknown_CityCapacity");
        else if (Capacity.Exists(c => c.Content.AsOf is null))
            unknown.Add("Unknown_CityCapacityDate");
        return unknown;
    }

    private static string GroupOf(AgreementStatus status) =>
        status switch
        {
            AgreementStatus.Mentioned => "Mentioned",
            AgreementStatus.Sought or AgreementStatus.Announced or AgreementStatus.Approved => "Announced",
            AgreementStatus.Signed or AgreementStatus.InForce or AgreementStatus.Suspended => "Running",
            _ => "Over",
        };
}

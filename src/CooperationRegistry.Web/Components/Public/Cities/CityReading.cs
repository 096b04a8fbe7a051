using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Cities;

/// <summary>A partner of the city, and how many agreements they share.</summary>
public sealed record PartnerTie(string Id, PartnerKind Kind, int Count);

/// <summary>All that the page of a city tells, read together. Counts are of all there is, lists hold a part of it where there is much.</summary>
public sealed class CityReading
{
    private const int MostPartners = 50;
    private const int MostProjects = 100;
    private const int MostFigures = 200;

    public required City City { get; init; }

    public List<AgreementGroup> Groups { get; private init; } = [];

    /// <summary>Those of the groups, by id.</summary>
    public Dictionary<string, AgreementContent> Agreements { get; private init; } = [];

    public IReadOnlyDictionary<AgreementStatus, int> AgreementCounts { get; private init; } = new Dictionary<AgreementStatus, int>();

    /// <summary>The most frequent first.</summary>
    public List<PartnerTie> Partners { get; private init; } = [];

    public int PartnerCount { get; private init; }

    public List<Project> Projects { get; private init; } = [];

    public int ProjectCount { get; private init; }

    public IReadOnlyDictionary<Outcome, int> CommitmentCounts { get; private init; } = new Dictionary<Outcome, int>();

    public List<CapacityStat> Capacity { get; private init; } = [];

    public int CapacityCount { get; private init; }

    /// <summary>Ids of the cities that lie in this one.</summary>
    public List<string> Districts { get; private init; } = [];

    public int AgreementCount => AgreementCounts.Values.Sum();

    public int RunningCount => AgreementCounts.GetValueOrDefault(AgreementStatus.Signed) + AgreementCounts.GetValueOrDefault(AgreementStatus.InForce);

    public IEnumerable<CitedContent> Others => [.. Agreements.Values, .. Capacity.Select(c => c.Content)];

    /// <summary>In the order of the groups.</summary>
    public IEnumerable<(string Id, AgreementContent Content)> InOrder => Groups.SelectMany(g => g.Newest).Select(l => (l.AgreementId, Agreements[l.AgreementId]));

    /// <summary>The city's own latest figure of the widest measure: total, renewable, new energy, one technology.</summary>
    public CapacityStat? MainCapacity =>
        Capacity.Where(c => c.Content.City == City.Id).OrderBy(c => c.Content.Metric).ThenByDescending(c => c.Content.AsOf?.Latest).FirstOrDefault();

    /// <summary>Without what other records say of it.</summary>
    public static CityReading Alone(City city) => new() { City = city };

    public static async Task<CityReading> LoadAsync(RegistryDbContext db, City city, DateOnly today, CancellationToken cancellation)
    {
        var id = city.Id;
        var districts = await db.Cities.Where(c => c.Content.ParentCity == id).Select(c => c.Id).OrderBy(c => c).ToListAsync(cancellation);
        List<string> places = [id, .. districts];
        var agreements = db.AgreementListings.Matching(new AgreementFilter { City = [id] });
        var counts = await agreements.GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var groups = await AgreementGroup.LoadAsync(agreements, counts, cancellation);
        var ids = groups.SelectMany(g => g.Newest).Select(l => l.AgreementId).ToList();
        var contents = await db.Agreements.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Content, cancellation);
        var projects = db.Projects.Where(p =>
            places.Contains(p.Content.City!) || p.Content.Organisations.Any(o => places.Contains(o.City!)) || p.Content.Agreements.Any(a => agreements.Any(l => l.AgreementId == a.Agreement)));
        var capacity = db.CapacityStats.Where(c => places.Contains(c.Content.City));
        return new CityReading
        {
            City = city,
            Groups = groups.ConvertAll(g => g.InOrder(contents, today)),
            Agreements = contents,
            AgreementCounts = counts,
            Partners = await PartnersAsync(db, agreements, cancellation),
            PartnerCount = await agreements.SelectMany(a => a.PartnerIds).Distinct().CountAsync(cancellation),
            Projects = await projects.OrderBy(p => p.Id).Take(MostProjects).ToListAsync(cancellation),
            ProjectCount = await projects.CountAsync(cancellation),
            CommitmentCounts = await CommitmentOutcomes.OfCityAsync(db, id, cancellation),
            Capacity = await capacity.OrderBy(c => c.Content.City != id).ThenBy(c => c.Id).Take(MostFigures).ToListAsync(cancellation),
            CapacityCount = await capacity.CountAsync(cancellation),
            Districts = districts,
        };
    }

    private static async Task<List<PartnerTie>> PartnersAsync(RegistryDbContext db, IQueryable<AgreementListing> agreements, CancellationToken cancellation)
    {
        var counts = await agreements.SelectMany(a => a.PartnerIds).GroupBy(p => p)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id).Take(MostPartners).ToListAsync(cancellation);
        var ids = counts.ConvertAll(c => c.Id);
        var kinds = await db.Partners.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Content.Kind }).ToDictionaryAsync(p => p.Id, p => p.Kind, cancellation);
        return counts.ConvertAll(c => new PartnerTie(c.Id, kinds[c.Id], c.Count));
    }
}

using CooperationRegistry.Data.Partners;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>The records that a page of agreements names, so that their rows can be written without further questions.</summary>
internal sealed record ListingSurroundings(
    IReadOnlyDictionary<string, CityContent> Cities,
    IReadOnlyDictionary<string, PartnerContent> Partners,
    ILookup<string, PartnerContent> Predecessors,
    IReadOnlyDictionary<string, SourceContent> Sources,
    ILookup<string, string> Projects)
{
    public static async Task<ListingSurroundings> LoadAsync(RegistryDbContext db, IReadOnlyList<Agreement> agreements, CancellationToken cancellationToken)
    {
        var parties = agreements.SelectMany(a => a.Content.Parties).ToList();
        var partners = await ReadAsync(db.Partners, parties.SelectMany(p => new[] { p.Partner, p.OnBehalfOfPartner }), p => p.Content, cancellationToken);
        var predecessors = await PartnerSuccessions.PredecessorsAsync(db, partners, cancellationToken);
        var named = parties.SelectMany(p => new[] { p.City, p.OnBehalfOfCity })
            .Concat(agreements.Select(a => a.Content.SigningEvent?.City))
            .Concat(partners.Values.Select(p => p.Seat));
        var cities = await ReadAsync(db.Cities, named, c => c.Content, cancellationToken);
        for (var above = cities; above.Count > 0;)
        {
            above = await ReadAsync(db.Cities, above.Values.Select(c => c.ParentCity).Where(id => id is not null && !cities.ContainsKey(id)), c => c.Content, cancellationToken);
            foreach (var (id, city) in above)
                cities[id] = city;
        }
        var sources = await ReadAsync(db.Sources, agreements.SelectMany(a => a.Content.Citations).Select(c => c.Source), s => s.Content, cancellationToken);
        var ids = agreements.Select(a => a.Id).ToList();
        var projects = await db.Projects
            .SelectMany(p => p.Content.Agreements, (p, a) => new { Project = p.Id, a.Agreement })
            .Where(x => ids.Contains(x.Agreement))
            .OrderBy(x => x.Project)
            .ToListAsync(cancellationToken);
        return new ListingSurroundings(cities, partners, predecessors, sources, projects.ToLookup(x => x.Agreement, x => x.Project));
    }

    private static async Task<Dictionary<string, TContent>> ReadAsync<TRecord, TContent>(
        IQueryable<TRecord> records,
        IEnumerable<string?> ids,
        Func<TRecord, TContent> content,
        CancellationToken cancellationToken)
        where TRecord : Record
    {
        var wanted = ids.OfType<string>().Distinct().ToList();
        return wanted.Count == 0 ? [] : await records.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, content, cancellationToken);
    }
}

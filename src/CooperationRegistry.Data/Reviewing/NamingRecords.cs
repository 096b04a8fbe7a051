using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>A published record that names another one.</summary>
public sealed record NamingRecord(RecordKind Kind, string Id, string Title)
{
    internal static NamingRecord Of(Record record) => new(record.Kind, record.Id, RecordTitles.Of(record.Body, "en"));
}

/// <summary>Finds the published records that name one, by the columns that the foreign keys hold.</summary>
internal static class NamingRecords
{
    /// <summary>Untracked, agreements first.</summary>
    public static async Task<IReadOnlyList<Record>> ReadAsync(RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken)
    {
        IQueryable<Record>[] naming = kind switch
        {
            RecordKind.City => OfCity(db, id),
            RecordKind.Partner => OfPartner(db, id),
            RecordKind.Agreement => [db.Agreements.Where(a => a.Content.Relations.Any(r => r.Agreement == id)), db.Projects.Where(p => p.Content.Agreements.Any(a => a.Agreement == id))],
            RecordKind.Source => OfSource(db, id),
            _ => [],
        };
        var found = new List<Record>();
        foreach (var records in naming)
            found.AddRange(await records.AsNoTracking().ToListAsync(cancellationToken));
        return [.. found.OrderByDescending(r => r.Kind == RecordKind.Agreement).ThenBy(r => r.Kind).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private static IQueryable<Record>[] OfCity(RegistryDbContext db, string id) =>
    [
        db.Agreements.Where(a => a.Content.Parties.Any(p => p.City == id || p.OnBehalfOfCity == id) || a.Content.SigningEvent!.City == id),
        db.Projects.Where(p => p.Content.City == id || p.Content.Organisations.Any(o => o.City == id)),
        db.CapacityStats.Where(s => s.Content.City == id),
        db.Cities.Where(c => c.Content.ParentCity == id),
        db.Partners.Where(p => p.Content.Seat == id),
    ];

    private static IQueryable<Record>[] OfPartner(RegistryDbContext db, string id) =>
    [
        db.Agreements.Where(a => a.Content.Parties.Any(p => p.Partner == id || p.OnBehalfOfPartner == id)),
        db.Projects.Where(p => p.Content.Organisations.Any(o => o.Partner == id)),
        db.Partners.Where(p => p.Content.ParentPartner == id || p.Content.Successions.Any(s => s.Partner == id)),
    ];

    private static IQueryable<Record>[] OfSource(RegistryDbContext db, string id) =>
    [
        db.Agreements.Where(r => r.Content.Citations.Any(c => c.Source == id)),
        db.Cities.Where(r => r.Content.Citations.Any(c => c.Source == id)),
        db.Partners.Where(r => r.Content.Citations.Any(c => c.Source == id)),
        db.Projects.Where(r => r.Content.Citations.Any(c => c.Source == id)),
        db.CapacityStats.Where(r => r.Content.Citations.Any(c => c.Source == id)),
    ];
}

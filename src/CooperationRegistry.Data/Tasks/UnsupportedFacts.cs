using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Tasks;

/// <summary>
/// Records with facts that cite nothing. Telling them takes the whole content, so only the records published last are read: a gap that
/// was just made is always among them, and the time does not grow with the registry.
/// </summary>
internal static class UnsupportedFacts
{
    public static async Task<List<UnsupportedLine>> AmongNewestAsync(RegistryDbContext db, int most, CancellationToken cancellationToken)
    {
        var lines = new List<UnsupportedLine>();
        foreach (var group in (await NewestAsync(db, most, cancellationToken)).GroupBy(r => r.Kind, r => r.Id))
        {
            var records = await ReadAsync(db, group.Key, [.. group], cancellationToken);
            lines.AddRange(
                from record in records
                let content = (CitedContent)record.Body
                let facts = Facts.Unsupported(content).ToList()
                where facts.Count > 0
                select new UnsupportedLine(record.Kind, record.Id, content, facts));
        }
        return lines;
    }

    private static async Task<IEnumerable<Published>> NewestAsync(RegistryDbContext db, int most, CancellationToken cancellationToken)
    {
        List<Published> newest =
        [
            .. await NewestAsync(db.Agreements, RecordKind.Agreement, most, cancellationToken),
            .. await NewestAsync(db.Projects, RecordKind.Project, most, cancellationToken),
            .. await NewestAsync(db.Cities, RecordKind.City, most, cancellationToken),
            .. await NewestAsync(db.Partners, RecordKind.Partner, most, cancellationToken),
            .. await NewestAsync(db.CapacityStats, RecordKind.CapacityStat, most, cancellationToken),
        ];
        return newest.OrderByDescending(p => p.At).ThenBy(p => p.Kind == RecordKind.Agreement ? 0 : 1).Take(most);
    }

    private static Task<List<Published>> NewestAsync<TRecord>(DbSet<TRecord> records, RecordKind kind, int most, CancellationToken cancellationToken)
        where TRecord : Record =>
        records.OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).Take(most).Select(r => new Published(kind, r.Id, r.PublishedAt)).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<Record>> ReadAsync(RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Agreement => await db.Agreements.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.Project => await db.Projects.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.City => await db.Cities.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            RecordKind.Partner => await db.Partners.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
            _ => await db.CapacityStats.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken),
        };

    private readonly record struct Published(RecordKind Kind, string Id, DateTimeOffset At);
}

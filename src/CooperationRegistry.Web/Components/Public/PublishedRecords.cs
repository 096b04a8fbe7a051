using System.Globalization;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Components.Public.History;
using CooperationRegistry.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>What the address of a record leads to.</summary>
internal static class PublishedRecords
{
    /// <param name="revision">As asked for; null for what is published now.</param>
    /// <returns>No record where <see cref="Standing"/> says why there is none; null where nothing stands under the id.</returns>
    public static async Task<(Standing Standing, Record? Record)?> FindPublishedAsync(
        this RegistryDbContext db, RecordKind kind, string id, string? revision, CancellationToken cancellationToken)
    {
        if (!RecordId.IsWellFormed(kind, id))
            return null;
        return revision is null ? await FindCurrentAsync(db, kind, id, cancellationToken) : await FindPastAsync(db, kind, id, revision, cancellationToken);
    }

    private static async Task<(Standing Standing, Record? Record)?> FindCurrentAsync(RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken)
    {
        var standing = new Standing(kind, id);
        if (await db.PublishedRevisionsOf(kind, id).SingleOrDefaultAsync(cancellationToken) is { } published)
            return (standing, published.Restore());
        if (await db.WithdrawnAsync(kind, id, cancellationToken) is not { } withdrawn)
            return null;
        var last = await db.RevisionsOf(kind, id).SingleAsync(r => r.Number == withdrawn.Revision, cancellationToken);
        return (standing with { Withdrawn = withdrawn, Name = RecordTitles.Of(RecordHistory.Content(last), InterfaceLanguage.Current), Last = withdrawn.Revision }, null);
    }

    // A revision is the whole record in one row; its tables take a query each.
    private static IQueryable<Revision> PublishedRevisionsOf(this RegistryDbContext db, RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.Source => db.PublishedRevisionsOf(db.Sources, kind, id),
            RecordKind.City => db.PublishedRevisionsOf(db.Cities, kind, id),
            RecordKind.Partner => db.PublishedRevisionsOf(db.Partners, kind, id),
            RecordKind.Agreement => db.PublishedRevisionsOf(db.Agreements, kind, id),
            RecordKind.Project => db.PublishedRevisionsOf(db.Projects, kind, id),
            RecordKind.CapacityStat => db.PublishedRevisionsOf(db.CapacityStats, kind, id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static IQueryable<Revision> PublishedRevisionsOf<TRecord>(this RegistryDbContext db, IQueryable<TRecord> records, RecordKind kind, string id)
        where TRecord : Record =>
        db.RevisionsOf(kind, id).Where(r => records.Any(p => p.Id == id && p.Revision == r.Number));

    private static async Task<(Standing Standing, Record? Record)?> FindPastAsync(RegistryDbContext db, RecordKind kind, string id, string asked, CancellationToken cancellationToken)
    {
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (new Standing(kind, id) { Unreadable = asked }, null);
        if (await db.RevisionsOf(kind, id).SingleOrDefaultAsync(r => r.Number == number, cancellationToken) is not { } past)
            return null;
        var standing = new Standing(kind, id)
        {
            Last = await db.LastRevisionAsync(kind, id, cancellationToken),
            Past = past,
            Withdrawn = await db.WithdrawnAsync(kind, id, cancellationToken),
            Survivor = await db.SurvivorAsync(kind, id, cancellationToken),
        };
        return (standing, past.Restore());
    }
}

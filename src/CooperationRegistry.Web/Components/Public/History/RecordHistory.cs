using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.History;

/// <summary>One thing that happened to a record; exactly one of the three is set.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Revision">A publication.</param>
/// <param name="Merge">The record into another, or another into it.</param>
/// <param name="Withdrawal">A withdrawal.</param>
/// <param name="Changes">How many places of the content differ from the revision before; null for the first.</param>
public sealed record HistoryEntry(DateTimeOffset At, Revision? Revision, Redirect? Merge, Tombstone? Withdrawal, int? Changes);

/// <summary>All that an id has been through.</summary>
public sealed class RecordHistory
{
    private readonly List<Revision> revisions;

    private RecordHistory(List<Revision> revisions, IReadOnlyList<Redirect> merges, IReadOnlyList<Tombstone> withdrawals)
    {
        this.revisions = revisions;
        Kind = revisions[0].Kind;
        Id = revisions[0].RecordId;
        Survivor = merges.SingleOrDefault(m => m.FromId == Id)?.IntoId;
        IsWithdrawn = withdrawals.Any(w => w.Revision == revisions[^1].Number);
        Entries =
        [
            .. revisions.Select((r, i) => new HistoryEntry(r.PublishedAt, r, null, null, i == 0 ? null : ContentDiff.Compare(Content(revisions[i - 1]), Content(r)).Count))
                .Concat(merges.Select(m => new HistoryEntry(m.At, null, m, null, null)))
                .Concat(withdrawals.Select(w => new HistoryEntry(w.At, null, null, w, null)))
                .OrderByDescending(e => e.At)
                // What happened in one moment: a withdrawal or a merge follows the revision it is about.
                .ThenByDescending(e => e.Revision?.Number ?? e.Withdrawal?.Revision ?? revisions.Last(r => r.PublishedAt <= e.At).Number)
                .ThenByDescending(e => e.Revision is null),
        ];
    }

    public RecordKind Kind { get; }

    public string Id { get; }

    public IReadOnlyList<HistoryEntry> Entries { get; }

    /// <summary>By their numbers.</summary>
    public IReadOnlyList<Revision> Revisions => revisions;

    public bool IsWithdrawn { get; }

    /// <summary>The record that this one was merged into.</summary>
    public string? Survivor { get; }

    /// <summary>The last content that was public.</summary>
    public RecordContent Latest => Content(revisions[^1]);

    /// <returns>Null where nothing was ever published under the id.</returns>
    public static async Task<RecordHistory?> LoadAsync(RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellation)
    {
        var revisions = await db.RevisionsOf(kind, id).OrderBy(r => r.Number).ToListAsync(cancellation);
        if (revisions.Count == 0)
            return null;
        var merges = await db.Redirects.AsNoTracking().Where(r => r.Kind == kind && (r.FromId == id || r.IntoId == id)).ToListAsync(cancellation);
        var withdrawals = await db.Tombstones.AsNoTracking().Where(t => t.Kind == kind && t.RecordId == id).ToListAsync(cancellation);
        return new RecordHistory(revisions, merges, withdrawals);
    }

    public static RecordContent Content(Revision revision) => ContentJson.Read(revision.Kind, revision.Content);
}

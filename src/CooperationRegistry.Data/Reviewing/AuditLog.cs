using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <param name="Action"><c>proposal.submitted</c>, <c>record.published</c>, <c>account.added</c> …</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Details">A note, where there is one; of a publication a <see cref="RevisionMark"/>.</param>
public sealed record AuditLine(string Action, string Subject, string? Details = null)
{
    public const string Published = "record.published";
    public const string Withdrawn = "record.withdrawn";
    public const string Merged = "record.merged";

    /// <summary>The actions that change what is public.</summary>
    public static IReadOnlyList<string> OfRecords { get; } = [Published, Withdrawn, Merged];

    public static AuditLine Of(Revision revision) => new(Published, revision.Subject, RevisionMark.Of(revision).ToString());
}

/// <summary>Appends to the chain, one writer at a time, in the caller's transaction.</summary>
public static class AuditLog
{
    private const long Lock = 0x41554449;

    /// <exception cref="InvalidOperationException">There is no transaction to be part of.</exception>
    public static async Task AppendAsync(RegistryDbContext db, DateTimeOffset at, string actor, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit entry is written in the transaction of what it tells of.");
        if (lines.Count == 0)
            return;
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        // After the head, not after the last row: what was taken off the end, or put there, stays seen for ever.
        var head = await db.AuditHead.AsNoTracking().SingleAsync(cancellationToken);
        foreach (var line in lines)
        {
            var entry = AuditEntry.After(head.Number, head.Hash, at, actor, line.Action, line.Subject, line.Details);
            (head.Number, head.Hash) = (entry.Number, entry.Hash);
            db.AuditEntries.Add(entry);
        }
        await db.SaveChangesAsync(cancellationToken);
        await db.AuditHead.ExecuteUpdateAsync(set => set.SetProperty(h => h.Number, head.Number).SetProperty(h => h.Hash, head.Hash), cancellationToken);
    }
}

using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Walks the whole log once, and then the revisions, as they are at one moment.</summary>
public sealed class AuditVerification(RegistryDbContext db)
{
    private const int MostFaults = 100;
    private const int Step = 500;

    private readonly List<AuditFault> faults = [];
    // By the revision, what its entries say of it. The id of a city may be a partner's too.
    private readonly Dictionary<string, List<string?>> published = new(StringComparer.Ordinal);
    private KeptHead last = AuditReport.Beginning;
    private long entries;
    private long revisions;
    private long unmarked;

    /// <summary>An end of the chain from an earlier day.</summary>
    public KeptHead? Kept { get; init; }

    /// <summary>Hears how many entries and revisions are done.</summary>
    public IProgress<long>? Progress { get; init; }

    public async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken)
            : null;
        await foreach (var entry in db.AuditEntries.AsNoTracking().AsSingleQuery().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Check(entry);
        CheckEnd(await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken));
        if (Kept is { } kept && kept.Number > last.Number)
            Say(new AuditFault(AuditFaultKind.KeptMissing, kept.Number, last.Number));
        await foreach (var revision in db.Revisions.AsNoTracking().AsSingleQuery().OrderBy(r => r.RecordId).ThenBy(r => r.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Check(revision);
        foreach (var (gone, _) in published.Where(p => p.Value.Count > 0).OrderBy(p => p.Key, StringComparer.Ordinal))
            Say(AuditFault.Of(AuditFaultKind.RevisionMissing, gone));
        Progress?.Report(entries + revisions);
        return new AuditReport(entries, last, revisions, unmarked, faults);
    }

    private void Check(AuditEntry entry)
    {
        if (entry.Number != last.Number + 1)
            Say(new AuditFault(AuditFaultKind.Missing, last.Number + 1, entry.Number - 1));
        else if (entry.PreviousHash != last.Hash)
            Say(AuditFault.At(AuditFaultKind.Unlinked, entry.Number));
        if (entry.Hash != entry.ComputedHash())
            Say(AuditFault.At(AuditFaultKind.Changed, entry.Number));
        if (entry.Number == Kept?.Number && entry.Hash != Kept.Hash)
            Say(AuditFault.At(AuditFaultKind.KeptChanged, entry.Number));
        last = new KeptHead(entry.Number, entry.Hash);
        if (entry.Action == AuditLine.Published)
            Note(entry.Subject, RevisionMark.Read(entry.Details).Fingerprint);
        if (++entries % Step == 0)
            Progress?.Report(entries);
    }

    private void Note(string revision, string? fingerprint)
    {
        if (published.TryGetValue(revision, out var marks))
            marks.Add(fingerprint);
        else
            published[revision] = [fingerprint];
    }

    private void CheckEnd(AuditHead? head)
    {
        if (head is null)
            Say(AuditFault.At(AuditFaultKind.NoHead, last.Number));
        else if (head.Number > last.Number)
            Say(new AuditFault(AuditFaultKind.MissingAtEnd, last.Number + 1, head.Number));
        else if (head.Number < last.Number)
            Say(new AuditFault(AuditFaultKind.AddedAtEnd, head.Number + 1, last.Number));
        else if (head.Hash != last.Hash)
            Say(AuditFault.At(AuditFaultKind.EndChanged, last.Number));
    }

    private void Check(Revision revision)
    {
        if (!published.TryGetValue(revision.Subject, out var marks) || marks.Count == 0)
            Say(AuditFault.Of(AuditFaultKind.RevisionUnknown, revision.Subject));
        else if (marks.Remove(revision.ComputedHash()))
            revisions++;
        else if (marks.Remove(null))
            unmarked++;
        else
        {
            marks.RemoveAt(0);
            Say(AuditFault.Of(AuditFaultKind.RevisionChanged, revision.Subject));
        }
        if ((revisions + unmarked) % Step == 0)
            Progress?.Report(entries + revisions + unmarked);
    }

    private void Say(AuditFault fault)
    {
        if (faults.Count < MostFaults)
            faults.Add(fault);
    }
}

using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <param name="Action"><c>proposal.submitted</c>, <c>record.published</c>, <c>account.added</c> …</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Details">A note, where there is one.</param>
public sealed record AuditLine(string Action, string Subject, string? Details = null);

/// <summary>Appends to the chain, one writer at a time, in the caller's transaction; and verifies it.</summary>
public static class AuditLog
{
    private const long Lock = 0x41554449;

    /// <exception cref="InvalidOperationException">There is no transaction to be part of.</exception>
    public static async Task AppendAsync(RegistryDbContext db, DateTimeOffset at, string actor, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit entry is written in the transaction of what it tells of.");
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        foreach (var line in lines)
        {
            last = AuditEntry.After(last, at, actor, line.Action, line.Subject, line.Details);
            db.AuditEntries.Add(last);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>What is wrong with the chain, in words; empty where it is whole.</returns>
    public static async Task<IReadOnlyList<string>> VerifyAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        long expected = 1;
        var previous = AuditEntry.Beginning;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Number != expected)
                faults.Add(entry.Number - expected == 1 ? $"Entry {expected} is missing." : $"Entries {expected} to {entry.Number - 1} are missing.");
            else if (entry.PreviousHash != previous)
                faults.Add($"Entry {entry.Number} does not follow the entry before it.");
            if (entry.Hash != entry.ComputedHash())
                faults.Add($"Entry {entry.Number} was changed.");
            expected = entry.Number + 1;
            previous = entry.Hash;
        }
        return faults;
    }
}

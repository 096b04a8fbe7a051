using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Quality;

/// <summary>Hands out the addresses of published sources to be asked, none of them twice within a day, however many servers ask.</summary>
public sealed class LinkChecks(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Addresses not asked for within a day, those never asked first. Each counts as asked from now on, whatever comes of it.</summary>
    public async Task<IReadOnlyList<string>> TakeDueAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = now - Day;
        // The row is the claim: where another server has just made it, nothing comes back.
        return await db.Database.SqlQuery<string>($"""
            INSERT INTO link_checks (url, checked_at)
            SELECT address.url, {now}
            FROM (SELECT DISTINCT split_part(url, '#', 1) AS url FROM sources WHERE url IS NOT NULL) address LEFT JOIN link_checks c USING (url)
            WHERE c.checked_at IS NULL OR c.checked_at <= {due}
            ORDER BY c.checked_at NULLS FIRST, address.url LIMIT {most}
            ON CONFLICT (url) DO UPDATE SET checked_at = excluded.checked_at, status = NULL, fault = NULL WHERE link_checks.checked_at <= {due}
            RETURNING url AS "Value"
            """).ToListAsync(cancellationToken);
    }

    public async Task NoteAsync(string url, int? status, LinkFault? fault, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.LinkChecks.Where(c => c.Url == url).ExecuteUpdateAsync(c => c.SetProperty(x => x.Status, status).SetProperty(x => x.Fault, fault), cancellationToken);
    }
}

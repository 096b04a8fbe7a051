using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Bulk;

/// <summary>Adds rows that the context is not to track any further.</summary>
internal static class Rows
{
    // Up to here one statement each, sent together, costs less than beginning a COPY a table.
    private const int Few = 16;

    public static bool AreFew(int count) => count <= Few;

    /// <summary>In the transaction of the caller; saves what the context tracks, too, where they are few.</summary>
    public static async Task AddRowsAsync<TRow>(this RegistryDbContext db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        if (!AreFew(rows.Count))
        {
            await db.CopyAsync(rows, cancellationToken);
            return;
        }
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var row in rows)
            db.Entry(row).State = EntityState.Detached;
    }
}

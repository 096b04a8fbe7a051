using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Exchange;

/// <summary>When what is public changed last: the state of the registry that a file was taken from.</summary>
public static class LastChanges
{
    /// <returns>The last publication, withdrawal or merge, UTC; null where nothing was published yet.</returns>
    public static async Task<DateTimeOffset?> LastChangeAsync(this RegistryDbContext db, CancellationToken cancellationToken)
    {
        DateTimeOffset?[] last =
        [
            await db.Revisions.MaxAsync(r => (DateTimeOffset?)r.PublishedAt, cancellationToken),
            await db.Tombstones.MaxAsync(t => (DateTimeOffset?)t.At, cancellationToken),
            await db.Redirects.MaxAsync(r => (DateTimeOffset?)r.At, cancellationToken),
        ];
        return last.Max();
    }
}

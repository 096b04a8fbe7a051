using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Quality;

/// <summary>Keeps what is told of the quality of records in step with what is published.</summary>
internal static class RecordQualities
{
    private const int Page = 500;

    public static IEnumerable<RecordQuality> Of(IEnumerable<Record> records) => records.Where(r => r.Body is CitedContent).Select(RecordQuality.Of);

    public static async Task RemoveAsync(RegistryDbContext db, IEnumerable<Record> records, CancellationToken cancellationToken)
    {
        foreach (var kind in records.GroupBy(r => r.Kind, r => r.Id))
        {
            var ids = kind.ToList();
            await db.RecordQualities.Where(q => q.Kind == kind.Key && ids.Contains(q.RecordId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    public static Task RemoveAsync(RegistryDbContext db, RecordKind kind, string id, CancellationToken cancellationToken) =>
        db.RecordQualities.Where(q => q.Kind == kind && q.RecordId == id).ExecuteDeleteAsync(cancellationToken);

    public static async Task RewriteAllAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        await db.RecordQualities.ExecuteDeleteAsync(cancellationToken);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            await foreach (var page in db.ReadAllAsync(kind, cancellationToken).Chunk(Page).WithCancellation(cancellationToken))
                await db.AddRowsAsync([.. Of(page)], cancellationToken);
        }
    }
}

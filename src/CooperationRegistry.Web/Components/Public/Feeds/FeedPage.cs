using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Web.Components.Public.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Feeds;

/// <param name="Row">As the list has it.</param>
/// <param name="First">When its first revision was published.</param>
internal sealed record FeedEntry(ListedAgreement Row, AgreementContent Content, DateTimeOffset First);

/// <summary>A page of the agreements that were published last, as a feed tells them.</summary>
/// <param name="Updated">The last publication among all that match; where none does, the last change of the registry.</param>
/// <param name="Changed">The last change of the registry: names and withdrawals change a feed too.</param>
internal sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, string? Previous, string? Next, DateTimeOffset Updated, DateTimeOffset? Changed, RecordNames Names)
{
    /// <param name="db">A context.</param>
    /// <param name="filter">Prepared; its sort does not count.</param>
    /// <param name="language">Of the names.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<FeedPage> LoadAsync(RegistryDbContext db, AgreementFilter filter, string language, CancellationToken cancellation)
    {
        // Read first: a feed may be newer than it says, never older.
        var changed = await db.LastChangeAsync(cancellation);
        var updated = await db.AgreementListings.Matching(filter).MaxAsync(l => (DateTimeOffset?)l.PublishedAt, cancellation);
        var page = await db.PageAsync(filter with { Sort = AgreementSort.NewestUpdated }, cancellation);
        var ids = page.Items.Select(l => l.AgreementId).ToList();
        var contents = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Content, cancellation);
        var first = await db.Revisions.Where(r => r.Kind == RecordKind.Agreement && ids.Contains(r.RecordId))
            .GroupBy(r => r.RecordId).Select(g => new { g.Key, At = g.Min(r => r.PublishedAt) })
            .ToDictionaryAsync(r => r.Key, r => r.At, cancellation);
        var names = await RecordNames.LoadAsync(db, language, contents.Values.SelectMany(c => c.Parties).Select(p => p.Named()), cancellation);
        // What was withdrawn since the page was read is left out.
        var entries = page.Items.Where(l => contents.ContainsKey(l.AgreementId)).Select(l => new FeedEntry(l, contents[l.AgreementId], first[l.AgreementId]));
        return new FeedPage([.. entries], page.Previous, page.Next, updated ?? changed ?? DateTimeOffset.UnixEpoch, changed, names);
    }
}

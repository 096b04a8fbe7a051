using System.Collections.Concurrent;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Reviewing;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>The counts of the list without a filter, and the names of what it offers to choose, until something is published.</summary>
public sealed class KeptCounts(PublicationNotice notice, Words words)
{
    private readonly ConcurrentDictionary<string, (long Generation, AgreementCounts Counts, FilterWords Words)> byLanguage = new();

    public async Task<(AgreementCounts Counts, FilterWords Words)> GetAsync(RegistryDbContext db, CancellationToken cancellation)
    {
        // Asked before reading: what is read while something is published is not taken for the newer state.
        long generation = notice.Generation;
        if (byLanguage.TryGetValue(words.Language, out var kept) && kept.Generation == generation)
            return (kept.Counts, kept.Words);
        var counts = await db.CountsAsync(new AgreementFilter(), cancellation);
        var names = await RecordNames.LoadAsync(db, words.Language, FilterOptions.In(counts), cancellation);
        kept = (generation, counts, new FilterWords(names, words));
        byLanguage[words.Language] = kept;
        return (kept.Counts, kept.Words);
    }
}

using System.Collections.Concurrent;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Reviewing;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>The options of the list without a filter cost a walk over all rows, so they are kept until something is published.</summary>
public sealed class KeptFilterOptions(PublicationNotice notice)
{
    private readonly ConcurrentDictionary<string, (long Generation, FilterOptions Options)> byLanguage = new();

    public async Task<FilterOptions> GetAsync(RegistryDbContext db, AgreementFilter filter, Words words, CancellationToken cancellation)
    {
        if (filter.IsNarrowed)
            return await FilterOptions.LoadAsync(db, filter, words, cancellation);
        // Asked before reading: options read while something is published are not taken for the newer ones.
        long generation = notice.Generation;
        if (byLanguage.TryGetValue(words.Language, out var kept) && kept.Generation == generation)
            return kept.Options;
        var options = await FilterOptions.LoadAsync(db, filter, words, cancellation);
        byLanguage[words.Language] = (generation, options);
        return options;
    }
}

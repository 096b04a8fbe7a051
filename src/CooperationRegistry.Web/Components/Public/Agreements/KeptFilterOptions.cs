using System.Collections.Concurrent;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>The options are the same for every filter and cost a walk over all rows, so they are kept until something is published.</summary>
public sealed class KeptFilterOptions(PublicationNotice notice)
{
    private readonly ConcurrentDictionary<string, (long Generation, FilterOptions Options)> byLanguage = new();

    public async Task<FilterOptions> GetAsync(RegistryDbContext db, Words words, CancellationToken cancellation)
    {
        // Asked before reading: options read while something is published are not taken for the newer ones.
        long generation = notice.Generation;
        if (byLanguage.TryGetValue(words.Language, out var kept) && kept.Generation == generation)
            return kept.Options;
        var options = await FilterOptions.LoadAsync(db, words, cancellation);
        byLanguage[words.Language] = (generation, options);
        return options;
    }
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Web.Components.Public.Agreements;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Feeds;

/// <summary>What a feed or a calendar is called: with its filter, so that subscriptions can be told apart.</summary>
internal sealed class FilteredTitle(Words words, IStringLocalizer<PublicTexts> texts)
{
    /// <param name="db">A context.</param>
    /// <param name="key">Of the text that it is without a filter.</param>
    /// <param name="address">The filter as given.</param>
    /// <param name="filter">Prepared.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<string> OfAsync(RegistryDbContext db, string key, FilterAddress address, AgreementFilter filter, CancellationToken cancellation)
    {
        if (!address.Applied.Any())
            return $"{texts[key]} – {texts["Registry"]}";
        var named = await FilterWords.LoadAsync(db, filter, words, cancellation);
        var applied = address.Applied.Select(p => $"{texts[$"Filter_{p.Key}"]}{words.Colon}{named.Text(p)}");
        return $"{texts[key]}{words.Open}{string.Join(words.Semicolon, applied)}{words.Close} – {texts["Registry"]}";
    }
}

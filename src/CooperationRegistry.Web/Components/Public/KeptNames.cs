using System.Collections.Concurrent;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>The names of cities and partners that lists showed, until something is published: a page of a list has a hundred and more.</summary>
public sealed class KeptNames(PublicationNotice notice)
{
    // Some hundred bytes each.
    private const int Most = 100_000;

    private Kept kept = new(-1);

    private sealed class Kept(long generation)
    {
        public long Generation => generation;

        public ConcurrentDictionary<(RecordKind Kind, string Id), RecordContent> Contents { get; } = new();
    }

    /// <param name="db">A context.</param>
    /// <param name="language">Of the page.</param>
    /// <param name="records">Cities and partners.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<RecordNames> LoadAsync(RegistryDbContext db, string language, IEnumerable<(RecordKind Kind, string Id)> records, CancellationToken cancellation)
    {
        // Asked before reading: what is read while something is published is not taken for the newer state.
        var current = Current(notice.Generation);
        var wanted = records.ToHashSet();
        var missing = wanted.Where(r => !current.Contents.ContainsKey(r)).ToLookup(r => r.Kind, r => r.Id);
        var (cities, partners) = (missing[RecordKind.City].ToList(), missing[RecordKind.Partner].ToList());
        if (cities.Count > 0)
        {
            foreach (var city in await db.Cities.AsSingleQuery().Where(c => cities.Contains(c.Id)).Select(c => new { c.Id, c.Content.Names }).ToListAsync(cancellation))
                current.Contents[(RecordKind.City, city.Id)] = new CityContent { Names = city.Names };
        }
        if (partners.Count > 0)
        {
            foreach (var partner in await db.Partners.AsSingleQuery().Where(p => partners.Contains(p.Id)).Select(p => new { p.Id, p.Content.Names }).ToListAsync(cancellation))
                current.Contents[(RecordKind.Partner, partner.Id)] = new PartnerContent { Names = partner.Names };
        }
        return RecordNames.Of(language, wanted.Where(current.Contents.ContainsKey).Select(r => KeyValuePair.Create(r, current.Contents[r])));
    }

    private Kept Current(long generation)
    {
        var current = kept;
        if (current.Generation == generation && current.Contents.Count < Most)
            return current;
        return kept = new Kept(generation);
    }
}

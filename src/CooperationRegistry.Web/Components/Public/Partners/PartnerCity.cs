using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Partners;

/// <summary>A city with which a partner has agreements, those of its districts counted in, as lists count them.</summary>
public sealed record PartnerCity(string Id, int Count)
{
    /// <summary>The most frequent first. Districts stand under their city.</summary>
    public static async Task<List<PartnerCity>> LoadAsync(RegistryDbContext db, IQueryable<AgreementListing> agreements, CancellationToken cancellation)
    {
        var counts = await agreements.SelectMany(a => a.CityScope).GroupBy(city => city)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id).ToListAsync(cancellation);
        var ids = counts.ConvertAll(c => c.Id);
        var districts = await db.Cities.Where(c => ids.Contains(c.Id) && c.Content.ParentCity != null).Select(c => c.Id).ToHashSetAsync(cancellation);
        return [.. counts.Where(c => !districts.Contains(c.Id)).Select(c => new PartnerCity(c.Id, c.Count))];
    }
}

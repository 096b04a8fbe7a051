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
        var counts = await agreements.SelectMany(a => a.CityScope)
            .Join(db.Cities.Where(c => c.Content.ParentCity == null), scope => scope, city => city.Id, (scope, city) => city.Id)
            .GroupBy(id => id).Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id).ToListAsync(cancellation);
        return counts.ConvertAll(c => new PartnerCity(c.Id, c.Count));
    }
}

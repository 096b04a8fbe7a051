using CooperationRegistry.Data;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Cities;

internal static class CityCounts
{
    /// <summary>How many agreements each city has, those of its districts counted in.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> LoadAsync(RegistryDbContext db, CancellationToken cancellation) =>
        await db.AgreementListings.SelectMany(a => a.CityScope).GroupBy(city => city)
            .Select(g => new { City = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.City, g => g.Count, cancellation);
}

using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

public static class CommitmentOutcomes
{
    /// <summary>How many commitments stand how, in all agreements of a city and of its districts.</summary>
    public static async Task<IReadOnlyDictionary<Outcome, int>> OfCityAsync(RegistryDbContext db, string city, CancellationToken cancellationToken)
    {
        var facet = Facet.Of("city", city);
        var counts = await db.Database
            .SqlQuery<OutcomeCount>($"""
                SELECT commitment ->> 'outcome' AS "Name", count(*)::int AS "Count"
                FROM agreement_listings l JOIN agreements a ON a.id = l.agreement_id CROSS JOIN jsonb_array_elements(a.commitments) AS commitment
                WHERE l.facets @> ARRAY[{facet}]
                GROUP BY 1
                """)
            .ToListAsync(cancellationToken);
        return Enum.GetValues<Outcome>().ToDictionary(o => o, o => counts.Find(c => c.Name == ContentJson.Name(o))?.Count ?? 0);
    }

    private sealed record OutcomeCount(string Name, int Count);
}

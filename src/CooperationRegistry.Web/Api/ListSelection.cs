using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Public.Capacity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Api;

/// <summary>Which records of a noun the address of a file asks for: what its list has a filter for.</summary>
internal sealed record ListSelection(RecordKind Kind, IReadOnlyList<Problem> Problems)
{
    /// <summary>Of agreements, prepared.</summary>
    public AgreementFilter? Agreements { get; private init; }

    private CapacityQuery? Capacity { get; init; }

    public static async Task<ListSelection> ReadAsync(RecordKind kind, IDbContextFactory<RegistryDbContext> contexts, IQueryCollection query, CancellationToken cancellationToken)
    {
        // Not the one that the file is read with: search asks within a transaction of its own.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        switch (kind)
        {
            case RecordKind.Agreement:
                var reading = AgreementFilterReader.Read(query);
                return new ListSelection(kind, reading.Problems) { Agreements = reading.Problems.Count == 0 ? await db.PrepareAsync(reading.Filter, cancellationToken) : null };
            case RecordKind.CapacityStat:
                var capacity = await CapacityQuery.ReadAsync(db, query, cancellationToken);
                return new ListSelection(kind, [.. Unreadable(capacity)]) { Capacity = capacity };
            default:
                return new ListSelection(kind, []);
        }
    }

    /// <summary>All that match, in the order of the list.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(RegistrySnapshot snapshot, CancellationToken cancellationToken) =>
        this switch
        {
            { Agreements: { } filter } => await snapshot.Db.AgreementListings.Matching(filter).InOrder(filter).Select(l => l.AgreementId).ToListAsync(cancellationToken),
            { Capacity: { } asked } => RegistrySnapshot.InOrder(Kind, await asked.Of(snapshot.Db.CapacityStats).Select(s => s.Id).ToListAsync(cancellationToken)),
            _ => await snapshot.IdsAsync(Kind, cancellationToken),
        };

    // A file has room for any number of cities.
    private static IEnumerable<Problem> Unreadable(CapacityQuery query) =>
    [
        .. query.UnknownCities.Select(c => Problem.At("city", Rule.UnknownRecord, c, "city")),
        .. query.UnknownMetrics.Select(m => Problem.At("metric", Rule.UnknownValue, m, string.Join(", ", Enum.GetValues<CapacityMetric>().Select(ContentJson.Name)))),
    ];
}

using System.Globalization;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Public.Capacity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Api;

/// <summary>Reads the page that is asked for.</summary>
/// <returns>The ids of its records in their order, and the cursor of the next page; null on the last.</returns>
internal delegate Task<(IReadOnlyList<string> Ids, string? Next)> RecordPageReader(CancellationToken cancellationToken);

/// <summary>Which page of which records an address asks for: agreements as their list does, capacity figures as <c>/capacity</c>, others all.</summary>
internal static class RecordPage
{
    public const int Usual = 50;
    public const int Longest = 200;

    /// <returns>No page where something cannot be read.</returns>
    public static Task<(RecordPageReader? Page, IReadOnlyList<Problem> Problems)> ReadAsync(RegistryDbContext db, RecordKind kind, IQueryCollection query, CancellationToken cancellationToken) =>
        kind switch
        {
            RecordKind.Agreement => Task.FromResult(OfAgreements(db, query)),
            RecordKind.CapacityStat => OfCapacityAsync(db, query, cancellationToken),
            _ => Task.FromResult(Of(kind, query, [], (after, count, token) => db.IdsAfterAsync(kind, after, count, token))),
        };

    private static (RecordPageReader?, IReadOnlyList<Problem>) OfAgreements(RegistryDbContext db, IQueryCollection query)
    {
        var (filter, problems) = AgreementFilterReader.Read(query);
        return problems.Count > 0 ? (null, problems) : (ReadAsync, []);

        async Task<(IReadOnlyList<string>, string?)> ReadAsync(CancellationToken cancellationToken)
        {
            var page = await db.PageAsync(await db.PrepareAsync(filter, cancellationToken), cancellationToken);
            return ([.. page.Items.Select(row => row.AgreementId)], page.Next);
        }
    }

    private static async Task<(RecordPageReader?, IReadOnlyList<Problem>)> OfCapacityAsync(RegistryDbContext db, IQueryCollection query, CancellationToken cancellationToken)
    {
        var asked = await CapacityQuery.ReadAsync(db, query, cancellationToken);
        List<Problem> problems =
        [
            .. asked.UnknownCities.Select(city => Problem.At("city", Rule.UnknownRecord, city, ContentJson.Name(RecordKind.City))),
            .. asked.UnknownMetrics.Select(metric => Problem.At("metric", Rule.UnknownValue, metric, string.Join(", ", Enum.GetValues<CapacityMetric>().Select(ContentJson.Name)))),
        ];
        return Of(RecordKind.CapacityStat, query, problems, (after, count, token) => asked.Of(db.CapacityStats).After(RecordKind.CapacityStat, after).Take(count).ToListAsync(token));
    }

    private static (RecordPageReader?, IReadOnlyList<Problem>) Of(RecordKind kind, IQueryCollection query, List<Problem> problems, Func<string?, int, CancellationToken, Task<List<string>>> read)
    {
        var after = One(query, "after");
        if (after is not null && !RecordId.IsWellFormed(kind, after))
            problems.Add(Problem.At("after", Rule.MalformedId, after, RecordId.Example(kind)));
        var size = Usual;
        if (One(query, "pageSize") is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= Longest))
            problems.Add(Problem.At("pageSize", Rule.OutOfRange, text, "1", Longest.ToString(CultureInfo.InvariantCulture)));
        return problems.Count > 0 ? (null, problems) : (ReadAsync, []);

        async Task<(IReadOnlyList<string>, string?)> ReadAsync(CancellationToken cancellationToken)
        {
            var ids = await read(after, size + 1, cancellationToken);
            return ids.Count > size ? (ids[..size], ids[size - 1]) : (ids, null);
        }
    }

    private static string? One(IQueryCollection query, string name) => query[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();
}

using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>A site with forty agreements that differ in little: equal titles and dates, unknown years, districts, every kind of partner.</summary>
public sealed class ListedSite(TestCluster cluster) : RegistrySite(cluster)
{
    public const int Agreements = 40;

    private readonly Random random = new(40);

    public static IReadOnlyList<string?> Dates { get; } =
        ["2017-10-19", "2017-10-19", "2017-10", "2017", "201X", "XXXX-10-19", null, "2014-12-03/2014-12-06", "2012/..", "../2016", "2025-03-15"];

    public static IReadOnlyList<string> Titles { get; } =
    [
        "Memorandum", "Memorandum", "memorandum", "Ärzte 100% _sure_", "大同谅解备忘录", "Zusammenarbeit", "A \\ b",
        // The longest title of what takes most room when written into an address.
        string.Concat(Enumerable.Repeat("🌱", 250)),
        string.Concat(Enumerable.Repeat("\"", 500)),
    ];

    public static IReadOnlyList<string> Cities { get; } = ["cn-a", "cn-b", "cn-b-north", "de-c", "dk-d"];

    public static IReadOnlyList<string> Partners { get; } = [.. Enumerable.Range(0, 11).Select(i => $"partner-{i}")];

    /// <summary>The rows as stored.</summary>
    public IReadOnlyList<AgreementListing> Rows { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await LoadAsync([.. Cities.Select(id => TestData.Line(id, TestData.City("City " + id, id[..2].ToUpperInvariant(), id == "cn-b-north" ? "cn-b" : null)))]);
        await LoadAsync([.. Partners.Select((id, i) => TestData.Line(id, TestData.Partner("Partner " + id, (PartnerKind)i, "DE", i % 3 == 0 ? Cities[i % 5] : null)))]);
        for (var i = 0; i < Agreements; i += 10)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1.001));
            await LoadAsync([.. Enumerable.Range(i + 1, 10).Select(n => TestData.Line($"CR-{n * 7 % 41:D6}", Agreement()))]);
        }
        await using var db = await OpenAsync();
        Rows = await db.AgreementListings.AsNoTracking().ToListAsync();
    }

    public T Any<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private AgreementContent Agreement()
    {
        var agreement = TestData.Agreement(Any(Titles), TestData.CityParty("p1", Any(Cities)), TestData.PartnerParty("p2", Any(Partners)));
        agreement.Kind = (AgreementKind)random.Next(4);
        agreement.Evidence = Any(Enum.GetValues<Evidence>());
        agreement.Events = [TestData.Event("e1", Any([EventKind.Signed, EventKind.Signed, EventKind.Signed, EventKind.Announced]), Any(Dates))];
        agreement.Sectors = [.. CodeLists.Sectors.All.Take(4).Select(c => c.Value).Where(_ => random.Next(2) == 0)];
        if (random.Next(3) == 0)
            agreement.Parties[1].OnBehalfOfCity = Any(Cities);
        return agreement;
    }
}

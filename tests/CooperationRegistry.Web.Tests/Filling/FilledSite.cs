using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Filling;

/// <summary>A site where filled contents of every noun went from a proposal to the tables.</summary>
public sealed class FilledSite(TestCluster cluster) : RegistrySite(cluster)
{
    // As many as the longest enum of a noun has values, so that each occurs, and one more for chance.
    private const int Variants = 12;

    private static readonly Dictionary<RecordKind, string[]> Existing = new()
    {
        [RecordKind.Source] = ["SR-000001", "SR-000002"],
        [RecordKind.City] = ["cn-datong", "dk-kobenhavn", "de-berlin"],
        [RecordKind.Partner] = ["catl", "german-energy-agency"],
        [RecordKind.Agreement] = ["CR-000001", "CR-000002"],
    };

    private readonly ContentFiller filler = new(Existing);
    private readonly Dictionary<(RecordKind Kind, string Id), string> expected = [];

    /// <summary>What each record has to say when it is read, as JSON.</summary>
    public IReadOnlyDictionary<(RecordKind Kind, string Id), string> Expected => expected;

    /// <summary>The contents as filled, before they went anywhere.</summary>
    public List<RecordContent> Filled { get; } = [];

    public Office Office { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await LoadAsync(
        [
            .. Existing[RecordKind.Source].Select(id => TestData.Line(id, TestData.Source(id))),
            .. Existing[RecordKind.City].Select(id => TestData.Line(id, TestData.City(id, id[..2].ToUpperInvariant()))),
            .. Existing[RecordKind.Partner].Select(id => TestData.Line(id, TestData.Partner(id))),
            .. Existing[RecordKind.Agreement].Select(id => TestData.Line(id, TestData.Agreement(id, TestData.CityParty("p1", "cn-datong")))),
        ]);
        Office = await Office.OpenAsync(this);
        await TestFiles.KeepAllAsync(Services);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            for (var variant = 0; variant < Variants; variant++)
                await PublishAsync(filler.Fill(kind, variant < 2 ? (Fullness)variant : Fullness.Mixed));
        }
    }

    /// <summary>Publishes a second revision of every record of the kind: lists reordered, an item gone, one added.</summary>
    public async Task ShuffleAsync(RecordKind kind)
    {
        foreach (var (_, id) in expected.Keys.Where(k => k.Kind == kind).ToList())
        {
            var draft = (await Office.Proposals.OpenAsync(kind, id, Office.Editor, CancellationToken.None))!;
            var country = (draft.Content as Domain.Cities.CityContent)?.Country;
            filler.Shuffle(draft.Content);
            if (draft.Content is Domain.Cities.CityContent city)
                city.Country = country!;
            expected[(kind, id)] = ContentJson.Write(draft.Content);
            await Office.Proposals.SaveDraftAsync(draft, Office.Editor, CancellationToken.None);
            await Office.Proposals.SubmitAsync(draft.Id, Office.Editor, CancellationToken.None);
            await Office.Reviews.PublishAsync(draft.Id, Office.Reviewer, null, CancellationToken.None);
        }
    }

    public async Task<Dictionary<string, string>> ReadAsync(RecordKind kind)
    {
        await using var db = await OpenAsync();
        return await db.ReadAllAsync(kind, CancellationToken.None).ToDictionaryAsync(r => r.Id, r => ContentJson.Write(r.Body));
    }

    private async Task PublishAsync(RecordContent content)
    {
        var json = ContentJson.Write(content);
        Filled.Add(ContentJson.Copy(content));
        var published = await Office.PublishAsync(content);
        expected[(content.Record, published.Id)] = json;
    }
}

/// <summary>Filling takes seconds; classes that read what is filled share it, one after the other.</summary>
[CollectionDefinition(nameof(FilledSite))]
public sealed class FilledSiteShared : ICollectionFixture<FilledSite>;

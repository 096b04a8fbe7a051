using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>Publishes records of any kind, each with words of its own in every revision.</summary>
public sealed class RecordLife
{
    private static int count;

    private readonly string city;

    private RecordLife(Office office, string city) => (Office, this.city) = (office, city);

    public Office Office { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RecordLife> BeginAsync(RegistrySite site)
    {
        var office = await Office.OpenAsync(site);
        return new RecordLife(office, (await office.PublishAsync(TestData.City(Name("Home")))).Id);
    }

    public static string Address(RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.City => $"/cities/{id}",
            RecordKind.CapacityStat => $"/capacity/{id}",
            _ => $"/{ContentJson.Name(kind)}s/{id}",
        };

    public RecordContent Content(RecordKind kind) =>
        kind switch
        {
            RecordKind.Source => TestData.Source(Name("Report")),
            RecordKind.City => TestData.City(Name("Town")),
            RecordKind.Partner => TestData.Partner(Name("Works")),
            RecordKind.Agreement => TestData.Agreement(Name("Pact"), TestData.CityParty("p1", city)),
            RecordKind.Project => TestData.Project(Name("Hall")),
            _ => new CapacityStatContent { City = city, Quantity = new Quantity { Amount = 5, Unit = Unit.Megawatt } },
        };

    /// <summary>A record, and a revision more for each of the words.</summary>
    public async Task<string> PublishAsync(RecordKind kind, params string[] words)
    {
        var id = (await Office.PublishAsync(Content(kind))).Id;
        foreach (var word in words)
            await ChangeAsync(kind, id, word);
        return id;
    }

    public async Task ChangeAsync(RecordKind kind, string id, string words)
    {
        var draft = (await Office.Proposals.OpenAsync(kind, id, Office.Editor, Token))!;
        Say(draft.Content, words);
        await Office.Proposals.SaveDraftAsync(draft, Office.Editor, Token);
        await Office.Proposals.SubmitAsync(draft.Id, Office.Editor, Token);
        await Office.Reviews.PublishAsync(draft.Id, Office.Reviewer, null, Token);
    }

    public static void Say(RecordContent content, string words)
    {
        var text = LocalizedText.En(words);
        _ = content switch
        {
            SourceContent source => source.Note = text,
            CityContent city => city.About = text,
            PartnerContent partner => partner.About = text,
            AgreementContent agreement => agreement.Summary = text,
            ProjectContent project => project.Summary = text,
            _ => ((CapacityStatContent)content).Note = text,
        };
    }

    private static string Name(string stem) => $"{stem} {(char)('a' + (Interlocked.Increment(ref count) / 26 % 26))}{(char)('a' + (count % 26))}";
}

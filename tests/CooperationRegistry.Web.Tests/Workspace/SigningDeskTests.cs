using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>Agreements signed at one event, each of which tells of it.</summary>
public sealed class SigningDeskTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private Office office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SigningDesk Desk => site.Services.GetRequiredService<SigningDesk>();

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(site);
        await site.LoadAsync(
            TestData.Line("cn-datong", TestData.City("Datong")),
            TestData.Line("catl", TestData.Partner("CATL")),
            TestData.Line("CR-000001", Signed("One", "p1", "At the hall")),
            TestData.Line("CR-000002", Signed("Two", "p7", "At the hall")),
            TestData.Line("CR-000003", Signed("Three", "p1", "By the river")),
            TestData.Line("CR-000004", TestData.Agreement("Four", TestData.CityParty("p1", "cn-datong"))));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Agreements_that_tell_of_the_signing_otherwise_are_found_and_those_alike_are_not()
    {
        var differing = await Desk.DifferingAsync(Signed("New", "p1", "At the hall"), ["CR-000004", "CR-000003", "CR-000002", "CR-000001", "CR-999999"], Token);

        Assert.Equal([("CR-000003", "Three"), ("CR-000004", "Four")], differing.Select(o => (o.Id, o.Name)));
    }

    [Fact]
    public async Task Signing_that_is_offered_waits_in_a_draft_and_changes_nothing_published()
    {
        await Desk.OfferAsync("CR-000003", Signed("New", "p7", "At the hall"), office.Editor, Token);

        var draft = (await office.Proposals.OpenAsync(RecordKind.Agreement, "CR-000003", office.Editor, Token))!;
        var offered = ((AgreementContent)draft.Content).SigningEvent!;
        Assert.True(draft.Id > 0);
        Assert.Equal(("At the hall", "p1"), (offered.Place?["en"], offered.Present[0].Party));
        var published = (await office.Proposals.OpenAsync(RecordKind.Agreement, "CR-000003", office.Reviewer, Token))!;
        Assert.Equal("By the river", ((AgreementContent)published.Content).SigningEvent?.Place?["en"]);
    }

    [Fact]
    public async Task Signing_goes_into_the_draft_that_is_open_already()
    {
        var open = (await office.Proposals.OpenAsync(RecordKind.Agreement, "CR-000004", office.Editor, Token))!;
        ((AgreementContent)open.Content).Title["en"] = "Four, half renamed";
        await office.Proposals.SaveDraftAsync(open, office.Editor, Token);

        await Desk.OfferAsync("CR-000004", Signed("New", "p1", "At the hall"), office.Editor, Token);

        var draft = (await office.Proposals.FindAsync(open.Id, office.Editor, Token))!;
        Assert.Equal(("Four, half renamed", "At the hall"), (((AgreementContent)draft.Content).Title["en"], ((AgreementContent)draft.Content).SigningEvent?.Place?["en"]));
    }

    [Fact]
    public async Task Signing_offered_to_an_agreement_that_is_not_there_is_refused()
    {
        var refused = await Assert.ThrowsAsync<DeskException>(() => Desk.OfferAsync("CR-999999", Signed("New", "p1", "At the hall"), office.Editor, Token));

        Assert.Equal("unknownRecord", refused.Code);
    }

    private static AgreementContent Signed(string title, string key, string place)
    {
        var agreement = TestData.Agreement(title, TestData.CityParty(key, "cn-datong"), TestData.PartnerParty("p9", "catl"));
        agreement.SigningEvent = new SigningEvent { Place = LocalizedText.En(place), Present = [new Presence { Key = "pr1", Person = "Zhang Jifu", Party = key }] };
        return agreement;
    }
}

using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Two people change one record: the later one takes in what the earlier one published, and loses nothing.</summary>
public sealed class StaleProposalTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private static readonly Dictionary<string, Side> NoChoice = [];
    private Office office = null!;
    private string id = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReconciliationDesk Desk => site.Services.GetRequiredService<ReconciliationDesk>();

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(site);
        var city = await office.PublishAsync(TestData.City($"Party {Guid.NewGuid():N}"));
        var partner = await office.PublishAsync(TestData.Partner($"Partner {Guid.NewGuid():N}"));
        id = (await office.PublishAsync(TestData.Agreement("A memorandum", TestData.CityParty("p1", city.Id), new Party { Key = "p2", Partner = partner.Id }))).Id;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Proposal_over_what_is_public_has_nothing_to_merge()
    {
        var draft = await office.SubmitChangeAsync<AgreementContent>(id, a => a.InstrumentAsPrinted = "MoU");

        Assert.Null(await Desk.FindAsync(draft.Id, office.Reviewer, Token));
        Assert.False((await QueuedAsync(draft.Id)).IsStale);
    }

    [Fact]
    public async Task Stale_proposal_takes_in_what_was_published_and_is_published_then()
    {
        var late = await LateAsync(a => a.Summary = LocalizedText.En("Mine"), a => a.InstrumentAsPrinted = "MoU");
        Assert.True((await QueuedAsync(late.Id)).IsStale);
        Assert.Equal("stale", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.PublishAsync(late.Id, office.Reviewer, null, Token))).Code);

        await Desk.MergeAsync(late.Id, 2, NoChoice, office.Reviewer, Token);
        var published = await office.Reviews.PublishAsync(late.Id, office.Reviewer, null, Token);

        Assert.Equal(3, published.Revision);
        var content = await ContentAsync();
        Assert.Equal(("Mine", "MoU"), (content.Summary?["en"], content.InstrumentAsPrinted));
    }

    [Theory]
    [InlineData(Side.Published, "Theirs")]
    [InlineData(Side.Proposed, "Mine")]
    public async Task Place_that_both_changed_is_what_was_chosen(Side side, string title)
    {
        var late = await LateAsync(a => a.Title["en"] = "Mine", a => a.Title["en"] = "Theirs");
        Assert.Equal("title/en", Assert.Single((await Desk.FindAsync(late.Id, office.Editor, Token))!.Reconciliation.Conflicts).Path);

        await Desk.MergeAsync(late.Id, 2, new Dictionary<string, Side> { ["title/en"] = side }, office.Reviewer, Token);
        await office.Reviews.PublishAsync(late.Id, office.Reviewer, null, Token);

        Assert.Equal(title, (await ContentAsync()).Title["en"]);
    }

    [Fact]
    public async Task Merge_without_a_choice_or_over_a_newer_revision_is_refused_and_changes_nothing()
    {
        var late = await LateAsync(a => a.Title["en"] = "Mine", a => a.Title["en"] = "Theirs");

        Assert.Equal("changedElsewhere", (await Assert.ThrowsAsync<DeskException>(() => Desk.MergeAsync(late.Id, 2, NoChoice, office.Reviewer, Token))).Code);
        Assert.Equal("changedElsewhere", (await Assert.ThrowsAsync<DeskException>(() => Desk.MergeAsync(late.Id, 1, new Dictionary<string, Side> { ["title/en"] = Side.Proposed }, office.Reviewer, Token))).Code);
        var draft = (await office.Proposals.FindAsync(late.Id, office.Reviewer, Token))!;
        Assert.Equal((1, "Mine"), (draft.BaseRevision, ((AgreementContent)draft.Content).Title["en"]));
    }

    [Fact]
    public async Task Drafts_are_merged_by_their_author_alone()
    {
        var draft = (await office.Proposals.OpenAsync(RecordKind.Agreement, id, office.Editor, Token))!;
        await office.Proposals.SaveDraftAsync(draft, office.Editor, Token);
        await ChangeByAnotherAsync(a => a.InstrumentAsPrinted = "MoU");

        Assert.Null(await Desk.FindAsync(draft.Id, office.Reviewer, Token));
        Assert.Equal("notYours", (await Assert.ThrowsAsync<DeskException>(() => Desk.MergeAsync(draft.Id, 2, NoChoice, office.Reviewer, Token))).Code);
        await Desk.MergeAsync(draft.Id, 2, NoChoice, office.Editor, Token);

        var merged = (await office.Proposals.FindAsync(draft.Id, office.Editor, Token))!;
        Assert.Equal((ProposalState.Draft, 2, "MoU"), (merged.State, merged.BaseRevision, ((AgreementContent)merged.Content).InstrumentAsPrinted));
    }

    [Fact]
    public async Task Text_not_understood_yet_goes_with_the_item_that_got_another_key()
    {
        var draft = (await office.Proposals.OpenAsync(RecordKind.Agreement, id, office.Editor, Token))!;
        ((AgreementContent)draft.Content).Commitments.Add(new Commitment { Key = "c1", Text = LocalizedText.En("Mine") });
        draft.Unread["commitments/c1/quantity"] = "about a few";
        await office.Proposals.SaveDraftAsync(draft, office.Editor, Token);
        await ChangeByAnotherAsync(a => a.Commitments.Add(new Commitment { Key = "c1", Text = LocalizedText.En("Theirs"), PromisedBy = ["p1"] }));

        await Desk.MergeAsync(draft.Id, 2, NoChoice, office.Editor, Token);

        var merged = (await office.Proposals.FindAsync(draft.Id, office.Editor, Token))!;
        Assert.Equal([("c1", "Theirs"), ("c2", "Mine")], ((AgreementContent)merged.Content).Commitments.Select(c => (c.Key, c.Text["en"])).Order());
        Assert.Equal([KeyValuePair.Create("commitments/c2/quantity", "about a few")], merged.Unread);
    }

    [Fact]
    public async Task Queue_says_how_much_there_is_to_read()
    {
        var change = await office.SubmitChangeAsync<AgreementContent>(id, a => { a.InstrumentAsPrinted = "MoU"; a.Parties[0].Role = PartyRole.Witness; });

        Assert.Equal((2, 0), (await QueuedAsync(change.Id)) is var line ? (line.Changes, line.Made) : default);
    }

    // Handed in, and then another's change is published first.
    private async Task<Draft> LateAsync(Action<AgreementContent> mine, Action<AgreementContent> theirs)
    {
        var late = await office.SubmitChangeAsync(id, mine);
        await ChangeByAnotherAsync(theirs);
        return late;
    }

    private async Task ChangeByAnotherAsync(Action<AgreementContent> change)
    {
        var other = await Office.OpenAsync(site);
        await other.ChangeAsync(id, change);
    }

    private async Task<QueueLine> QueuedAsync(long proposal) => Assert.Single(await office.Reviews.QueueAsync(Token), l => l.Proposal.Id == proposal);

    private async Task<AgreementContent> ContentAsync()
    {
        await using var db = await site.OpenAsync();
        return (await db.Agreements.AsNoTracking().SingleAsync(a => a.Id == id, Token)).Content;
    }
}

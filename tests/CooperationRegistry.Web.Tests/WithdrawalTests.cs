using System.Net;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Taking a published record back, and bringing it back again.</summary>
public sealed class WithdrawalTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private const string Reason = "It never took place.";

    private RecordLife life = null!;

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Office Office => life.Office;

    private WithdrawalDesk Desk => site.Services.GetRequiredService<WithdrawalDesk>();

    public async ValueTask InitializeAsync() => life = await RecordLife.BeginAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Withdrawn_record_is_gone_with_its_reason_and_its_revisions_stay(RecordKind kind)
    {
        var id = await life.PublishAsync(kind, "first words");
        var tombstone = await WithdrawAsync(kind, id);
        using var visitor = new Visitor(site);

        await visitor.OpenAsync(RecordLife.Address(kind, id));
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
        var said = visitor.Page.QuerySelector("main")!.TextContent;
        Assert.Contains(Reason, said, StringComparison.Ordinal);
        Assert.Contains(kind == RecordKind.CapacityStat ? id : tombstone.Name, visitor.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ravi", said, StringComparison.Ordinal);
        await visitor.OpenAsync(RecordLife.Address(kind, id) + "?revision=2");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("first words", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync(RecordLife.Address(kind, id) + "/history");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(["Withdrawn", "Revision 2", "Revision 1"], visitor.Page.QuerySelectorAll(".history tbody th").Select(h => h.TextContent.Trim()));
        Assert.Equal(2, visitor.Page.QuerySelectorAll("a[href*='/edit?revision=']").Length);
    }

    [Fact]
    public async Task Withdrawn_record_is_called_by_its_name_in_the_readers_language()
    {
        var content = (AgreementContent)life.Content(RecordKind.Agreement);
        content.Title["zh-Hans"] = "从未签署的协议";
        var id = (await Office.PublishAsync(content)).Id;
        await WithdrawAsync(RecordKind.Agreement, id);
        using var visitor = new Visitor(site);
        await visitor.OpenAsync($"/agreements/{id}?lang=zh-Hans");
        Assert.Equal((HttpStatusCode.Gone, "从未签署的协议"), (visitor.Status, visitor.Page.QuerySelector("h1")!.TextContent));
        await visitor.OpenAsync($"/agreements/{id}?lang=en");
        Assert.Equal(content.Title["en"], visitor.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Revision_brought_back_is_the_next_one_of_the_same_record(RecordKind kind)
    {
        var id = await life.PublishAsync(kind, "first words", "second words");
        await WithdrawAsync(kind, id);
        Assert.Null(await Office.Proposals.OpenAsync(kind, id, Office.Editor, Token));

        var draft = (await Office.Proposals.BringBackAsync(kind, id, 2, Office.Editor, Token))!;
        Assert.Equal((2, 3), (draft.BringsBack, draft.BaseRevision));
        await Office.Proposals.SaveDraftAsync(draft, Office.Editor, Token);
        await Office.Proposals.SubmitAsync(draft.Id, Office.Editor, Token);
        Assert.Equal(new PublishedRecord(kind, id, 4), await Office.Reviews.PublishAsync(draft.Id, Office.Reviewer, null, Token));

        var page = await site.PageAsync(RecordLife.Address(kind, id));
        Assert.Contains("first words", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        var history = await site.PageAsync(RecordLife.Address(kind, id) + "/history");
        Assert.Equal(["Revision 4", "Withdrawn", "Revision 3", "Revision 2", "Revision 1"], history.QuerySelectorAll(".history tbody th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task Withdrawn_agreement_leaves_lists_and_search_and_is_logged()
    {
        var id = await life.PublishAsync(RecordKind.Agreement);
        var draft = (await Office.Proposals.OpenAsync(RecordKind.Agreement, id, Office.Editor, Token))!;
        await Office.Proposals.SaveDraftAsync(draft, Office.Editor, Token);
        Assert.Equal(1, (await Desk.PreviewAsync(RecordKind.Agreement, id, Token))!.Superseded);
        await WithdrawAsync(RecordKind.Agreement, id);

        await using var db = await site.OpenAsync();
        Assert.False(await db.AgreementListings.AnyAsync(l => l.AgreementId == id, Token));
        Assert.False(await db.SearchNames.AnyAsync(n => n.RecordId == id, Token));
        Assert.Equal(ProposalState.Withdrawn, (await db.Proposals.SingleAsync(p => p.Id == draft.Id, Token)).State);
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == "record.withdrawn" && e.Subject == id + " r1", Token);
        Assert.Equal(("Ravi", Reason), (entry.Actor, entry.Details));
        Assert.Empty((await new AuditVerification(db).RunAsync(Token)).Faults);
    }

    [Fact]
    public async Task Record_that_is_named_is_not_withdrawn_and_the_naming_ones_are_listed()
    {
        var partner = await life.PublishAsync(RecordKind.Partner);
        var agreement = (AgreementContent)life.Content(RecordKind.Agreement);
        agreement.Parties.Add(TestData.PartnerParty("p2", partner));
        var naming = (await Office.PublishAsync(agreement)).Id;

        Assert.Equal([naming], (await Desk.PreviewAsync(RecordKind.Partner, partner, Token))!.Naming.Select(n => n.Id));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => WithdrawAsync(RecordKind.Partner, partner));
        Assert.Equal((naming, Rule.StillNamed), (Assert.Single(refused.Problems).Path, refused.Problems[0].Rule));
        using var visitor = new Visitor(site);
        await visitor.OpenAsync($"/partners/{partner}");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task Withdrawn_record_cannot_be_named_nor_loaded_from_a_file()
    {
        var partner = await life.PublishAsync(RecordKind.Partner);
        await WithdrawAsync(RecordKind.Partner, partner);
        var agreement = (AgreementContent)life.Content(RecordKind.Agreement);
        agreement.Parties.Add(TestData.PartnerParty("p2", partner));

        var problems = (await Assert.ThrowsAsync<RefusedException>(() => Office.SubmitAsync(agreement))).Problems;
        Assert.Equal(("parties/p2/partner", Rule.RecordWithdrawn), (Assert.Single(problems).Path, problems[0].Rule));
        await Assert.ThrowsAnyAsync<Exception>(() => site.LoadAsync(TestData.Line(partner, life.Content(RecordKind.Partner))));
        using var visitor = new Visitor(site);
        await visitor.OpenAsync($"/partners/{partner}");
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
    }

    [Fact]
    public async Task Withdrawal_without_reason_reviewer_or_of_a_newer_revision_is_refused()
    {
        var id = await life.PublishAsync(RecordKind.City, "first words");
        Assert.Equal("reasonMissing", await RefusalAsync(new(RecordKind.City, id, 2), Office.Reviewer, " \0 "));
        Assert.Equal("notAReviewer", await RefusalAsync(new(RecordKind.City, id, 2), Office.Editor, Reason));
        Assert.Equal("changedElsewhere", await RefusalAsync(new(RecordKind.City, id, 1), Office.Reviewer, Reason));
    }

    [Fact]
    public async Task Bringing_back_leaves_an_open_draft_as_it_is()
    {
        var id = await life.PublishAsync(RecordKind.City, "first words");
        var draft = (await Office.Proposals.OpenAsync(RecordKind.City, id, Office.Editor, Token))!;
        RecordLife.Say(draft.Content, "typed and not handed in");
        await Office.Proposals.SaveDraftAsync(draft, Office.Editor, Token);

        var offered = (await Office.Proposals.BringBackAsync(RecordKind.City, id, 1, Office.Editor, Token))!;
        Assert.Equal((draft.Id, null, "typed and not handed in"), (offered.Id, offered.BringsBack, ((Domain.Cities.CityContent)offered.Content).About?["en"]));
        Assert.Null(await Office.Proposals.BringBackAsync(RecordKind.City, id, 9, Office.Reviewer, Token));
    }

    [Fact]
    public async Task Key_of_an_item_that_an_earlier_revision_had_is_not_given_again()
    {
        var agreement = (AgreementContent)life.Content(RecordKind.Agreement);
        agreement.Events.Add(TestData.Event("e2", EventKind.Announced, "2020"));
        var id = (await Office.PublishAsync(agreement)).Id;
        await Office.ChangeAsync<AgreementContent>(id, a => a.Events.RemoveAt(1));

        var draft = (await Office.Proposals.OpenAsync(RecordKind.Agreement, id, Office.Editor, Token))!;
        Assert.Equal(2, draft.PastKeys.Highest("events", "e"));
    }

    [Theory]
    [InlineData("agreements")]
    [InlineData("cities")]
    [InlineData("partners")]
    [InlineData("projects")]
    [InlineData("capacity")]
    [InlineData("sources")]
    public async Task Reader_who_is_not_signed_in_is_asked_to(string folder)
    {
        using var visitor = new Visitor(site);
        foreach (var page in new[] { "withdraw", "edit?revision=1" })
        {
            await visitor.OpenAsync($"/workspace/{folder}/x/{page}");
            Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
            Assert.StartsWith("/account/sign-in", visitor.LeadsTo, StringComparison.Ordinal);
        }
    }

    private async Task<Tombstone> WithdrawAsync(RecordKind kind, string id)
    {
        var preview = (await Desk.PreviewAsync(kind, id, Token))!;
        return await Desk.WithdrawAsync(new PublishedRecord(kind, id, preview.Revision), Office.Reviewer, Reason, Token);
    }

    private async Task<string> RefusalAsync(PublishedRecord seen, Actor actor, string reason) =>
        (await Assert.ThrowsAsync<DeskException>(() => Desk.WithdrawAsync(seen, actor, reason, Token))).Code;
}

using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>What the reviewer's desk lets through, and what a publication leaves behind.</summary>
public sealed class PublishTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private Office office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Datong", "CN", "cn-datong")]
    [InlineData("Datong", "CN", "cn-datong-2")]
    [InlineData("København", "DK", "dk-kobenhavn")]
    [InlineData("Đà Nẵng", "VN", "vn-da-nang")]
    [InlineData("İzmir", "TR", "tr-izmir")]
    [InlineData("Xi'an (Xi’an)", "CN", "cn-xian-xian")]
    [InlineData("Łódź", "PL", "pl-lodz")]
    public async Task Publish_gives_a_city_a_name_of_its_own(string name, string country, string id)
    {
        // Suffixes need the ones before them, whatever order the tests run in.
        var city = TestData.City(name, country);
        var taken = await TakenAsync(id);
        if (id.EndsWith("-2", StringComparison.Ordinal) && !await TakenAsync(id[..^2]))
            await office.PublishAsync(TestData.City(name, country));

        Assert.Equal(id, taken ? id : (await office.PublishAsync(city)).Id);
    }

    [Fact]
    public async Task Publish_names_a_partner_by_its_acronym()
    {
        var partner = TestData.Partner("Contemporary Amperex Technology Co., Limited");
        partner.Names.Add(new PartnerName { Key = "n2", Text = "CATL", Language = "en", Kind = PartnerNameKind.Acronym });

        Assert.Equal("catl", (await office.PublishAsync(partner)).Id);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.PublishAsync(TestData.Partner("国家能源局")));
        Assert.Equal((Rule.RomanisedNameMissing, "names"), (refused.Problems[0].Rule, refused.Problems[0].Path));
    }

    [Fact]
    public async Task Publish_takes_the_companions_along_under_lasting_ids()
    {
        var agreement = TestData.Agreement("Made on the way", TestData.CityParty("p1", "~1"), TestData.PartnerParty("p2", "~2"));
        agreement.Parties[1].OnBehalfOfCity = "~1";
        agreement.Citations = [new Citation { Key = "ci1", Source = "~3", Supports = ["parties/p1"] }];
        var published = await office.PublishAsync(
            agreement,
            new Companion { Id = "~2", Content = TestData.Partner("On the way", PartnerKind.PublicAgency, seat: "~1") },
            new Companion { Id = "~1", Content = TestData.City("Waycity") },
            new Companion { Id = "~3", Content = TestData.Source("The way") });

        await using var db = await site.OpenAsync();
        var content = (await db.Agreements.AsNoTracking().SingleAsync(a => a.Id == published.Id, Token)).Content;
        Assert.Equal(["cn-waycity", null], content.Parties.Select(p => p.City));
        Assert.Equal(("on-the-way", "cn-waycity"), (content.Parties[1].Partner, content.Parties[1].OnBehalfOfCity));
        Assert.Equal("cn-waycity", (await db.Partners.AsNoTracking().SingleAsync(p => p.Id == "on-the-way", Token)).Content.Seat);
        Assert.StartsWith("SR-", content.Citations[0].Source, StringComparison.Ordinal);
        Assert.DoesNotContain("~", (await db.Revisions.SingleAsync(r => r.RecordId == published.Id, Token)).Content, StringComparison.Ordinal);
        Assert.Equal(["cn-waycity"], (await db.AgreementListings.SingleAsync(l => l.AgreementId == published.Id, Token)).CityIds);
    }

    [Fact]
    public async Task Publish_leaves_a_revision_and_an_audit_entry_for_each_step()
    {
        var draft = await office.SubmitAsync(TestData.City("One transaction"));
        var published = await office.Reviews.PublishAsync(draft.Id, office.Reviewer, "Checked against the notice.", Token);

        await using var db = await site.OpenAsync();
        var revision = await db.Revisions.SingleAsync(r => r.ProposalId == draft.Id, Token);
        Assert.Equal((published.Id, 1, "Edith", "Ravi", "Checked against the notice."), (revision.RecordId, revision.Number, revision.Author, revision.Reviewer, revision.Note));
        Assert.Equal("Checked against the notice.", (await db.AuditEntries.SingleAsync(e => e.Subject == published.Id + " r1" && e.Action == "record.published", Token)).Details);
        Assert.Equal(["proposal.submitted", "proposal.published"], await db.AuditEntries.Where(e => e.Subject == "proposal " + draft.Id).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Token));
    }

    [Fact]
    public async Task Publish_of_ones_own_is_refused_but_in_a_one_person_office()
    {
        var own = (await office.Proposals.OpenAsync(RecordKind.City, null, office.Reviewer, Token))!;
        own.Content = TestData.City("Own");
        await office.Proposals.SaveDraftAsync(own, office.Reviewer, Token);
        await office.Proposals.SubmitAsync(own.Id, office.Reviewer, Token);

        Assert.False(await office.Reviews.MayPublishAsync(own, office.Reviewer, Token));
        Assert.Equal("ownProposal", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.PublishAsync(own.Id, office.Reviewer, null, Token))).Code);
        await using var db = await site.OpenAsync();
        await db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.OnePersonOffice, true), Token);
        Assert.Equal("cn-own", (await office.Reviews.PublishAsync(own.Id, office.Reviewer, null, Token)).Id);
        await db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.OnePersonOffice, false), Token);
    }

    [Fact]
    public async Task Review_by_one_who_is_no_reviewer_is_refused()
    {
        var draft = await office.SubmitAsync(TestData.City("No reviewer"));

        Assert.Equal("notAReviewer", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.PublishAsync(draft.Id, office.Editor, null, Token))).Code);
        Assert.Equal("notAReviewer", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.ReturnAsync(draft.Id, office.Editor, "No.", new Dictionary<string, string>(), Token))).Code);
        Assert.False(await TakenAsync("cn-no-reviewer"));
    }

    [Fact]
    public async Task Publish_over_a_newer_revision_is_refused()
    {
        var city = await office.PublishAsync(TestData.City("Stale"));
        var late = await office.SubmitChangeAsync<CityContent>(city.Id, c => c.About = LocalizedText.En("Late"));
        await ChangeByAnotherAsync(city.Id);

        Assert.Equal("stale", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.PublishAsync(late.Id, office.Reviewer, null, Token))).Code);
        await using var db = await site.OpenAsync();
        Assert.Equal("Early", (await db.Cities.SingleAsync(c => c.Id == city.Id, Token)).Content.About?["en"]);
    }

    [Fact]
    public async Task Returned_proposal_is_mended_and_published()
    {
        var draft = await office.SubmitAsync(TestData.City("Mende"));
        Assert.Equal("noteMissing", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.ReturnAsync(draft.Id, office.Reviewer, " ", new Dictionary<string, string> { ["title"] = " " }, Token))).Code);
        await office.Reviews.ReturnAsync(draft.Id, office.Reviewer, "A letter is missing.", new Dictionary<string, string> { ["title"] = "Two words are one.", ["kind"] = "" }, Token);

        var back = (await office.Proposals.FindAsync(draft.Id, office.Editor, Token))!;
        Assert.Equal((ProposalState.Returned, "A letter is missing."), (back.State, back.Note));
        Assert.Equal([KeyValuePair.Create("title", "Two words are one.")], back.Notes);
        ((CityContent)back.Content).Names[0].Text = "Menden";
        await office.Proposals.SaveDraftAsync(back, office.Editor, Token);
        await office.Proposals.SubmitAsync(back.Id, office.Editor, Token);

        Assert.Equal("cn-menden", (await office.Reviews.PublishAsync(back.Id, office.Reviewer, null, Token)).Id);
    }

    [Fact]
    public async Task Withdrawn_proposal_is_over()
    {
        var draft = await office.SubmitAsync(TestData.City("Withdrawn"));
        await office.Proposals.WithdrawAsync(draft.Id, office.Editor, Token);

        Assert.Equal("overAlready", (await Assert.ThrowsAsync<DeskException>(() => office.Proposals.WithdrawAsync(draft.Id, office.Editor, Token))).Code);
        Assert.Equal("notSubmitted", (await Assert.ThrowsAsync<DeskException>(() => office.Reviews.PublishAsync(draft.Id, office.Reviewer, null, Token))).Code);
        Assert.DoesNotContain(await office.Proposals.MineAsync(office.Editor, Token), l => l.Id == draft.Id);
        Assert.False(await TakenAsync("cn-withdrawn"));
    }

    private async Task ChangeByAnotherAsync(string city)
    {
        var other = await Office.OpenAsync(site);
        await other.ChangeAsync<CityContent>(city, c => c.About = LocalizedText.En("Early"));
    }

    private async Task<bool> TakenAsync(string city)
    {
        await using var db = await site.OpenAsync();
        return await db.Cities.AnyAsync(c => c.Id == city, Token);
    }
}

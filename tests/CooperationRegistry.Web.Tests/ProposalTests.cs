using System.Text.Json;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>The life of an entry until it is handed in, at the desk.</summary>
public sealed class ProposalTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private Office office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(site);
        await site.LoadAsync(TestData.Line("cn-datong", TestData.City("Datong")), TestData.Line("catl", TestData.Partner("CATL")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Draft_keeps_what_does_not_hold_to_the_rules_to_the_letter()
    {
        var content = new AgreementContent
        {
            Title = new LocalizedText("xx-nonsense", new string('长', 1_000_000)),
            Events = [TestData.Event("", EventKind.Signed, "2025-13-40")],
            Commitments = [new Commitment { Key = "c1", Text = LocalizedText.En("a\0b \"q\" \uFFFE"), Quantity = new Quantity { Amount = -8.40m } }],
        };
        var draft = await office.SaveAsync(content, new Companion { Id = "~1", Content = new CityContent { Country = " " } });

        var kept = (await office.Proposals.FindAsync(draft.Id, office.Editor, Token))!;

        Assert.Equal(ContentJson.Write(content), ContentJson.Write(kept.Content));
        Assert.Equal(" ", ((CityContent)Assert.Single(kept.Companions).Content).Country);
        Assert.Single(await office.Proposals.MineAsync(office.Editor, Token), l => l.Id == draft.Id);
    }

    public static TheoryData<string, string, string, Rule> Refusals { get; } = new()
    {
        { "unknown country", "~1/country", "XX", Rule.UnknownCode },
        { "unreadable date", "events/e1/date", "2025-13-40", Rule.UnreadableDate },
        { "missing partner", "parties/p2/partner", "nobody", Rule.UnknownRecord },
        { "missing companion", "parties/p2/partner", "~7", Rule.UnknownRecord },
        { "key used twice", "parties/p1", "p1", Rule.KeyTwice },
        { "a megabyte of title", "title/en", new string('x', 80) + "…", Rule.TooLong },
        { "companion twice", "~1/id", "~1", Rule.RecordTwice },
        { "companion under a lasting id", "catl/id", "catl", Rule.MalformedId },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Submit_of_a_bad_content_is_refused_with_field_value_and_mend_and_changes_nothing(string fault, string path, string value, Rule rule)
    {
        var content = TestData.Agreement("Fine", TestData.CityParty("p1", "~1"), TestData.PartnerParty("p2", "catl"));
        var companions = new List<Companion> { new() { Id = "~1", Content = TestData.City("Ulm", "DE") } };
        Break(fault, content, companions);
        var draft = await office.SaveAsync(content, [.. companions]);
        var before = await StoredAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.Proposals.SubmitAsync(draft.Id, office.Editor, Token));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal((path, value, rule), (problem.Path, problem.Value, problem.Rule));
        Assert.NotEmpty(problem.Mend(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(before, await StoredAsync());
        Assert.Equal(refused.Problems, await office.Proposals.CheckAsync(draft, Token), (a, b) => a.ToString() == b.ToString());
    }

    [Fact]
    public async Task Draft_changed_in_another_window_is_not_overwritten()
    {
        var first = await office.SaveAsync(TestData.Agreement("First", TestData.CityParty("p1", "cn-datong")));
        var second = (await office.Proposals.FindAsync(first.Id, office.Editor, Token))!;
        ((AgreementContent)second.Content).Title["en"] = "Second";
        await office.Proposals.SaveDraftAsync(second, office.Editor, Token);

        var refused = await Assert.ThrowsAsync<DeskException>(() => office.Proposals.SaveDraftAsync(first, office.Editor, Token));

        Assert.Equal("changedElsewhere", refused.Code);
        Assert.Equal("Second", ((AgreementContent)(await office.Proposals.FindAsync(first.Id, office.Editor, Token))!.Content).Title["en"]);
    }

    [Fact]
    public async Task Draft_is_its_authors_alone()
    {
        var draft = await office.SaveAsync(TestData.City("Private"));

        Assert.Null(await office.Proposals.FindAsync(draft.Id, office.Reviewer, Token));
        Assert.Equal("notYours", (await Assert.ThrowsAsync<DeskException>(() => office.Proposals.SaveDraftAsync(draft, office.Reviewer, Token))).Code);
        Assert.Equal("notYours", (await Assert.ThrowsAsync<DeskException>(() => office.Proposals.SubmitAsync(draft.Id, office.Reviewer, Token))).Code);
        Assert.Equal("notYours", (await Assert.ThrowsAsync<DeskException>(() => office.Proposals.WithdrawAsync(draft.Id, office.Reviewer, Token))).Code);
    }

    [Fact]
    public async Task Draft_of_a_published_record_is_offered_again()
    {
        var draft = (await office.Proposals.OpenAsync(RecordKind.City, "cn-datong", office.Editor, Token))!;
        ((CityContent)draft.Content).About = LocalizedText.En("Half a sen");
        await office.Proposals.SaveDraftAsync(draft, office.Editor, Token);

        var again = (await office.Proposals.OpenAsync(RecordKind.City, "cn-datong", office.Editor, Token))!;

        Assert.Equal((draft.Id, 1, "Half a sen"), (again.Id, again.BaseRevision, ((CityContent)again.Content).About?["en"]));
        Assert.Equal(0, (await office.Proposals.OpenAsync(RecordKind.City, "cn-datong", office.Reviewer, Token))!.Id);
        Assert.Null(await office.Proposals.OpenAsync(RecordKind.City, "cn-nowhere", office.Editor, Token));
    }

    [Fact]
    public async Task Submitted_proposal_is_no_draft_any_more()
    {
        var draft = await office.SubmitAsync(TestData.City("Handed in"));

        Assert.Equal("notADraft", (await Assert.ThrowsAsync<DeskException>(() => office.Proposals.SubmitAsync(draft.Id, office.Editor, Token))).Code);
        var current = (await office.Proposals.FindAsync(draft.Id, office.Editor, Token))!;
        Assert.Equal("notADraft", (await Assert.ThrowsAsync<DeskException>(() => office.Proposals.SaveDraftAsync(current, office.Editor, Token))).Code);
        Assert.Contains(await office.Reviews.QueueAsync(Token), l => l.Proposal.Id == draft.Id && l.Proposal.Title == "Handed in" && l.Proposal.SubmittedAt is not null);
    }

    [Fact]
    public async Task City_cannot_move_to_another_country()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.SubmitChangeAsync<CityContent>("cn-datong", c => c.Country = "DK"));

        Assert.Equal(("country", "DK", Rule.CityElsewhere), Assert.Single(refused.Problems.Select(p => (p.Path, p.Value!, p.Rule))));
    }

    private static void Break(string fault, AgreementContent content, List<Companion> companions)
    {
        switch (fault)
        {
            case "unknown country":
                ((CityContent)companions[0].Content).Country = "XX";
                break;
            case "unreadable date":
                content.Events[0].Date = new EdtfDate("2025-13-40");
                break;
            case "missing partner":
                content.Parties[1].Partner = "nobody";
                break;
            case "missing companion":
                content.Parties[1].Partner = "~7";
                break;
            case "key used twice":
                content.Parties[1].Key = "p1";
                break;
            case "a megabyte of title":
                content.Title["en"] = new string('x', 1024 * 1024);
                break;
            case "companion twice":
                companions.Add(new Companion { Id = "~1", Content = TestData.City("Bonn", "DE") });
                break;
            default:
                companions.Add(new Companion { Id = "catl", Content = TestData.Partner("Another") });
                break;
        }
    }

    private async Task<string> StoredAsync()
    {
        await using var db = await site.OpenAsync();
        return JsonSerializer.Serialize(new
        {
            Proposals = await db.Proposals.OrderBy(p => p.Id).ToListAsync(Token),
            Audit = await db.AuditEntries.CountAsync(Token),
            Revisions = await db.Revisions.CountAsync(Token),
        });
    }
}

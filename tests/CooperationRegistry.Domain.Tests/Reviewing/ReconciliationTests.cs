using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Reviewing;

/// <summary>Two people changed the same record: nothing that either typed is lost unless somebody chooses so.</summary>
public sealed class ReconciliationTests
{
    private static readonly Dictionary<string, Side> NoChoice = [];

    private static Reconciliation Of(Action<AgreementContent> published, Action<AgreementContent> proposed) =>
        new(Contents.Agreement(), Contents.Agreement(published), Contents.Agreement(proposed));

    private static AgreementContent Merge(Reconciliation reconciliation, Side side) =>
        (AgreementContent)reconciliation.Merge(reconciliation.Conflicts.ToDictionary(c => c.Path, _ => side));

    public static TheoryData<Action<AgreementContent>, Action<AgreementContent>> Apart { get; } = new()
    {
        { a => a.Kind = AgreementKind.Contract, a => a.Title["en"] = "Mine" },
        { a => a.Title["zh-Hans"] = "备忘录", a => a.Title["en"] = "Mine" },
        { a => a.Parties[0].Role = PartyRole.Witness, a => a.Parties[1].Role = PartyRole.Founder },
        { a => a.Parties[0].Role = PartyRole.Witness, a => a.Parties[0].OnBehalfOfCity = "cn-kenli" },
        { a => a.Parties.RemoveAt(0), a => a.Parties[1].Role = PartyRole.Founder },
        { a => a.Parties.Reverse(), a => a.Parties[1].Role = PartyRole.Founder },
        { a => a.Parties.Add(new Party { Key = "p3", Partner = "dena" }), a => a.Events.Add(new AgreementEvent { Key = "e2", Kind = EventKind.Announced }) },
        { a => a.Term = new Term { Months = 24 }, a => a.InstrumentAsPrinted = "MoU" },
        { a => a.Sectors = ["solar"], a => a.Sectors = ["wind"] },
        { a => a.Citations[0].Supports.Add("title"), a => a.Citations[0].Supports.Add("kind") },
        { a => a.Kind = AgreementKind.Contract, a => a.Kind = AgreementKind.Contract },
        { _ => { }, a => a.Kind = AgreementKind.Contract },
        { a => a.Kind = AgreementKind.Contract, _ => { } },
    };

    [Theory]
    [MemberData(nameof(Apart))]
    public void Changes_of_different_places_go_together_by_themselves(Action<AgreementContent> published, Action<AgreementContent> proposed)
    {
        var reconciliation = Of(published, proposed);
        var both = Contents.Agreement(proposed);
        if (!ContentDiff.Same(both, Contents.Agreement(published)))
            published(both);
        both.Sectors = [.. Contents.Agreement(proposed).Sectors.Union(both.Sectors)];

        Assert.Empty(reconciliation.Conflicts);
        Assert.Empty(ContentDiff.Compare(both, reconciliation.Merge(NoChoice)));
    }

    public static TheoryData<string, Action<AgreementContent>, Action<AgreementContent>> Disputed { get; } = new()
    {
        { "title/en", a => a.Title["en"] = "Theirs", a => a.Title["en"] = "Mine" },
        { "kind", a => a.Kind = AgreementKind.Contract, a => a.Kind = AgreementKind.LetterOfIntent },
        { "parties/p1", a => a.Parties.RemoveAt(0), a => a.Parties[0].Role = PartyRole.Founder },
        { "parties/p1", a => { a.Parties[0].Role = PartyRole.Witness; a.Parties[0].OnBehalfOfCity = "cn-kenli"; }, a => a.Parties.RemoveAt(0) },
        { "term", a => a.Term = new Term { Months = 24 }, a => a.Term = new Term { Months = 36 } },
        { "events/e1/date", a => a.Events[0].Date = null, a => a.Events[0].Date = new EdtfDate("2025-10-19") },
    };

    [Theory]
    [MemberData(nameof(Disputed))]
    public void Changes_of_the_same_place_are_chosen_between(string path, Action<AgreementContent> published, Action<AgreementContent> proposed)
    {
        var reconciliation = Of(published, proposed);

        Assert.Equal(path, Assert.Single(reconciliation.Conflicts).Path);
        Assert.Throws<ArgumentException>(() => reconciliation.Merge(NoChoice));
        Assert.Empty(ContentDiff.Compare(Contents.Agreement(published), Merge(reconciliation, Side.Published)));
        Assert.Empty(ContentDiff.Compare(Contents.Agreement(proposed), Merge(reconciliation, Side.Proposed)));
    }

    [Fact]
    public void Items_that_got_the_same_key_both_stay_and_keep_what_points_at_them()
    {
        var reconciliation = Of(
            a => a.Parties.Add(new Party { Key = "p3", Partner = "dena" }),
            a => { a.Parties.Add(new Party { Key = "p3", Partner = "ikea" }); a.Signatures.Add(new Signature { Key = "s1", Parties = ["p3"] }); a.Citations[0].Supports.Add("parties/p3"); });

        var merged = (AgreementContent)reconciliation.Merge(NoChoice);

        Assert.Equal([("p3", "dena"), ("p4", "ikea")], merged.Parties.Skip(2).Select(p => (p.Key, p.Partner!)).Order());
        Assert.Equal(["p4"], merged.Signatures[0].Parties);
        Assert.Contains("parties/p4", merged.Citations[0].Supports);
        Assert.Equal([("parties/p3", "parties/p4")], reconciliation.Moved);
    }

    [Fact]
    public void Item_removed_on_the_other_side_leaves_nothing_that_points_at_it()
    {
        var reconciliation = Of(a => a.Parties.RemoveAt(1), a => a.Signatures.Add(new Signature { Key = "s1", Parties = ["p1", "p2"] }));

        var merged = (AgreementContent)reconciliation.Merge(NoChoice);

        Assert.Equal(["p1"], merged.Signatures[0].Parties);
    }

    [Fact]
    public void Both_put_a_list_in_another_order_and_one_is_chosen()
    {
        static AgreementContent Three(params string[] order) =>
            Contents.Agreement(a => a.Parties = [.. order.Select(key => new Party { Key = key, City = "cn-datong" })]);
        var reconciliation = new Reconciliation(Three("p1", "p2", "p3"), Three("p3", "p2", "p1"), Three("p2", "p1", "p3"));

        Assert.Equal("parties", Assert.Single(reconciliation.Conflicts).Path);
        Assert.Equal(["p3", "p2", "p1"], Merge(reconciliation, Side.Published).Parties.ConvertAll(p => p.Key));
        Assert.Equal(["p2", "p1", "p3"], Merge(reconciliation, Side.Proposed).Parties.ConvertAll(p => p.Key));
    }

    [Fact]
    public void Merge_leaves_what_it_was_given_as_it_was()
    {
        var (began, published, proposed) = (Contents.Agreement(), Contents.Agreement(a => a.Parties.RemoveAt(0)), Contents.Agreement(a => a.Kind = AgreementKind.Contract));
        var before = (ContentJson.Write(published), ContentJson.Write(proposed));

        new Reconciliation(began, published, proposed).Merge(NoChoice);

        Assert.Equal(before, (ContentJson.Write(published), ContentJson.Write(proposed)));
    }
}

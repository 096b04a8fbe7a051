using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Reviewing;

/// <summary>What a reviewer and a reader of the history are shown as changed.</summary>
public sealed class ContentDiffTests
{
    /// <summary>A change to the plain agreement of <see cref="Contents"/>, and the paths and kinds that are found.</summary>
    public static TheoryData<Action<AgreementContent>, string[]> Changes { get; } = new()
    {
        { _ => { }, [] },
        { a => a.Summary = [], [] },
        { a => a.InstrumentAsPrinted = "", [] },
        { a => a.Title["en"] = "Another", ["Changed title/en"] },
        { a => a.Title["zh-Hans"] = "备忘录", ["Added title/zh-Hans"] },
        { a => a.Title.Remove("en"), ["Removed title/en"] },
        { a => a.Kind = AgreementKind.Contract, ["Changed kind"] },
        { a => a.Events[0].Date = new EdtfDate("2025-10-19"), ["Changed events/e1/date"] },
        { a => a.Events[0].Note = LocalizedText.En("In Berlin"), ["Added events/e1/note/en"] },
        { a => a.Parties[0].Role = PartyRole.Witness, ["Changed parties/p1/role"] },
        { a => a.Parties.Add(new Party { Key = "p3", Partner = "dena" }), ["Added parties/p3"] },
        { a => a.Parties.RemoveAt(0), ["Removed parties/p1"] },
        { a => a.Parties.Reverse(), ["Moved parties"] },
        { a => { a.Parties.Reverse(); a.Parties.Insert(1, new Party { Key = "p3", Partner = "dena" }); a.Parties[0].Role = PartyRole.Witness; }, ["Moved parties", "Changed parties/p2/role", "Added parties/p3"] },
        { a => a.Term = new Term { Months = 24 }, ["Added term"] },
        { a => a.Citations[0].Supports = ["title", "events/e1/date"], ["Changed citations/c1/supports"] },
        { a => a.Sectors = ["solar"], ["Added sectors"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Compare_names_each_difference_by_its_path(Action<AgreementContent> change, string[] expected) =>
        Assert.Equal(expected, ContentDiff.Compare(Contents.Agreement(), Contents.Agreement(change)).Select(c => $"{c.Kind} {c.Path}"));

    [Fact]
    public void Compare_gives_both_values_of_one_language()
    {
        var change = Assert.Single(ContentDiff.Compare(Contents.Agreement(a => a.Title["zh-Hans"] = "备忘录"), Contents.Agreement(a => { a.Title["zh-Hans"] = "谅解备忘录"; })));

        Assert.Equal(new LocalizedText("zh-Hans", "备忘录"), change.Before);
        Assert.Equal(new LocalizedText("zh-Hans", "谅解备忘录"), change.After);
    }

    [Fact]
    public void Compare_takes_a_figure_as_one_value_and_minds_its_places()
    {
        var before = Contents.CapacityStat(s => s.Quantity = new Quantity { Amount = 8.4m, Unit = Unit.Gigawatt });
        var after = Contents.CapacityStat(s => s.Quantity = new Quantity { Amount = 8.40m, Unit = Unit.Gigawatt });

        Assert.Equal(["quantity"], ContentDiff.Compare(before, after).Select(c => c.Path));
    }

    [Fact]
    public void Compare_is_the_same_the_other_way_round()
    {
        var (one, other) = (Contents.Agreement(), Contents.Agreement(a => { a.Parties.RemoveAt(0); a.Title["zh"] = "x"; a.Kind = AgreementKind.Contract; }));

        Assert.Equal(ContentDiff.Compare(one, other).Select(c => c.Path).Order(), ContentDiff.Compare(other, one).Select(c => c.Path).Order());
    }

    [Fact]
    public void Compare_of_two_nouns_is_refused() =>
        Assert.Throws<ArgumentException>(() => ContentDiff.Compare(Contents.City(), Contents.Partner()));
}

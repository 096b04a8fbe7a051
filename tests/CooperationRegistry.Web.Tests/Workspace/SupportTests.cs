using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Tests.Workspace;

public sealed class SupportTests
{
    [Fact]
    public void Citation_of_everything_follows_what_is_typed()
    {
        var agreement = new AgreementContent { Citations = { new Citation { Key = "ci1", Source = "~1" } }, Parties = { new Party { Key = "p1" }, new Party { Key = "p2" } } };
        var support = new Support(agreement);
        agreement.Title = LocalizedText.En("A memorandum");
        agreement.Parties[0].City = "cn-datong";
        support.Refresh();
        // The second row is blank: nobody filled it in, so there is nothing to support.
        Assert.Equal(["title", "kind", "parties/p1"], agreement.Citations[0].Supports);
    }

    [Fact]
    public void Citation_of_chosen_facts_stays_as_chosen()
    {
        var agreement = Cited("title");
        var support = new Support(agreement);
        agreement.Sectors.Add("solar");
        support.Refresh();
        Assert.Equal(["title"], agreement.Citations[0].Supports);
    }

    [Fact]
    public void Citation_found_to_support_all_there_is_supports_what_comes_too()
    {
        var agreement = Cited("kind", "title");
        var support = new Support(agreement);
        agreement.Sectors.Add("solar");
        support.Refresh();
        Assert.True(support.IsEverything(agreement.Citations[0]));
        Assert.Equal(["title", "kind", "sectors"], agreement.Citations[0].Supports);
    }

    [Fact]
    public void Citation_no_longer_of_everything_stays_as_it_was()
    {
        var agreement = Cited();
        var support = new Support(agreement);
        support.Refresh();
        support.SetEverything(agreement.Citations[0], false);
        agreement.Sectors.Add("solar");
        support.Refresh();
        Assert.Equal(["title", "kind"], agreement.Citations[0].Supports);
    }

    [Fact]
    public void Fact_marked_by_hand_ends_that_everything_is_meant()
    {
        var agreement = Cited();
        var support = new Support(agreement);
        support.Refresh();
        support.Set(agreement.Citations[0], "kind", false);
        agreement.Sectors.Add("solar");
        support.Refresh();
        Assert.Equal(["title"], agreement.Citations[0].Supports);
        support.Set(agreement.Citations[0], "sectors", true);
        support.Set(agreement.Citations[0], "sectors", true);
        Assert.Equal(["title", "sectors"], agreement.Citations[0].Supports);
    }

    [Fact]
    public void Blank_rows_are_no_facts_without_support()
    {
        var agreement = Cited("title");
        agreement.Parties = [new Party { Key = "p1", City = "cn-datong" }, new Party { Key = "p2" }];
        agreement.Commitments = [new Commitment { Key = "c1" }];
        var support = new Support(agreement);
        Assert.Equal(["title", "kind", "parties/p1"], support.FactPaths());
        // The kind is general knowledge.
        Assert.Equal(1, support.Unsupported);
    }

    [Theory]
    [InlineData("events/e1/date", true)]
    [InlineData("events/e1/date/en", true)]
    [InlineData("events/e1", true)]
    [InlineData("events", true)]
    [InlineData("events/e1/note", false)]
    [InlineData("events/e10", false)]
    [InlineData("title", false)]
    public void Citation_covers_its_place_what_that_is_in_and_what_is_in_it(string path, bool covers)
    {
        var agreement = Cited("events/e1/date");
        Assert.Equal(covers, new Support(agreement).Covering(path).Any());
    }

    private static AgreementContent Cited(params string[] supports) =>
        new() { Title = LocalizedText.En("A memorandum"), Citations = { new Citation { Key = "ci1", Source = "SR-000001", Supports = [.. supports] } } };
}

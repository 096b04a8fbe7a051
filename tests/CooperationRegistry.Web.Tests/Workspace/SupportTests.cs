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
        var agreement = new AgreementContent { Citations = { new Citation { Key = "r1", Source = "~1" } }, Parties = { new Party { Key = "p1" }, new Party { Key = "p2" } } };
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
        var agreement = new AgreementContent { Title = LocalizedText.En("A memorandum"), Citations = { new Citation { Key = "r1", Source = "SR-000001", Supports = ["title"] } } };
        var support = new Support(agreement);
        agreement.Sectors.Add("solar");
        support.Refresh();
        Assert.Equal(["title"], agreement.Citations[0].Supports);
    }
}

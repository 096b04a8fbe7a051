using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Tests.Workspace;

public sealed class ItemKeysTests
{
    [Fact]
    public void New_key_is_above_every_key_of_its_list()
    {
        var keys = new ItemKeys(new AgreementContent { Parties = { new Party { Key = "p7" }, new Party { Key = "p2" } } }, new KeysGiven());
        Assert.Equal(["p8", "p9", "e1"], [keys.Next("parties", "p"), keys.Next("parties", "p"), keys.Next("events", "e")]);
    }

    [Fact]
    public void Key_of_a_removed_item_is_not_given_again()
    {
        var agreement = new AgreementContent { Parties = { new Party { Key = "p1" } } };
        var keys = new ItemKeys(agreement, new KeysGiven());
        agreement.Parties.Add(new Party { Key = keys.Next("parties", "p") });
        agreement.Parties.RemoveAt(1);
        Assert.Equal("p3", keys.Next("parties", "p"));
    }

    [Fact]
    public void Lists_within_items_count_each_for_itself()
    {
        var keys = new ItemKeys(new AgreementContent
        {
            Events =
            {
                new AgreementEvent { Key = "e1", Present = { new Presence { Key = "pr4" } } },
                new AgreementEvent { Key = "e10", Present = { new Presence { Key = "pr8" } } },
            },
            SigningEvent = new SigningEvent { Present = { new Presence { Key = "pr2" } } },
        }, new KeysGiven());
        Assert.Equal(["pr5", "pr9", "pr3", "e11"], [keys.Next("events/e1/present", "pr"), keys.Next("events/e10/present", "pr"), keys.Next("signingEvent/present", "pr"), keys.Next("events", "e")]);
    }

    [Fact]
    public void Keys_of_another_prefix_or_none_at_all_do_not_count()
    {
        var keys = new ItemKeys(new AgreementContent { Parties = { new Party { Key = "q9" }, new Party { Key = "party" }, new Party { Key = "p-3" } } }, new KeysGiven());
        Assert.Equal("p1", keys.Next("parties", "p"));
    }

    [Fact]
    public void Key_of_an_earlier_revision_is_not_given_again()
    {
        var given = new KeysGiven();
        given.Note(new AgreementContent { Parties = { new Party { Key = "p4" } } });
        Assert.Equal(["p5", "e1"], [new ItemKeys(new AgreementContent { Parties = { new Party { Key = "p1" } } }, given).Next("parties", "p"), new ItemKeys(new AgreementContent(), given).Next("events", "e")]);
    }
}

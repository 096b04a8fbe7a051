using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Tests.Rules;

/// <summary>An item's key goes wherever the item goes.</summary>
public sealed class ContentKeysTests
{
    private static AgreementContent Pointing() =>
        new()
        {
            Parties = [new Party { Key = "p1", City = "cn-datong" }, new Party { Key = "p2", Partner = "catl" }],
            Signatures = [new Signature { Key = "s1", Parties = ["p1", "p2"] }],
            Commitments = [new Commitment { Key = "c1", PromisedBy = ["p2"] }],
            Events = [new AgreementEvent { Key = "e1", Present = [new Presence { Key = "pr1", Person = "Wu", Party = "p2" }] }],
            Citations = [new Citation { Key = "ci1", Supports = ["title", "parties/p2", "parties/p2/role", "parties/p20"] }],
            Disputes = [new Dispute { Key = "d1", Path = "parties/p2/role" }],
        };

    [Fact]
    public void Forget_takes_the_item_out_of_all_that_points_at_it()
    {
        var agreement = Pointing();

        agreement.Forget("parties", "p2");

        Assert.Equal(["p1"], agreement.Signatures[0].Parties);
        Assert.Empty(agreement.Commitments[0].PromisedBy);
        Assert.Null(agreement.Events[0].Present[0].Party);
        Assert.Equal(["title", "parties/p20"], agreement.Citations[0].Supports);
        Assert.Empty(agreement.Disputes);
    }

    [Fact]
    public void Rekey_gives_the_item_another_key_in_all_that_points_at_it()
    {
        var agreement = Pointing();

        agreement.Rekey("parties", "p2", "p7");

        Assert.Equal(["p1", "p7"], agreement.Parties.ConvertAll(p => p.Key));
        Assert.Equal(["p1", "p7"], agreement.Signatures[0].Parties);
        Assert.Equal(["p7"], agreement.Commitments[0].PromisedBy);
        Assert.Equal("p7", agreement.Events[0].Present[0].Party);
        Assert.Equal(["title", "parties/p7", "parties/p7/role", "parties/p20"], agreement.Citations[0].Supports);
        Assert.Equal("parties/p7/role", agreement.Disputes[0].Path);
    }

    [Fact]
    public void Rekey_reaches_an_item_of_a_list_within_an_item()
    {
        var agreement = Pointing();

        agreement.Rekey("events/e1/present", "pr1", "pr2");

        Assert.Equal("pr2", agreement.Events[0].Present[0].Key);
    }
}

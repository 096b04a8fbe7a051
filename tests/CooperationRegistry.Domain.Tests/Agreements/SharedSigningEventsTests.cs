using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Agreements;

public class SharedSigningEventsTests
{
    [Fact]
    public void Party_present_is_named_by_the_other_agreements_key()
    {
        var taken = SharedSigningEvents.For(Agreement("p7"), Agreement("p1"))!;

        Assert.Equal(["p7", null], taken.Present.Select(p => p.Party));
        Assert.Equal(["Zhang Jifu", "A guest"], taken.Present.Select(p => p.Person));
    }

    [Fact]
    public void Party_that_the_other_agreement_does_not_have_is_left_out()
    {
        var other = Agreement("p1");
        other.Parties[0].City = "cn-taiyuan";

        Assert.All(SharedSigningEvents.For(other, Agreement("p1"))!.Present, p => Assert.Null(p.Party));
    }

    [Fact]
    public void Taking_it_changes_nothing_where_it_is_taken_from()
    {
        var from = Agreement("p1");

        SharedSigningEvents.For(Agreement("p7"), from)!.Place!["en"] = "Elsewhere";

        Assert.Equal(("At the hall", "p1"), (from.SigningEvent!.Place!["en"], from.SigningEvent.Present[0].Party));
    }

    [Fact]
    public void No_signing_is_taken_from_an_agreement_that_has_none() =>
        Assert.Null(SharedSigningEvents.For(Agreement("p1"), new AgreementContent()));

    [Fact]
    public void Events_are_alike_whatever_the_keys_of_the_parties() => Assert.True(SharedSigningEvents.AreAlike(Agreement("p1"), Agreement("p7")));

    [Fact]
    public void Events_are_alike_where_only_a_party_differs_that_one_of_the_two_does_not_have()
    {
        var other = Agreement("p1");
        other.Parties.Clear();
        other.SigningEvent!.Present[0].Party = null;

        Assert.True(SharedSigningEvents.AreAlike(Agreement("p1"), other));
    }

    [Fact]
    public void Two_without_a_signing_are_alike_and_one_with_and_one_without_are_not()
    {
        Assert.True(SharedSigningEvents.AreAlike(new AgreementContent(), new AgreementContent()));
        Assert.False(SharedSigningEvents.AreAlike(Agreement("p1"), new AgreementContent()));
        Assert.False(SharedSigningEvents.AreAlike(new AgreementContent(), Agreement("p1")));
    }

    public static TheoryData<string> Differences => ["place", "date", "person", "party", "missing person"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void Events_that_say_something_else_are_not_alike(string difference)
    {
        var other = Agreement("p1");
        var held = other.SigningEvent!;
        switch (difference)
        {
            case "place":
                held.Place = LocalizedText.En("By the river");
                break;
            case "date":
                held.Date = new EdtfDate("2017-11-08");
                break;
            case "person":
                held.Present[1].Person = "Another guest";
                break;
            case "party":
                held.Present[1].Party = "p1";
                break;
            default:
                held.Present.RemoveAt(1);
                break;
        }

        Assert.False(SharedSigningEvents.AreAlike(Agreement("p1"), other));
        Assert.False(SharedSigningEvents.AreAlike(other, Agreement("p1")));
    }

    private static AgreementContent Agreement(string key) =>
        new()
        {
            Parties = [new Party { Key = key, City = "cn-datong" }],
            SigningEvent = new SigningEvent
            {
                Place = LocalizedText.En("At the hall"),
                Date = new EdtfDate("2017-11-07"),
                Present = [new Presence { Key = "pr1", Person = "Zhang Jifu", Party = key }, new Presence { Key = "pr2", Person = "A guest" }],
            },
        };
}

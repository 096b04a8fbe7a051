namespace CooperationRegistry.Domain.Agreements;

/// <summary>Agreements signed at one event carry it each; it says the same in all of them, but names the parties of each by that one's keys.</summary>
public static class SharedSigningEvents
{
    /// <summary>The signing event of one agreement as another one would carry it. A party that the other does not have is left out.</summary>
    public static SigningEvent? For(AgreementContent agreement, AgreementContent from)
    {
        if (from.SigningEvent is null)
            return null;
        var copy = ContentJson.Copy(from);
        foreach (var presence in copy.SigningEvent!.Present)
        {
            var party = copy.Parties.Find(p => p.Key == presence.Party);
            presence.Party = party is null ? null : agreement.Parties.Find(p => p.City == party.City && p.Partner == party.Partner)?.Key;
        }
        return copy.SigningEvent;
    }

    public static bool AreAlike(AgreementContent one, AgreementContent other) => Written(For(one, other)) == Written(WithoutUnknownParties(one, other));

    // Compared without the parties that only one of the two has.
    private static SigningEvent? WithoutUnknownParties(AgreementContent one, AgreementContent other) =>
        For(other, one) is null ? null : For(one, new AgreementContent { Parties = other.Parties, SigningEvent = For(other, one) });

    private static string Written(SigningEvent? held) => ContentJson.Write(new AgreementContent { SigningEvent = held });
}

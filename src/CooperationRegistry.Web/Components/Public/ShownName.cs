using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>The name of a record in the language of a page.</summary>
/// <param name="Tag">BCP 47, of the name.</param>
internal sealed record ShownName(string Tag, string Text)
{
    /// <summary>The name at a signing between two days; null where no name has a date, and it is the same on all of them.</summary>
    public Func<(DateOnly? First, DateOnly? Last), IName?>? At { get; private init; }

    /// <returns>Null where the city has no name.</returns>
    public static ShownName? Of(CityContent city, string language) => Of(city.Names, city.Display(language), signing => city.DisplayIn(signing, language));

    /// <returns>Null where the partner has no name.</returns>
    public static ShownName? Of(PartnerContent partner, string language) => Of(partner.Names, partner.Display(language), signing => partner.DisplayIn(signing, language));

    private static ShownName? Of(IEnumerable<IName> all, IName? today, Func<(DateOnly?, DateOnly?), IName?> at) =>
        today is null ? null : new ShownName(today.Language, today.Text) { At = all.Any(n => n.From is not null || n.Until is not null) ? at : null };
}

using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;

namespace CooperationRegistry.Domain;

/// <summary>A name of a city or a partner as lists and titles show it.</summary>
public interface IName
{
    string Text { get; }

    string Language { get; }
}

public static class Names
{
    /// <summary>The official name in the language asked for, else in English, else the first official one, else the first.</summary>
    public static IName? Display(this CityContent city, string language) =>
        Pick(city.Names.Where(n => n.Kind is CityNameKind.Official or CityNameKind.LocalScript), language) ?? city.Names.FirstOrDefault();

    /// <summary>The official name in the language asked for (or its translation), else in English, else the first.</summary>
    public static IName? Display(this PartnerContent partner, string language) =>
        Pick(
            partner.Names
                .Where(n => n.Kind is PartnerNameKind.Official or PartnerNameKind.Trading or PartnerNameKind.Translation)
                .OrderBy(n => n.Kind),
            language)
        ?? partner.Names.FirstOrDefault();

    /// <summary>The name in the script of the place, where it is another than the one shown.</summary>
    public static IName? LocalScript(this CityContent city) => city.Names.Find(n => n.Kind == CityNameKind.LocalScript);

    /// <summary>Whether it has a letter of the Latin script (basic, supplements, extended A, B and additional) or a digit.</summary>
    public static bool IsRomanised(this IName name) => name.Text.Any(c => (c is < '\u0250' or >= '\u1E00' and <= '\u1EFF') && char.IsLetterOrDigit(c));

    private static IName? Pick(IEnumerable<IName> names, string language)
    {
        var all = names.ToList();
        return all.Find(n => n.Language == language) ?? all.Find(n => n.Language == "en") ?? all.FirstOrDefault();
    }
}

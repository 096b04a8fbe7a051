using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>The names of a city or a partner as cells: the one that lists show, and the Chinese one.</summary>
internal static class NameCell
{
    private const string Han = "zh-Hans";

    public static CityName? Chinese(CityContent city) => city.Names.Find(n => n.Language == Han && n.Kind is CityNameKind.Official or CityNameKind.LocalScript);

    public static PartnerName? Chinese(PartnerContent partner) =>
        partner.Names.Find(n => n.Language == Han && n.Kind is PartnerNameKind.Official or PartnerNameKind.Trading or PartnerNameKind.Translation);

    public static Breach? Write(CityContent city, string language, string text)
    {
        if (text.Length == 0)
            return new Breach("", Rule.Required);
        if (city.Display(language) is CityName shown)
            shown.Text = text;
        else
            city.Names.Add(new CityName { Key = "n1", Text = text, Language = language });
        return null;
    }

    public static Breach? Write(PartnerContent partner, string language, string text)
    {
        if (text.Length == 0)
            return new Breach("", Rule.Required);
        if (partner.Display(language) is PartnerName shown)
            shown.Text = text;
        else
            partner.Names.Add(new PartnerName { Key = "n1", Text = text, Language = language });
        return null;
    }

    public static Breach? WriteChinese(CityContent city, string text) =>
        Change(city.Names, Chinese(city), text, key => new CityName { Key = key, Text = text, Language = Han, Kind = CityNameKind.LocalScript }, name => name.Text = text);

    public static Breach? WriteChinese(PartnerContent partner, string text) =>
        Change(partner.Names, Chinese(partner), text, key => new PartnerName { Key = key, Text = text, Language = Han, Kind = PartnerNameKind.Translation }, name => name.Text = text);

    // Which name to take away, or to give a key that no revision had, is a question for the form.
    private static Breach? Change<TName>(List<TName> names, TName? present, string text, Func<string, TName> make, Action<TName> change)
        where TName : class, IKeyed
    {
        if (present is not null && text.Length > 0)
            change(present);
        else if (present is null && text.Length > 0 && names.TrueForAll(n => n.Key == "n1"))
            names.Add(make("n2"));
        else if (present is not null || text.Length > 0)
            return new Breach("", Rule.Required);
        return null;
    }
}

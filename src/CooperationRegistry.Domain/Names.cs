using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain;

/// <summary>A name of a city or a partner as lists and titles show it.</summary>
public interface IName
{
    string Text { get; }

    string Language { get; }

    EdtfDate? From { get; }

    EdtfDate? Until { get; }
}

public static class Names
{
    /// <summary>The official name in the language asked for, else another one in it, else the official one in English, else the first official one, else the first.</summary>
    public static IName? Display(this CityContent city, string language)
    {
        var official = city.Names.Where(n => n.Kind is CityNameKind.Official or CityNameKind.LocalScript);
        var other = city.Names.Where(n => n.Kind == CityNameKind.Variant && n.Language == language);
        return Pick(official.Concat(other), language) ?? city.Names.FirstOrDefault();
    }

    /// <summary>The official name in the language asked for (or its translation), else in English, else the first.</summary>
    public static IName? Display(this PartnerContent partner, string language) =>
        Pick(
            partner.Names
                .Where(n => n.Kind is PartnerNameKind.Official or PartnerNameKind.Trading or PartnerNameKind.Translation)
                .OrderBy(n => n.Kind),
            language)
        ?? partner.Names.FirstOrDefault();

    /// <summary>The name that it went by on the day, as far as names are dated; else the one of today.</summary>
    public static IName? Display(this CityContent city, string language, DateOnly? on) =>
        PickOn(city.Names.Where(n => n.Kind != CityNameKind.Variant), city.Names.Where(n => n.Kind == CityNameKind.Former), city.Display(language), language, on);

    /// <summary>The name that it went by on the day, as far as names are dated; else the one of today.</summary>
    public static IName? Display(this PartnerContent partner, string language, DateOnly? on) =>
        PickOn(
            partner.Names.Where(n => n.Kind is PartnerNameKind.Official or PartnerNameKind.Trading or PartnerNameKind.Translation or PartnerNameKind.Former).OrderBy(n => n.Kind),
            partner.Names.Where(n => n.Kind == PartnerNameKind.Former),
            partner.Display(language),
            language,
            on);

    /// <summary>The name at signing; the one of today where the day is too uncertain to tell.</summary>
    public static IName? DisplayIn(this CityContent city, AgreementContent agreement, string language) => city.DisplayIn(agreement.SigningDays(), language);

    /// <summary>The same for a signing between two days.</summary>
    public static IName? DisplayIn(this CityContent city, (DateOnly? First, DateOnly? Last) signing, string language) =>
        Settled(on => city.Display(language, on), signing);

    /// <summary>The name at signing; the one of today where the day is too uncertain to tell.</summary>
    public static IName? DisplayIn(this PartnerContent partner, AgreementContent agreement, string language) => partner.DisplayIn(agreement.SigningDays(), language);

    /// <summary>The same for a signing between two days.</summary>
    public static IName? DisplayIn(this PartnerContent partner, (DateOnly? First, DateOnly? Last) signing, string language) =>
        Settled(on => partner.Display(language, on), signing);

    /// <summary>The first and the last day that the signing may have been on; null where they are not known.</summary>
    public static (DateOnly? First, DateOnly? Last) SigningDays(this AgreementContent agreement)
    {
        var signed = agreement.Events.Find(e => e.Kind == EventKind.Signed);
        return (signed?.Date?.Earliest ?? signed?.NotBefore?.Earliest, signed?.Date?.Latest ?? signed?.NotAfter?.Latest);
    }

    /// <summary>The name in the script of the place, where it is another than the one shown.</summary>
    public static IName? LocalScript(this CityContent city) => city.Names.Find(n => n.Kind == CityNameKind.LocalScript);

    /// <summary>Whether it has a letter of the Latin script (basic, supplements, extended A, B and additional) or a digit.</summary>
    public static bool IsRomanised(this IName name) => name.Text.Any(c => (c is < '\u0250' or >= '\u1E00' and <= '\u1EFF') && char.IsLetterOrDigit(c));

    private static IName? Pick(IEnumerable<IName> names, string language)
    {
        var all = names.ToList();
        return all.Find(n => n.Language == language) ?? all.Find(n => n.Language == "en") ?? all.FirstOrDefault();
    }

    private static IName? PickOn(IEnumerable<IName> names, IEnumerable<IName> former, IName? today, string language, DateOnly? on)
    {
        if (on is not { } day || today is null)
            return today;
        // A name of then in a language that the reader does not see today tells less than the name of today.
        var all = names.Where(n => n.Language == language || n.Language == "en" || n.Language == today.Language).ToList();
        // Where two hold the day, the later one has just begun.
        var holding = all.Where(n => IsDated(n) && Holds(n, day)).OrderByDescending(n => n.From?.Earliest ?? DateOnly.MinValue).ToList();
        if (holding.Count == 0)
            return IsDated(today) ? Pick(all.Except(former).Where(n => !IsDated(n)), language) ?? today : today;
        // It bore the name of today already, in whatever language that is dated.
        var bore = holding[0].Until is null && !former.Contains(holding[0]) && (!IsDated(today) || Holds(today, day));
        return bore ? today : Pick(holding, language);
    }

    // The name of both days, where they have the same.
    private static IName? Settled(Func<DateOnly?, IName?> display, (DateOnly? First, DateOnly? Last) signing) =>
        signing is ({ } first, { } last) && display(first) is { } name && name == display(last) ? name : display(null);

    private static bool IsDated(IName name) => name.From?.Earliest is not null || name.Until?.Latest is not null;

    private static bool Holds(IName name, DateOnly day) => !(name.From?.Earliest > day) && !(name.Until?.Latest < day);
}

using System.Collections.Frozen;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Languages;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web;

/// <summary>
/// Writes the values of a content in the words of the reader's language. All texts come from Resources/Words.resx, so another
/// language is another resx; nothing here asks the culture how to print a number or a date.
/// </summary>
public sealed partial class Words(IStringLocalizer<Words> texts)
{
    /// <summary>Keeps a figure and its unit on one line.</summary>
    private const char NoBreakSpace = '\u00a0';

    /// <summary>BCP 47 tag of the interface: <c>en</c> or <c>zh-Hans</c>.</summary>
    public string Language => InterfaceLanguage.Current;

    /// <summary>The label of an enum's value: key <c>AgreementKind_Contract</c>.</summary>
    public string Label<TEnum>(TEnum value)
        where TEnum : struct, Enum => texts[LabelKeys<TEnum>.Of.TryGetValue(value, out var key) ? key : LabelKeys<TEnum>.Make(value)];

    /// <summary>Between words that a page sets beside each other; Chinese has none.</summary>
    public string Space => texts["Sign_Space"];

    public string Comma => texts["Sign_Comma"];

    /// <summary>Between the items of a list within a line.</summary>
    public string Listed => texts["Sign_Listed"];

    public string Semicolon => texts["Sign_Semicolon"];

    public string Colon => texts["Sign_Colon"];

    /// <summary>A bracket, with the space before it.</summary>
    public string Open => texts["Sign_Open"];

    public string Close => texts["Sign_Close"];

    public (string Tag, string Text) Text(LocalizedText? text) => text?.Best(Language) ?? (Language, "");

    /// <param name="value">As the filter has it: four digits, or unknown.</param>
    public string Year(string value) => value == "unknown" ? texts["Year_Unknown"] : texts["Year", value];

    public string Country(string code) => CodeLists.Countries.Label(code, Language) ?? code;

    public string Subdivision(string code) => CodeLists.Subdivisions.Label(code, Language) ?? code;

    public string Sector(string code) => CodeLists.Sectors.Label(code, Language) ?? code;

    public string Technology(string code) => CodeLists.Technologies.Label(code, Language) ?? code;

    /// <summary>The name of a language: of the tag, else of the tag shortened from the end, else the tag itself.</summary>
    public string LanguageName(string tag)
    {
        for (var end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
        {
            if (texts[$"Language_{tag[..end]}"] is { ResourceNotFound: false } name)
                return name;
        }

        return tag;
    }

    public string Bytes(long length) =>
        length >= 1_000_000 ? Figure(decimal.Round(length / 1_000_000m, 1), "MB")
        : length >= 1_000 ? Figure(decimal.Round(length / 1_000m), "kB")
        : Figure(length, "B");

    /// <summary>A shape for each status, so that none is told by its colour. Shown before the word, hidden from screen readers.</summary>
    public static string Shape(AgreementStatus status) =>
        status switch
        {
            AgreementStatus.Mentioned => "◌",
            AgreementStatus.Sought => "△",
            AgreementStatus.Announced => "○",
            AgreementStatus.Approved => "◎",
            AgreementStatus.Signed => "◐",
            AgreementStatus.InForce => "●",
            AgreementStatus.Suspended => "□",
            AgreementStatus.Completed => "■",
            AgreementStatus.Expired => "◇",
            AgreementStatus.Terminated => "✕",
            _ => "▽",
        };

    public static string Shape(ProjectStatus status) =>
        status switch
        {
            ProjectStatus.Proposed => "△",
            ProjectStatus.Planned => "○",
            ProjectStatus.UnderConstruction => "◐",
            ProjectStatus.Operating => "●",
            ProjectStatus.Suspended => "□",
            ProjectStatus.Cancelled => "✕",
            _ => "◇",
        };

    public static string Shape(Outcome outcome) =>
        outcome switch
        {
            Outcome.Open => "○",
            Outcome.Met => "●",
            Outcome.PartlyMet => "◐",
            Outcome.Missed => "✕",
            _ => "▽",
        };

    private static class LabelKeys<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Of = Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, Make);

        public static string Make(TEnum value) => $"{typeof(TEnum).Name}_{value}";
    }

    private static string Figure(decimal amount, string unit) => $"{Number(amount)}{NoBreakSpace}{unit}";
}

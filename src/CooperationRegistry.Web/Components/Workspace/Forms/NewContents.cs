using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Languages;

namespace CooperationRegistry.Web.Components.Workspace.Forms;

/// <summary>Records begun from a name that was typed.</summary>
internal static class NewContents
{
    public static RecordContent Of(RecordKind kind, string name) =>
        kind switch
        {
            RecordKind.City => new CityContent { Kind = CityKind.City, Names = [new CityName { Key = "n1", Text = name, Language = LanguageOf(name) }] },
            RecordKind.Partner => new PartnerContent { Kind = PartnerKind.Company, Names = [new PartnerName { Key = "n1", Text = name, Language = LanguageOf(name) }] },
            RecordKind.Source => new SourceContent { Language = LanguageOf(name), Title = Title(name) },
            RecordKind.Agreement => new AgreementContent { Evidence = Evidence.Reported, Title = Title(name) },
            RecordKind.Project => new ProjectContent { Title = Title(name) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The box that wants something next, once the name is there.</summary>
    public static string FirstBox(RecordKind kind) =>
        kind switch
        {
            RecordKind.City => "country",
            RecordKind.Partner => "kind",
            RecordKind.Source => "url",
            _ => "kind",
        };

    private static LocalizedText Title(string name) => name.Length == 0 ? [] : new LocalizedText(LanguageOf(name), name);

    /// <summary>A guess that the form shows and the editor can change: Han characters are Chinese here; nothing typed yet is in the editor's language.</summary>
    private static string LanguageOf(string name) =>
        name.Length == 0 ? InterfaceLanguage.Current
        : name.Any(c => c is >= '\u4e00' and <= '\u9fff') ? InterfaceLanguage.Chinese
        : InterfaceLanguage.English;
}

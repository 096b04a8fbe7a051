using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Workspace.OnTheWay;

/// <summary>Records begun from a name that was typed.</summary>
internal static class NewContents
{
    public static RecordContent Of(RecordKind kind, string name) =>
        kind switch
        {
            RecordKind.City => new CityContent { Kind = CityKind.City, Names = [new CityName { Key = "n1", Text = name, Language = LanguageOf(name) }] },
            RecordKind.Partner => new PartnerContent { Kind = PartnerKind.Company, Names = [new PartnerName { Key = "n1", Text = name, Language = LanguageOf(name) }] },
            RecordKind.Source => new SourceContent { Language = "en", Title = name.Length == 0 ? [] : new LocalizedText(LanguageOf(name), name) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Where problems of a record on the way are found.</summary>
    public static string PathOf(Companion companion) => PathOf(companion.Id);

    public static string PathOf(string temporaryId) => temporaryId;

    /// <summary>A guess that the form shows and the editor can change: Han characters are Chinese here.</summary>
    private static string LanguageOf(string name) => name.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "zh-Hans" : "en";
}

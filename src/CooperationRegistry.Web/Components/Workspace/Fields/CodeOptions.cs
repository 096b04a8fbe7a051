using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>Code lists as a select shows them, in the order of their labels.</summary>
internal static class CodeOptions
{
    // The languages that sources come in most; a record may hold any other, which the list then shows too.
    private static readonly string[] CommonLanguages = ["en", "zh-Hans", "zh-Hant", "ar", "da", "de", "es", "fr", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "th", "tr", "uk", "vi"];

    public static IReadOnlyList<(string Code, string Label)> Countries(Words words) => Sorted(CodeLists.Countries.All.Select(c => (c.Value, words.Country(c.Value))));

    public static IReadOnlyList<(string Code, string Label)> Regions(Words words, string? country) =>
        string.IsNullOrEmpty(country) ? [] : Sorted(CodeLists.Subdivisions.All.Where(s => s.Broader == country).Select(s => (s.Value, words.Subdivision(s.Value))));

    public static IReadOnlyList<(string Code, string Label)> Languages(Words words) => [.. CommonLanguages.Select(tag => (tag, words.LanguageName(tag)))];

    public static IReadOnlyList<(string Code, string Label)> Currencies(Words words) =>
        [.. CodeLists.Currencies.All.Select(c => (c.Value, $"{c.Value} {CodeLists.Currencies.Label(c.Value, words.Language)}"))];

    public static IReadOnlyList<(string Code, string Label)> Technologies(Words words) => [.. CodeLists.Technologies.All.Select(t => (t.Value, words.Technology(t.Value)))];

    private static List<(string Code, string Label)> Sorted(IEnumerable<(string Code, string Label)> options) =>
        [.. options.OrderBy(o => o.Label, StringComparer.CurrentCulture)];
}

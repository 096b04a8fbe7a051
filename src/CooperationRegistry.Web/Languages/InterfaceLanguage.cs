using System.Globalization;

namespace CooperationRegistry.Web.Languages;

/// <summary>The languages that the interface speaks, as BCP 47 tags.</summary>
internal static class InterfaceLanguage
{
    public const string English = "en";
    public const string Chinese = "zh-Hans";

    public static IReadOnlyList<string> All { get; } = [English, Chinese];

    /// <summary>That of the request, or of the circuit that it started.</summary>
    public static string Current => Nearest(CultureInfo.CurrentUICulture.Name) ?? English;

    public static string Other => Current == English ? Chinese : English;

    /// <summary>What the language calls itself.</summary>
    public static string NameOf(string language) => language == Chinese ? "中文" : "English";

    /// <summary>The language that serves somebody who asks for <paramref name="tag"/>: <c>zh-CN</c> is <c>zh-Hans</c>; null where none does.</summary>
    public static string? Nearest(string? tag) =>
        tag?.Split('-')[0].ToLowerInvariant() switch
        {
            "en" => English,
            "zh" => Chinese,
            _ => null,
        };
}

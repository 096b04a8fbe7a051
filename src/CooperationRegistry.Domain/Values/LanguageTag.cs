using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values;

/// <summary>
/// BCP 47 tags whose subtags are registered with IANA, in the usual casing (<c>zh-Hans</c>, <c>en-GB</c>). No extensions,
/// no grandfathered tags, no subtags reserved for private use; <c>-x-</c> may end a tag (<c>en-x-mt</c>).
/// </summary>
public static partial class LanguageTag
{
    private static readonly Lazy<FrozenSet<string>> Registered = new(() =>
        CodeTable.Rows("language-subtags.tsv").Select(row => $"{row[0]} {row[1]}").ToFrozenSet(StringComparer.Ordinal));

    public static bool IsValid(string? tag)
    {
        if (tag is null || tag.Length > 100 || Form().Match(tag) is not { Success: true } match)
            return false;

        var language = match.Groups["language"].Value;
        var variants = match.Groups["variant"].Captures.Select(capture => capture.Value).ToList();
        return Knows("language", language)
            && match.Groups["extlang"].Captures.All(extlang => Knows("extlang", $"{language}-{extlang.Value}"))
            && match.Groups["script"].Captures.All(script => Knows("script", script.Value))
            && match.Groups["region"].Captures.All(region => Knows("region", region.Value))
            && variants.TrueForAll(variant => Knows("variant", variant))
            && variants.Distinct(StringComparer.Ordinal).Count() == variants.Count;
    }

    private static bool Knows(string type, string subtag) => Registered.Value.Contains($"{type} {subtag}");

    [GeneratedRegex(
        @"\A(?<language>[a-z]{2,3})(-(?<extlang>[a-z]{3}))?(-(?<script>[A-Z][a-z]{3}))?(-(?<region>[A-Z]{2}|[0-9]{3}))?" +
        @"(-(?<variant>[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

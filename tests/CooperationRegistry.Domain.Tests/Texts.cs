using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Tests;

/// <summary>The texts of a resx as each language has them, without what another language would lend.</summary>
internal static partial class Texts
{
    public static void AssertInEveryLanguage(string resource, string name)
    {
        foreach (var key in (string[])[name, name + "_Mend"])
        {
            var english = Of(resource, CultureInfo.InvariantCulture, key);
            var chinese = Of(resource, new("zh-Hans"), key);

            Assert.False(string.IsNullOrWhiteSpace(english), $"{key} lacks its English text.");
            Assert.False(string.IsNullOrWhiteSpace(chinese), $"{key} lacks its Chinese text.");
            Assert.Equal(Gaps(english), Gaps(chinese));
        }
    }

    private static string? Of(string resource, CultureInfo language, string key) =>
        new ResourceManager(resource, typeof(Problem).Assembly).GetResourceSet(language, createIfNotExists: true, tryParents: false)?.GetString(key);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex("[{][0-9]+[}]")]
    private static partial Regex Gap();
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CooperationRegistry.Web.Tests;

/// <summary>Every text of the interface stands in both languages, with the same blanks to fill.</summary>
public sealed partial class TranslationTests
{
    // What Chinese has more: scales and currencies that English writes otherwise, names of fields that English makes from the
    // property's own, refusals that English takes from the desk.
    private static readonly string[] ChineseOnly = ["Money_Scale_", "Money_Unit_", "Field_", "Refused_"];

    // Chinese has no word for a million, and no space between words.
    private static readonly string[] Empty = ["Money_Scale_9", "Money_Scale_6", "Sign_Space"];

    public static TheoryData<string> Texts => new(Files().Select(file => Path.GetRelativePath(Source(), file)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_stands_in_chinese_too(string file)
    {
        var (english, chinese) = (Read(file), Read(Path.ChangeExtension(file, ".zh-Hans.resx")));
        Assert.DoesNotContain(english.Keys, key => !chinese.ContainsKey(key));
        Assert.All(chinese.Keys.Except(english.Keys), key => Assert.Contains(ChineseOnly, start => key.StartsWith(start, StringComparison.Ordinal)));
        Assert.Equal(chinese.Keys.Intersect(Empty), chinese.Where(text => text.Value.Length == 0).Select(text => text.Key));
        Assert.All(english, text => Assert.Equal(BlanksOf(text.Value), BlanksOf(chinese[text.Key])));
    }

    private static SortedSet<string> BlanksOf(string text) => [.. Blank().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Source(), file)).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Source(), "*.resx", SearchOption.AllDirectories).Where(file => !file.EndsWith(".zh-Hans.resx", StringComparison.Ordinal));

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CooperationRegistry.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src");
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();
}

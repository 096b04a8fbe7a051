using System.Text.RegularExpressions;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Web.Components.Public.Downloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Tests;

public partial class PublicTextsTests
{
    private static readonly IStringLocalizer<PublicTexts> Texts =
        new ServiceCollection().AddLogging().AddWords().BuildServiceProvider().GetRequiredService<IStringLocalizer<PublicTexts>>();

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var asked = Sources().SelectMany(source => Asked().Matches(source).Select(m => m.Groups["key"].Value)).ToHashSet();
        Assert.True(asked.Count > 100);
        Assert.DoesNotContain(asked, IsMissing);
    }

    [Fact]
    public void Every_text_that_is_made_from_a_value_is_there()
    {
        var made = Family<AgreementSort>("Sort")
            .Concat(Family<Evidence>("EvidenceHint"))
            .Concat(Family<RelationKind>("Incoming"))
            .Concat(Family<CellType>("Cell"))
            .Concat(DataAddresses.CodeLists.Keys.Select(list => $"CodeList_{list}"))
            .Concat(AgreementFilterReader.Names.Select(name => $"Filter_{name}"));
        Assert.DoesNotContain(made, IsMissing);
    }

    [Fact]
    public void No_text_stands_unused()
    {
        var sources = string.Join('\n', Sources());
        var unused = Texts.GetAllStrings().Select(t => t.Name).Where(name => !sources.Contains(name.Split('_')[0], StringComparison.Ordinal));
        Assert.Empty(unused);
    }

    private static bool IsMissing(string key) => Texts[key].ResourceNotFound;

    private static IEnumerable<string> Family<TEnum>(string prefix)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(name => $"{prefix}_{name}");

    private static IEnumerable<string> Sources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CooperationRegistry.sln")))
            root = root.Parent!;
        var components = Path.Combine(root.FullName, "src", "CooperationRegistry.Web", "Components");
        return Directory.EnumerateFiles(Path.Combine(components, "Public"), "*.*", SearchOption.AllDirectories)
            .Append(Path.Combine(components, "Layout", "PublicLayout.razor"))
            .Select(File.ReadAllText);
    }

    // T["Key"], T[x ? "One" : "Other"], and the keys that C# hands to a list: "Unknown_Term".
    [GeneratedRegex("""(?<=\bT\[[^\]$]*)"(?<key>\w+)"|"(?<key>Unknown_\w+)"|\("/\w+", "(?<key>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}

using System.Text.RegularExpressions;
using CooperationRegistry.Web.Components.Workspace.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Tests.Workspace;

public sealed partial class TaskTextsTests
{
    [Fact]
    public void Every_text_of_the_lists_of_work_is_there_and_none_stands_unused()
    {
        var texts = new ServiceCollection().AddLogging().AddWords().BuildServiceProvider().GetRequiredService<IStringLocalizer<TaskTexts>>();
        var asked = Sources().SelectMany(source => Asked().Matches(source).Select(m => m.Groups["key"].Value))
            .Concat(TaskLists.All.SelectMany(list => new[] { $"List_{list}", $"Hint_{list}", $"None_{list}" }))
            // Made from a date's precision.
            .Concat(["Left", "LeftAtMost", "LeftAbout", "Over", "OverAtLeast", "OverAbout"])
            .ToHashSet();

        Assert.Equal(texts.GetAllStrings().Select(t => t.Name).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Sources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CooperationRegistry.sln")))
            root = root.Parent!;
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "CooperationRegistry.Web", "Components", "Workspace", "Tasks")).Select(File.ReadAllText);
    }

    [GeneratedRegex("""(?<=\b(T|texts)\[[^\]$]*)"(?<key>\w+)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}

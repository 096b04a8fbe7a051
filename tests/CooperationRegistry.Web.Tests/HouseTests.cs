using CooperationRegistry.Data;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Tests;

/// <summary>The rules of the house that a compiler does not keep.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Domain_refers_to_nothing_but_the_framework() =>
        Assert.All(typeof(RecordContent).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Data_knows_nothing_of_the_web() =>
        Assert.DoesNotContain(typeof(RegistryDbContext).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("CooperationRegistry.Web", StringComparison.Ordinal) || a.Name.StartsWith("Radzen", StringComparison.Ordinal));

    [Fact]
    public void Component_library_stays_in_the_workspace()
    {
        var web = Path.Combine(Root(), "src", "CooperationRegistry.Web");
        var outside = Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(web, file).Replace('\\', '/'))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("Components/Workspace/", StringComparison.Ordinal) && File.ReadAllText(Path.Combine(web, file)).Contains("Radzen", StringComparison.Ordinal));
        // The layout holds the library's dialogs; the document links its style and script.
        Assert.Equal(["Components/Layout/WorkspaceLayout.razor", "Components/WorkspaceDocument.razor"], outside.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_interface_of_the_house_has_a_single_implementation()
    {
        var types = new[] { typeof(RecordContent), typeof(RegistryDbContext), typeof(RegistryApp) }.SelectMany(t => t.Assembly.GetTypes()).ToList();
        var single = types.Where(t => t.IsInterface && t.Namespace?.StartsWith("CooperationRegistry", StringComparison.Ordinal) == true)
            .Where(i => types.Count(t => t is { IsClass: true, IsAbstract: false } && i.IsAssignableFrom(t)) < 2);
        Assert.Empty(single);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CooperationRegistry.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}

using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Which facts a source supports. Usually all that was typed from it, so that is what a new citation means until told otherwise.</summary>
public sealed class Support
{
    private readonly CitedContent content;
    private readonly HashSet<string> everything;

    public Support(CitedContent content)
    {
        this.content = content;
        var all = FactPaths().ToHashSet();
        everything = [.. content.Citations.Where(c => c.Supports.Count == 0 || all.SetEquals(c.Supports)).Select(c => c.Key)];
    }

    /// <summary>The facts that the content holds now, without rows that nobody filled in.</summary>
    public IEnumerable<string> FactPaths() => Facts.Of(content).Where(path => ContentGraph.ItemAt(content, path) is not { } item || !Tidying.IsBlank(item));

    public int Unsupported => Facts.Unsupported(content).Count(path => ContentGraph.ItemAt(content, path) is not { } item || !Tidying.IsBlank(item));

    public bool IsEverything(Citation citation) => everything.Contains(citation.Key);

    public void SetEverything(Citation citation, bool on)
    {
        if (on)
            everything.Add(citation.Key);
        else
            everything.Remove(citation.Key);
        Refresh();
    }

    /// <summary>Marks a fact, or a part of one, as supported; or takes the mark back.</summary>
    public void Set(Citation citation, string path, bool on)
    {
        everything.Remove(citation.Key);
        citation.Supports.Remove(path);
        if (on)
            citation.Supports.Add(path);
    }

    /// <summary>The citations that support the place, what it lies in, or a part of it.</summary>
    public IEnumerable<Citation> Covering(string path) => content.Citations.Where(c => c.Supports.Exists(s => IsWithin(path, s) || IsWithin(s, path)));

    /// <summary>Brings the citations that mean everything up to what there is.</summary>
    public void Refresh()
    {
        foreach (var citation in content.Citations.Where(IsEverything))
            citation.Supports = [.. FactPaths()];
    }

    private static bool IsWithin(string path, string outer) => path == outer || path.StartsWith(outer + "/", StringComparison.Ordinal);
}

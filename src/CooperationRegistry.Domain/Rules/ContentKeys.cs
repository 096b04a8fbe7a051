namespace CooperationRegistry.Domain.Rules;

/// <summary>What points at an item of a list by its key, within the same content: signatures at parties, citations at whatever they support.</summary>
public static class ContentKeys
{
    /// <summary>Takes a removed item out of everything that points at it.</summary>
    /// <param name="content">The content, which holds the item no more.</param>
    /// <param name="list">The path of the list: <c>parties</c>, <c>events/e1/present</c>.</param>
    /// <param name="key">The item's key.</param>
    public static void Forget(this RecordContent content, string list, string key)
    {
        foreach (var node in Pointing(content, list))
        {
            if (node.Value is List<string> keys)
                keys.Remove(key);
            else if (node.Value as string == key)
                node.Property.Set(node.Owner, null);
        }
        if (content is not CitedContent cited)
            return;
        var path = $"{list}/{key}";
        foreach (var citation in cited.Citations)
            citation.Supports.RemoveAll(s => IsWithin(s, path));
        cited.Disputes.RemoveAll(d => IsWithin(d.Path, path));
    }

    /// <summary>Gives an item another key, wherever the content names it.</summary>
    public static void Rekey(this RecordContent content, string list, string key, string another)
    {
        var (path, now) = ($"{list}/{key}", $"{list}/{another}");
        foreach (var node in Pointing(content, list))
        {
            if (node.Value is List<string> keys && keys.IndexOf(key) is >= 0 and var at)
                keys[at] = another;
            else if (node.Value as string == key)
                node.Property.Set(node.Owner, another);
        }
        if (content is CitedContent cited)
        {
            foreach (var citation in cited.Citations)
                citation.Supports = citation.Supports.ConvertAll(s => Moved(s, path, now));
            foreach (var dispute in cited.Disputes)
                dispute.Path = Moved(dispute.Path, path, now);
        }
        if (ContentGraph.Branches(content).FirstOrDefault(b => b.Path == path).Branch is IKeyed item)
            item.Key = another;
    }

    /// <summary>The path itself, or one that leads further from it.</summary>
    public static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] == '/');

    /// <summary>The path as it is once what it leads through stands elsewhere.</summary>
    public static string Moved(string path, string from, string to) => IsWithin(path, from) ? to + path[from.Length..] : path;

    private static List<ContentNode> Pointing(RecordContent content, string list) =>
        [.. ContentGraph.Nodes(content).Where(n => n.Property.Rule<KeyOfAttribute>()?.List == list)];
}

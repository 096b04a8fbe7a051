namespace CooperationRegistry.Domain.Rules;

/// <summary>A place in a content that names another record.</summary>
public readonly record struct ContentReference(string Path, RecordKind Kind, string Id);

public static class ContentReferences
{
    public static IEnumerable<ContentReference> References(this RecordContent content) =>
        from node in ContentGraph.Nodes(content)
        let reference = node.Property.Rule<ReferenceAttribute>()
        where reference is not null && node.Value is string
        select new ContentReference(node.Path, reference.Kind, (string)node.Value!);

    /// <summary>Gives the records made on the way their lasting ids, wherever the content names them.</summary>
    public static void Rename(this RecordContent content, IReadOnlyDictionary<string, string> ids)
    {
        foreach (var node in ContentGraph.Nodes(content).ToList())
        {
            if (node.Property.Rule<ReferenceAttribute>() is not null && node.Value is string id && ids.TryGetValue(id, out var lasting))
                node.Property.Set(node.Owner, lasting);
        }
    }

    /// <summary>Lets every reference to the one record name the other.</summary>
    /// <returns>Whether there was any.</returns>
    public static bool Rename(this RecordContent content, RecordKind kind, string from, string into)
    {
        var named = ContentGraph.Nodes(content).Where(n => n.Property.Rule<ReferenceAttribute>()?.Kind == kind && n.Value as string == from).ToList();
        foreach (var node in named)
            node.Property.Set(node.Owner, into);
        return named.Count > 0;
    }
}

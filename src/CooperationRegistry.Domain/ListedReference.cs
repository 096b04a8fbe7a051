using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain;

/// <summary>An item of a list that points at other records, and so lives in a table of its own, which knows no order.</summary>
public abstract class ListedReference : IKeyed
{
    [ItemKey, JsonPropertyOrder(-1)]
    public string Key { get; set; } = "";

    /// <summary>Its place in the list, kept by the record.</summary>
    [JsonIgnore]
    public int Ordinal { get; set; }
}

internal static class ListOrder
{
    private static readonly ConcurrentDictionary<Type, ContentProperty[]> Known = new();

    /// <summary>Notes the order of each list before it goes to its table.</summary>
    public static void Note(RecordContent content)
    {
        foreach (var list in Lists(content))
        {
            for (var i = 0; i < list.Count; i++)
                ((ListedReference)list[i]!).Ordinal = i;
        }
    }

    /// <summary>Puts lists back into the order noted, whatever order the table gave.</summary>
    public static void Restore(RecordContent content)
    {
        foreach (var list in Lists(content))
        {
            // Left alone then: another thread may be reading it.
            if (IsInOrder(list))
                continue;
            var inOrder = list.Cast<ListedReference>().OrderBy(i => i.Ordinal).ToList();
            for (var i = 0; i < inOrder.Count; i++)
                list[i] = inOrder[i];
        }
    }

    private static bool IsInOrder(IList list)
    {
        for (var i = 1; i < list.Count; i++)
        {
            if (((ListedReference)list[i]!).Ordinal < ((ListedReference)list[i - 1]!).Ordinal)
                return false;
        }
        return true;
    }

    private static IEnumerable<IList> Lists(RecordContent content) =>
        Known.GetOrAdd(content.GetType(), static type => [.. ContentGraph.PropertiesOf(type).Where(p => p.ItemType?.IsSubclassOf(typeof(ListedReference)) == true)])
            .Select(property => (IList)property.Get(content)!);
}

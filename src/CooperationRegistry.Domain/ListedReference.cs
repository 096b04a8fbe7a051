using System.Collections;
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
            var inOrder = list.Cast<ListedReference>().OrderBy(i => i.Ordinal).ToList();
            for (var i = 0; i < inOrder.Count; i++)
                list[i] = inOrder[i];
        }
    }

    private static IEnumerable<IList> Lists(RecordContent content) =>
        from property in ContentGraph.PropertiesOf(content.GetType())
        where property.ItemType?.IsSubclassOf(typeof(ListedReference)) == true
        select (IList)property.Get(content)!;
}

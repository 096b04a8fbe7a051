using System.Collections;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Rules;

/// <summary>Where a path leads within a content: a property, an item of its list, or one language of its text.</summary>
internal readonly record struct ContentPlace(object Owner, ContentProperty Property, string? Key)
{
    /// <returns>Null where the content has no such place: an item on the way is missing, or a nested value.</returns>
    public static ContentPlace? Find(object content, string path)
    {
        var owner = content;
        var segments = path.Split('/');
        for (var i = 0; ; i++)
        {
            if (ContentGraph.PropertiesOf(owner.GetType()).FirstOrDefault(p => p.Name == segments[i]) is not { } property)
                return null;
            if (i == segments.Length - 1)
                return new ContentPlace(owner, property, null);
            object? next;
            if (IsListOfItems(property) || property.Type == typeof(LocalizedText))
            {
                var key = segments[++i];
                if (i == segments.Length - 1)
                    return new ContentPlace(owner, property, key);
                next = Items(property, owner).FirstOrDefault(item => item.Key == key);
            }
            else
            {
                next = property.Get(owner);
            }
            if (next is null || !ContentGraph.IsBranch(next.GetType()))
                return null;
            owner = next;
        }
    }

    public static bool IsListOfItems(ContentProperty property) => property.ItemType is { } item && item.IsAssignableTo(typeof(IKeyed));

    public static IEnumerable<IKeyed> Items(ContentProperty property, object owner) => (property.Get(owner) as IList)?.OfType<IKeyed>() ?? [];

    /// <summary>Makes the place what it is in another content of the same class; an item goes where its neighbours there have it.</summary>
    public void Take(ContentPlace? other)
    {
        if (Key is null)
            Property.Set(Owner, other is { Key: null } from ? from.Property.Get(from.Owner) : null);
        else if (Property.Type == typeof(LocalizedText))
            TakeText(other, Key);
        else
            TakeItem(other, Key);
    }

    /// <summary>Puts the items of the list into the order of the keys; those that it does not name stay behind the one they follow.</summary>
    public void Order(IReadOnlyList<string> keys)
    {
        var list = (IList)Property.Get(Owner)!;
        var named = new Queue<object>(list.Cast<IKeyed>().Where(i => keys.Contains(i.Key)).OrderBy(i => keys.IndexOf(i.Key)));
        for (var at = 0; at < list.Count; at++)
        {
            if (keys.Contains(((IKeyed)list[at]!).Key))
                list[at] = named.Dequeue();
        }
    }

    private void TakeText(ContentPlace? other, string language)
    {
        var text = (other?.Property.Get(other.Value.Owner) as LocalizedText)?.For(language);
        var texts = Property.Get(Owner) as LocalizedText;
        if (text is null)
            texts?.Remove(language);
        else if (texts is null)
            Property.Set(Owner, new LocalizedText(language, text));
        else
            texts[language] = text;
    }

    private void TakeItem(ContentPlace? other, string key)
    {
        var list = (IList)Property.Get(Owner)!;
        var here = list.Cast<IKeyed>().ToList();
        var there = other is { } from ? Items(from.Property, from.Owner).ToList() : [];
        var (at, item) = (here.FindIndex(i => i.Key == key), there.Find(i => i.Key == key));
        if (item is not null && at >= 0)
            list[at] = item;
        else if (item is not null)
            list.Insert(1 + here.FindLastIndex(i => there.TakeWhile(t => t != item).Any(t => t.Key == i.Key)), item);
        else if (at >= 0)
            list.RemoveAt(at);
    }
}

file static class ListSearch
{
    public static int IndexOf(this IReadOnlyList<string> list, string key)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == key)
                return i;
        }
        return -1;
    }
}

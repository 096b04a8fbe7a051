using System.Text.Json;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Reviewing;

public enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>The same items of a list in another order.</summary>
    Moved,
}

/// <summary>One difference between two contents.</summary>
/// <param name="Path">Of a value, of one language of a text (<c>title/en</c>), of an item (<c>parties/p1</c>), or of a list that was put in another order.</param>
/// <param name="Property">What holds the value, or the list that holds the item.</param>
/// <param name="Kind">An item or a value that one side has not is added or removed as a whole.</param>
/// <param name="Before">The value or the item; one language of a text is a text; of a list that was moved the keys. Null where added.</param>
/// <param name="After">Likewise; null where removed.</param>
public sealed record Change(string Path, ContentProperty Property, ChangeKind Kind, object? Before, object? After);

/// <summary>Compares two contents of the same class, item by item and language by language, in the order of the class.</summary>
public static class ContentDiff
{
    /// <summary>Nothing, an empty text and an empty list are the same.</summary>
    public static IReadOnlyList<Change> Compare(RecordContent before, RecordContent after)
    {
        if (before.GetType() != after.GetType())
            throw new ArgumentException("Only contents of the same noun are compared.", nameof(after));
        return [.. Branch(before, after, "")];
    }

    /// <summary>Equal as JSON writes them, so that 8.40 and 8.4 differ as printed.</summary>
    public static bool Same(object? one, object? other) =>
        (IsAbsent(one) && IsAbsent(other)) || (one is not null && other is not null && one.GetType() == other.GetType() && Json(one) == Json(other));

    private static IEnumerable<Change> Branch(object before, object after, string prefix) =>
        from property in ContentGraph.PropertiesOf(before.GetType())
        where property.Rule<ItemKeyAttribute>() is null
        from change in Property(property, before, after, prefix + property.Name)
        select change;

    private static IEnumerable<Change> Property(ContentProperty property, object before, object after, string path)
    {
        var (old, now) = (property.Get(before), property.Get(after));
        if (ContentPlace.IsListOfItems(property))
            return Items(property, before, after, path);
        if (property.Type == typeof(LocalizedText))
            return Texts(property, (LocalizedText?)old ?? [], (LocalizedText?)now ?? [], path);
        if (old is not null && now is not null && IsWalkedInto(property.Type))
            return Branch(old, now, path + "/");
        return Value(property, old, now, path);
    }

    private static IEnumerable<Change> Value(ContentProperty property, object? before, object? after, string path)
    {
        if (Same(before, after))
            yield break;
        if (IsAbsent(before))
            yield return new Change(path, property, ChangeKind.Added, null, after);
        else if (IsAbsent(after))
            yield return new Change(path, property, ChangeKind.Removed, before, null);
        else
            yield return new Change(path, property, ChangeKind.Changed, before, after);
    }

    private static IEnumerable<Change> Texts(ContentProperty property, LocalizedText before, LocalizedText after, string path) =>
        before.Keys.Union(after.Keys).SelectMany(tag => Value(property, In(before, tag), In(after, tag), $"{path}/{tag}"));

    private static IEnumerable<Change> Items(ContentProperty property, object before, object after, string path)
    {
        var (old, now) = (ContentPlace.Items(property, before).ToList(), ContentPlace.Items(property, after).ToList());
        var (oldKeys, nowKeys) = (Keys(old), Keys(now));
        if (!oldKeys.Intersect(nowKeys).SequenceEqual(nowKeys.Intersect(oldKeys)))
            yield return new Change(path, property, ChangeKind.Moved, oldKeys, nowKeys);
        foreach (var item in now)
        {
            var itemPath = $"{path}/{item.Key}";
            if (old.Find(i => i.Key == item.Key) is not { } known)
            {
                yield return new Change(itemPath, property, ChangeKind.Added, null, item);
                continue;
            }
            foreach (var change in Branch(known, item, itemPath + "/"))
                yield return change;
        }
        foreach (var item in old.Where(i => !nowKeys.Contains(i.Key)))
            yield return new Change($"{path}/{item.Key}", property, ChangeKind.Removed, item, null);
    }

    private static List<string> Keys(List<IKeyed> items) => [.. items.Select(i => i.Key).Distinct()];

    private static LocalizedText? In(LocalizedText texts, string tag) => texts.For(tag) is { Length: > 0 } text ? new LocalizedText(tag, text) : null;

    // A figure is one value: its amount means nothing without its unit.
    private static bool IsWalkedInto(Type type) => ContentGraph.IsBranch(type) && type != typeof(Quantity) && type != typeof(Money) && type != typeof(Coordinates);

    private static bool IsAbsent(object? value) => value is null or "" or System.Collections.ICollection { Count: 0 };

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), ContentJson.Options);
}

using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Rules;

/// <summary>A property of a content's class as JSON names it, with its rules.</summary>
public sealed class ContentProperty(PropertyInfo property)
{
    private readonly object[] attributes = property.GetCustomAttributes(true);

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>The class of the items of a list; null for anything else.</summary>
    public Type? ItemType { get; } =
        property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(List<>)
            ? list.GetGenericArguments()[0]
            : null;

    public TAttribute? Rule<TAttribute>()
        where TAttribute : Attribute
    {
        foreach (var attribute in attributes)
        {
            if (attribute is TAttribute rule)
                return rule;
        }
        return null;
    }

    public object? Get(object owner) => property.GetValue(owner);

    public void Set(object owner, object? value) => property.SetValue(owner, value);
}

/// <summary>One value of a content and where it stands.</summary>
public readonly record struct ContentNode(string Path, object Owner, ContentProperty Property, object? Value);

/// <summary>Walks a content by its class: the one mechanism behind rules, references, paths and differences.</summary>
public static class ContentGraph
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ContentProperty>> Known = new();

    public static IReadOnlyList<ContentProperty> PropertiesOf(Type type) =>
        Known.GetOrAdd(
            type,
            static t =>
            [
                .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                    .Select(p => new ContentProperty(p)),
            ]);

    /// <summary>A class with properties of its own to walk into, rather than a value.</summary>
    public static bool IsBranch(Type type) =>
        type.IsClass && type != typeof(string) && type.Assembly == typeof(ContentGraph).Assembly && type != typeof(EdtfDate) && type != typeof(LocalizedText);

    /// <summary>Every property of the content and of all it holds, outermost first.</summary>
    public static IReadOnlyList<ContentNode> Nodes(object content)
    {
        var nodes = new List<ContentNode>();
        Add(nodes, content, "");
        return nodes;
    }

    /// <summary>Every branch: the content itself, its items, its nested values.</summary>
    public static IEnumerable<(string Path, object Branch)> Branches(object content) =>
        new[] { (Path: "", Branch: content) }.Concat(
            Nodes(content).SelectMany(n =>
                n.Value switch
                {
                    IList items when n.Property.ItemType is { } item && IsBranch(item) => items.Cast<object?>().Where(i => i is not null).Select(i => (ItemPath(n.Path, i!), i!)),
                    { } value when IsBranch(value.GetType()) => [(n.Path, value)],
                    _ => [],
                }));

    /// <summary>The item of a list that a path leads to: <c>parties/p1</c>; null for any other place.</summary>
    public static object? ItemAt(object content, string path) =>
        path.Contains('/') ? Branches(content).FirstOrDefault(b => b.Path == path).Branch : null;

    /// <summary>Whether the path leads to a property of the content; an item is named by its key.</summary>
    public static bool Leads(object content, string path)
    {
        object? at = content;
        var type = content.GetType();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (type == typeof(LocalizedText))
                return i == segments.Length - 1 && LanguageTag.IsValid(segments[i]);
            if (!IsBranch(type) || PropertiesOf(type).FirstOrDefault(p => p.Name == segments[i]) is not { } property)
                return false;
            at = at is null ? null : property.Get(at);
            type = property.Type;
            if (property.ItemType is { } itemType && i < segments.Length - 1)
            {
                var key = segments[++i];
                at = (at as IEnumerable)?.Cast<object?>().FirstOrDefault(item => item is IKeyed keyed ? keyed.Key == key : item as string == key);
                type = itemType;
                if (at is null)
                    return false;
            }
        }
        return segments.Length > 0 && path.Length > 0;
    }

    private static void Add(List<ContentNode> nodes, object branch, string prefix)
    {
        foreach (var property in PropertiesOf(branch.GetType()))
        {
            var node = new ContentNode(prefix.Length == 0 ? property.Name : prefix + property.Name, branch, property, property.Get(branch));
            nodes.Add(node);
            if (node.Value is IList items && property.ItemType is { } item)
            {
                if (!IsBranch(item))
                    continue;
                foreach (var one in items)
                {
                    if (one is not null)
                        Add(nodes, one, ItemPath(node.Path, one) + "/");
                }
            }
            else if (node.Value is { } value && IsBranch(value.GetType()))
            {
                Add(nodes, value, node.Path + "/");
            }
        }
    }

    private static string ItemPath(string list, object item) => $"{list}/{(item as IKeyed)?.Key}";
}

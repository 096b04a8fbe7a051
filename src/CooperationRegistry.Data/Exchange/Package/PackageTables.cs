using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>Makes the tables of a noun from the class of its content, so that a property added to it is in the package without further code.</summary>
internal sealed class PackageTables
{
    private const string English = "en";
    private const string Chinese = "zh-Hans";

    private readonly string noun;

    private PackageTables(RecordKind kind) => noun = Snake(kind.ToString());

    public static string NameOf(RecordKind kind) =>
        kind switch
        {
            RecordKind.City => "cities",
            _ => Snake(kind.ToString()) + "s",
        };

    /// <summary>The noun's table; those of its lists are below it.</summary>
    public static PackageTable Of(RecordKind kind)
    {
        PackageColumn[] lead =
        [
            new("id", "string", "Identifier of the record. It never changes.", _ => null) { IsRequired = true },
            new("revision", "integer", "Number of the revision, from 1.", _ => null) { IsRequired = true },
            new("published_at", "datetime", "When the revision was published, UTC.", _ => null) { IsRequired = true },
            new("page_url", "string", "Address of the record's page.", _ => null) { IsRequired = true },
        ];
        var table = new PackageTable(NameOf(kind), lead, []) { PrimaryKey = ["id"] };
        new PackageTables(kind).Add(table, ContentJson.TypeOf(kind), new Place("", "", o => o, true));
        return table;
    }

    /// <summary>Where in the content or the item the properties stand.</summary>
    private sealed record Place(string Prefix, string Path, Func<object, object?> Owner, bool IsRequired);

    private void Add(PackageTable table, Type type, Place place)
    {
        // The key of an item leads its row; of what stands alone it is a column like any other.
        foreach (var property in ContentGraph.PropertiesOf(type).Where(p => p.Rule<ItemKeyAttribute>() is null || place.Prefix.Length > 0))
        {
            object? Read(object item) => place.Owner(item) is { } owner ? property.Get(owner) : null;
            var (name, path) = (place.Prefix + Snake(property.Name), place.Path + property.Name);
            if (property.ItemType is not null)
                table.Lists.Add((item => Read(item) as IList, ListOf(table, property, name, path)));
            else if (property.Type == typeof(LocalizedText))
                table.Own.AddRange(Texts(name, path, item => Read(item) as LocalizedText));
            else if (ContentGraph.IsBranch(property.Type))
                Add(table, property.Type, new Place(name + "_", path + "/", Read, place.IsRequired && property.Rule<RequiredAttribute>() is not null));
            else
                Add(table, ColumnOf(property, name, path, Read, place.IsRequired && IsRequired(type, property)));
        }
    }

    private static void Add(PackageTable table, PackageColumn column)
    {
        table.Own.Add(column);
        if (column.Names is { } named)
            table.ForeignKeys.Add(new PackageKey([column.Name], named == table.Name ? "" : named, ["id"]));
    }

    private PackageTable ListOf(PackageTable parent, ContentProperty list, string name, string path)
    {
        var item = list.ItemType!;
        List<PackageColumn> owner = parent.Owner is { Count: > 0 } above
            ? [.. above, Key($"{parent.Name[(noun.Length + 1)..]}_key", "Key of the item that the list belongs to.")]
            : [Key($"{noun}_id", "Identifier of the record that the list belongs to.")];
        var isKeyed = typeof(IKeyed).IsAssignableFrom(item);
        List<PackageColumn> lead = [.. owner];
        if (isKeyed)
            lead.Add(Key("key", "Key of the item, never used again within its list."));
        lead.Add(new PackageColumn("position", "integer", "Place in the list, from 1.", _ => null) { IsRequired = true });
        var table = new PackageTable(parent.Owner.Count > 0 ? $"{parent.Name}_{name}" : $"{noun}_{name}", lead, owner)
        {
            PrimaryKey = [.. owner.Select(c => c.Name), isKeyed ? "key" : "position"],
        };
        table.ForeignKeys.Add(new PackageKey([.. owner.Select(c => c.Name)], parent.Name, parent.PrimaryKey));
        if (ContentGraph.IsBranch(item))
            Add(table, item, new Place("", "", o => o, true));
        else
            AddValue(table, list, path);
        return table;
    }

    // A list of plain values: codes, paths, or keys of another list of the same record.
    private void AddValue(PackageTable table, ContentProperty list, string path)
    {
        var column = ColumnOf(list, "value", path, item => item, isRequired: true) with { Type = "string" };
        table.Own.Add(column);
        if (list.Rule<KeyOfAttribute>() is { } key)
            table.ForeignKeys.Add(new PackageKey([$"{noun}_id", column.Name], $"{noun}_{Snake(key.List)}", [$"{noun}_id", "key"]));
    }

    private static PackageColumn Key(string name, string description) => new(name, "string", description, _ => null) { IsRequired = true };

    private static IEnumerable<PackageColumn> Texts(string name, string path, Func<object, LocalizedText?> read) =>
    [
        new($"{name}_en", "string", $"{path}: the text in English.", item => read(item)?.For(English)),
        new($"{name}_zh_hans", "string", $"{path}: the text in simplified Chinese.", item => read(item)?.For(Chinese)),
        new($"{name}_other", "object", $"{path}: the text in other languages, by their BCP 47 tags.", item => Others(read(item))) { IsRare = true },
    ];

    private static string? Others(LocalizedText? text)
    {
        var others = new LocalizedText();
        foreach (var (tag, value) in (text ?? []).Where(t => t.Key is not (English or Chinese)))
            others[tag] = value;
        return others.Count == 0 ? null : JsonSerializer.Serialize(others, ContentJson.Options);
    }

    private static PackageColumn ColumnOf(ContentProperty property, string name, string path, Func<object, object?> read, bool isRequired)
    {
        var (type, description) = PackageTypes.Of(property);
        return new PackageColumn(name, type, $"{path}: {description}", read)
        {
            IsRequired = isRequired,
            Among = PackageTypes.Among(property),
            Names = property.Rule<ReferenceAttribute>() is { } reference ? NameOf(reference.Kind) : null,
        };
    }

    private static bool IsRequired(Type owner, ContentProperty property) =>
        property.Rule<RequiredAttribute>() is not null
        || owner.GetProperty(char.ToUpperInvariant(property.Name[0]) + property.Name[1..])!.PropertyType is { IsValueType: true } value && Nullable.GetUnderlyingType(value) is null;

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

using System.Collections;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>A row as it comes out of a record.</summary>
internal sealed record PackageRow(PackageTable Table, IReadOnlyList<object?> Cells);

/// <summary>A table of the package: a noun's, with a row a record, or a list's, with a row an item.</summary>
/// <param name="name">Of the file, without its ending.</param>
/// <param name="lead">Columns before those of the content: ids and keys.</param>
/// <param name="owner">Those of them that lead to the row which the list belongs to; none for a noun's table.</param>
internal sealed class PackageTable(string name, IReadOnlyList<PackageColumn> lead, IReadOnlyList<PackageColumn> owner)
{
    private readonly HashSet<PackageColumn> rare = [];

    public string Name => name;

    public IReadOnlyList<PackageColumn> Owner => owner;

    /// <summary>Of the content or the item itself.</summary>
    public List<PackageColumn> Own { get; } = [];

    /// <summary>Lists that the content or the item holds, and their tables.</summary>
    public List<(Func<object, IList?> Items, PackageTable Table)> Lists { get; } = [];

    public List<PackageKey> ForeignKeys { get; } = [];

    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>Those that the file has.</summary>
    public IEnumerable<PackageColumn> Columns => lead.Concat(Own.Where(IsShown));

    public IEnumerable<PackageTable> WithLists => Lists.SelectMany(l => l.Table.WithLists).Prepend(this);

    /// <summary>Notes which rare columns the content needs; afterwards <see cref="Rows"/> has them.</summary>
    public void Note(object item)
    {
        foreach (var column in Own.Where(c => c.IsRare && c.Read(item) is not null))
            rare.Add(column);
        foreach (var (items, table) in Lists)
        {
            foreach (var each in items(item) ?? Array.Empty<object>())
                table.Note(each!);
        }
    }

    /// <param name="item">The content or an item.</param>
    /// <param name="leading">Values of the leading columns.</param>
    /// <param name="path">The id of the record, and the keys that lead to the item.</param>
    public IEnumerable<PackageRow> Rows(object item, IEnumerable<object?> leading, IReadOnlyList<object?> path)
    {
        yield return new PackageRow(this, [.. leading, .. Own.Where(IsShown).Select(c => c.Read(item))]);
        foreach (var (items, table) in Lists)
        {
            var position = 0;
            foreach (var each in items(item) ?? Array.Empty<object>())
            {
                position++;
                IReadOnlyList<object?> within = each is IKeyed keyed ? [.. path, keyed.Key] : path;
                foreach (var row in table.Rows(each!, [.. within, position], within))
                    yield return row;
            }
        }
    }

    private bool IsShown(PackageColumn column) => !column.IsRare || rare.Contains(column);
}

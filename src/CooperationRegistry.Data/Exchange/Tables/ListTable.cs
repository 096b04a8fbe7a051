using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <param name="Id">Of the record.</param>
/// <param name="Cells">In the order of the table's columns; a null is an empty cell.</param>
public sealed record ListRow(string Id, IReadOnlyList<object?> Cells);

/// <summary>The list of a noun as a table: the columns of its CSV and XLSX, and which of them an import takes.</summary>
public abstract class ListTable
{
    private static readonly Dictionary<RecordKind, ListTable> All =
        new ListTable[] { new SourceTable(), new CityTable(), new PartnerTable(), new AgreementTable(), new ProjectTable(), new CapacityStatTable() }.ToDictionary(t => t.Kind);

    public abstract RecordKind Kind { get; }

    public abstract IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>The column with the record's id: <c>number</c>, or <c>id</c> where it is a name.</summary>
    public ListColumn IdColumn => Columns[0];

    public static ListTable Of(RecordKind kind) => All[kind];

    /// <summary>The rows of those of the records that are published, in the order of the ids.</summary>
    /// <param name="db">A context of the caller's.</param>
    /// <param name="ids">A page of them, not all: each row is read with the names around it.</param>
    /// <param name="publicUrl">What the column <c>url</c> starts with, without a slash at its end.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public abstract Task<IReadOnlyList<ListRow>> ReadAsync(RegistryDbContext db, IReadOnlyList<string> ids, string publicUrl, CancellationToken cancellationToken);
}

/// <summary>A column together with what reads it from a row's record.</summary>
internal sealed record Column<TRow>(string Name, CellType Type, Func<TRow, object?> Cell, CellWriter? Write = null, string? Path = null)
{
    public ListColumn Described { get; } = new(Name, Type) { Write = Write, Path = Path };
}

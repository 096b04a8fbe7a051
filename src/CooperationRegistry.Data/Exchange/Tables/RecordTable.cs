using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <param name="Record">As it is published.</param>
/// <param name="Content">What it says.</param>
/// <param name="Around">The records that it names.</param>
/// <param name="Url">Of its page.</param>
internal sealed record TableRow<TContent>(Record Record, TContent Content, TableSurroundings Around, string Url)
    where TContent : RecordContent;

/// <summary>A table whose cells are read from the records themselves.</summary>
internal abstract class RecordTable<TContent>(RecordKind kind, string address, IReadOnlyList<Column<TableRow<TContent>>> columns) : ListTable
    where TContent : RecordContent
{
    private readonly IReadOnlyList<Column<TableRow<TContent>>> columns =
    [
        new(RecordId.IsNumbered(kind) ? "number" : "id", CellType.Code, r => r.Record.Id),
        .. columns,
        new("published_at", CellType.Time, r => r.Record.PublishedAt),
        new("revision", CellType.Integer, r => r.Record.Revision),
        new("url", CellType.Address, r => r.Url),
    ];

    public override RecordKind Kind => kind;

    public override IReadOnlyList<ListColumn> Columns => field ??= [.. columns.Select(c => c.Described)];

    public override async Task<IReadOnlyList<ListRow>> ReadAsync(RegistryDbContext db, IReadOnlyList<string> ids, string publicUrl, CancellationToken cancellationToken)
    {
        var records = (await db.ReadAsync(kind, ids, cancellationToken)).ToDictionary(r => r.Id);
        var around = await TableSurroundings.LoadAsync(db, [.. records.Values], cancellationToken);
        return
        [
            .. ids.Where(records.ContainsKey).Select(id =>
            {
                var row = new TableRow<TContent>(records[id], (TContent)records[id].Body, around, $"{publicUrl}{address}/{id}");
                return new ListRow(id, [.. columns.Select(c => c.Cell(row))]);
            }),
        ];
    }

    /// <summary>A column that holds what stands at a path of the content, and writes it there.</summary>
    protected static Column<TableRow<TContent>> At(string name, CellType type, string path) =>
        new(name, type, r => ContentCell.Read(r.Content, path), (content, text) => ContentCell.Write(content, path, text), path);

    /// <summary>A text in English, else in another language; the Chinese one beside it in a column of its own.</summary>
    protected static IEnumerable<Column<TableRow<TContent>>> Texts(string name, string path) =>
        [At(name, CellType.Text, $"{path}/{ContentCell.Shown}"), At($"{name}_zh", CellType.Text, $"{path}/zh-Hans")];

    protected static string? Printed(Quantity? quantity) => quantity is null ? null : quantity.AsPrinted ?? $"{CellText.Of(quantity.Amount)} {Units.Symbol(quantity.Unit)}".TrimEnd();

    protected static string? Printed(Money? money) => money is null ? null : money.AsPrinted ?? $"{CellText.Of(money.Amount)} {money.Currency}";

    protected static string? Labelled(LocalizedText? label, string? value) => label?.Best("en") is { } known ? $"{known.Text}: {value}" : value;

    protected static IEnumerable<Column<TableRow<TContent>>> Sources(Func<TContent, IEnumerable<Citation>> citations) =>
    [
        new("sources", CellType.List, r => citations(r.Content).Select(c => c.Source).Distinct().Select(id => SourceLine(r.Around, id))),
        new("source_urls", CellType.List, r => citations(r.Content).Select(c => r.Around.Source(c.Source)?.Url).OfType<string>().Distinct()),
    ];

    private static string SourceLine(TableSurroundings around, string id) =>
        around.Source(id) is { } source ? string.Join(", ", new[] { source.Title.ToString(), source.Publisher, source.Published?.Text }.OfType<string>()) : id;
}

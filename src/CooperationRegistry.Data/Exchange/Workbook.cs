using System.IO.Pipelines;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using SpreadCheetah;
using SpreadCheetah.Metadata;
using SpreadCheetah.Worksheets;

namespace CooperationRegistry.Data.Exchange;

/// <param name="English">What a column holds.</param>
/// <param name="Chinese">The same.</param>
public sealed record ColumnMeaning(string English, string Chinese);

/// <summary>The list of a noun for spreadsheet programs: a sheet of rows whose cells have types, and one that explains them. It holds no formula.</summary>
/// <param name="table">Whose columns the rows have.</param>
/// <param name="heading">Stands above the explanation.</param>
/// <param name="meaning">Of a column.</param>
public sealed class Workbook(ListTable table, FileHeading heading, Func<ListColumn, ColumnMeaning> meaning)
{
    private static readonly int[] DictionaryWidths = [24, 80, 60, 12, 12];

    /// <summary>Of a sheet, the header among them.</summary>
    public int MostRows { get; init; } = 1_048_576;

    /// <param name="destination">Gets the workbook as it is made.</param>
    /// <param name="name">Of the sheet with the rows.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="pages">Of rows.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async Task WriteAsync(PipeWriter destination, string name, int count, IAsyncEnumerable<IReadOnlyList<ListRow>> pages, CancellationToken cancellationToken)
    {
        var options = new SpreadCheetahOptions
        {
            PreserveStringWhitespace = true,
            // The standard does without; some programs that read workbooks do not.
            WriteCellReferenceAttributes = true,
            DocumentProperties = new DocumentProperties { Title = $"Cooperation Registry: {name}", Subject = heading.Address },
        };
        await using (var workbook = await Spreadsheet.CreateNewAsync(new PipeStream(destination), options, cancellationToken))
        {
            var cells = new WorkbookCells(workbook);
            await WriteRowsAsync(workbook, cells, name, count, pages, cancellationToken);
            await WriteDictionaryAsync(workbook, cells, cancellationToken);
            await workbook.FinishAsync(cancellationToken);
        }
        await destination.FlushAsync(cancellationToken);
    }

    private async Task WriteRowsAsync(Spreadsheet workbook, WorkbookCells cells, string name, int count, IAsyncEnumerable<IReadOnlyList<ListRow>> pages, CancellationToken cancellationToken)
    {
        // Where not all of them have room, the last row says so.
        var shown = count < MostRows ? count : MostRows - 2;
        await workbook.StartWorksheetAsync(name, RowSheet(shown), cancellationToken);
        await workbook.AddRowAsync(cells.Header(table.Columns.Select(c => c.Name)), cancellationToken);
        var written = 0;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in page.Take(shown - written))
            {
                await workbook.AddRowAsync(cells.Row(row, table.Columns), cancellationToken);
                written++;
            }
            if (written == shown)
                break;
        }
        if (shown < count)
            await workbook.AddRowAsync(cells.Header([$"{count - shown} more rows have no room on a sheet: take the CSV. 另有{count - shown}行超出工作表上限，请下载CSV。 {heading.Address}"]), cancellationToken);
    }

    private async Task WriteDictionaryAsync(Spreadsheet workbook, WorkbookCells cells, CancellationToken cancellationToken)
    {
        var sheet = new WorksheetOptions();
        foreach (var (column, width) in DictionaryWidths.Index())
            sheet.Column(column + 1).Width = width;
        await workbook.StartWorksheetAsync("data dictionary", sheet, cancellationToken);
        await workbook.AddRowAsync(cells.Row("licence 许可", heading.LicenceName, heading.LicenceUrl), cancellationToken);
        await workbook.AddRowAsync(cells.Row("last change 最后更改", heading.LastChange), cancellationToken);
        await workbook.AddRowAsync(cells.Row("address 网址", heading.Address), cancellationToken);
        await workbook.AddRowAsync(cells.Row(), cancellationToken);
        await workbook.AddRowAsync(cells.Header(["column", "meaning", "含义", "type", "editable"]), cancellationToken);
        foreach (var column in table.Columns)
        {
            var (english, chinese) = meaning(column);
            await workbook.AddRowAsync(cells.Row(column.Name, english, chinese, ContentJson.Name(column.Type), column.IsEditable), cancellationToken);
        }
    }

    private WorksheetOptions RowSheet(int rows)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{Letters(table.Columns.Count)}{rows + 1}") };
        foreach (var (index, column) in table.Columns.Index())
            sheet.Column(index + 1).Width = Math.Max(Width(column.Type), column.Name.Length + 4);
        return sheet;
    }

    private static int Width(CellType type) =>
        type switch
        {
            CellType.Text or CellType.List or CellType.Address => 40,
            CellType.Time => 20,
            CellType.Code or CellType.Edtf or CellType.Day => 16,
            _ => 12,
        };

    private static string Letters(int column) => column > 26 ? $"{(char)('A' + (column - 1) / 26 - 1)}{(char)('A' + (column - 1) % 26)}" : $"{(char)('A' + column - 1)}";
}

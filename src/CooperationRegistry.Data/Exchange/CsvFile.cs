using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CooperationRegistry.Data.Exchange.Tables;

namespace CooperationRegistry.Data.Exchange;

/// <summary>Rows as RFC 4180 has them, quoted where COPY quotes, so that all files of the registry read alike.</summary>
public static class CsvFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <param name="destination">Gets UTF-8 with CRLF; the header is always there.</param>
    /// <param name="table">Whose columns the rows have.</param>
    /// <param name="pages">Of rows.</param>
    /// <param name="withMark">A byte-order mark first, for spreadsheets.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public static async Task WriteAsync(PipeWriter destination, ListTable table, IAsyncEnumerable<IReadOnlyList<ListRow>> pages, bool withMark, CancellationToken cancellationToken)
    {
        var header = new StringWriter();
        if (withMark)
            header.Write('\uFEFF');
        WriteLine(header, table.Columns.Select(c => c.Name));
        await destination.WriteAsync(Encoding.UTF8.GetBytes(header.ToString()), cancellationToken);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var lines = new StringWriter();
            foreach (var row in page)
                WriteLine(lines, row.Cells.Zip(table.Columns, (cell, column) => column.IsGuarded ? CellText.Guard(CellText.Of(cell)) : CellText.Of(cell)));
            await destination.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken);
        }
    }

    internal static void WriteLine(TextWriter destination, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                destination.Write(',');
            destination.Write(cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
            isFirst = false;
        }
        destination.Write("\r\n");
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;

namespace CooperationRegistry.Data.Importing;

/// <summary>The refused lines of an import as a file of the same kind, each with its reason: to be mended and handed in again.</summary>
public static class RefusedFile
{
    /// <param name="import">The import.</param>
    /// <param name="lines">Its refused lines.</param>
    /// <param name="destination">Gets CSV with a mark for spreadsheets, or JSON Lines.</param>
    /// <param name="culture">Of the reasons.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(Import import, IAsyncEnumerable<ImportLine> lines, Stream destination, CultureInfo culture, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(destination, new UTF8Encoding(import.Format != ImportFormat.JsonLines), leaveOpen: true);
        if (import.Format != ImportFormat.JsonLines)
            await text.WriteAsync(Row([.. import.Header.Select(CellText.Guard), ColumnNames.Line, ColumnNames.Reason]).AsMemory(), cancellationToken);
        await foreach (var line in lines.WithCancellation(cancellationToken))
            await text.WriteAsync((import.Format == ImportFormat.JsonLines ? Json(line, culture) + "\n" : Row(Cells(import, line, culture))).AsMemory(), cancellationToken);
        await text.FlushAsync(cancellationToken);
    }

    /// <summary>Every problem of the line: where, the value, what is wrong, what to do.</summary>
    public static string Reason(this ImportLine line, CultureInfo culture) =>
        string.Join(" ", line.Problems().Select(p => $"{(p.Path.Length == 0 ? "" : p.Path + ": ")}{(p.Value is null ? "" : $"'{p.Value}' ")}{p.Sentence(culture)} {p.Mend(culture)}"));

    private static IEnumerable<string> Cells(Import import, ImportLine line, CultureInfo culture)
    {
        var plain = import.Kind is { } kind ? ListTable.Of(kind).Columns.Where(c => !c.IsGuarded).Select(c => c.Name).ToHashSet() : [];
        var cells = line.Raw is null ? [] : ImportJson.Read<List<string>>(line.Raw);
        // As many cells as the header has names, so that the two columns besides stand where they belong.
        var typed = Enumerable.Range(0, import.Header.Count).Select(i => i < cells.Count ? plain.Contains(import.Columns[i]) ? cells[i] : CellText.Guard(cells[i]) : "");
        var beyond = cells.Skip(import.Header.Count).Where(c => c.Length > 0).ToList();
        return typed.Append(line.Number.ToString(CultureInfo.InvariantCulture)).Append(CellText.Guard(line.Reason(culture)) + (beyond.Count == 0 ? "" : $" [{string.Join(" | ", beyond)}]"));
    }

    private static string Json(ImportLine line, CultureInfo culture)
    {
        try
        {
            if (JsonNode.Parse(line.Raw ?? "") is JsonObject record)
            {
                record["reason"] = line.Reason(culture);
                return record.ToJsonString(ContentJson.Options);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            // As text, below.
        }
        return ImportJson.Write(new JsonObject { ["unreadable"] = line.Raw, ["reason"] = line.Reason(culture) });
    }

    private static string Row(IEnumerable<string> cells)
    {
        var row = new StringWriter();
        CsvFile.WriteLine(row, cells);
        return row.ToString();
    }
}

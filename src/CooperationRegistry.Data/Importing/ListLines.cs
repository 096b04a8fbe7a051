using System.Globalization;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Importing;

/// <summary>Makes contents of the lines of a list: of published records with what was changed in the cells, of new ones from the cells alone.</summary>
internal sealed class ListLines(RegistryDbContext db, Import import)
{
    // What the registry computes or keeps by itself: no line has a say in it, and none is refused for its own old value.
    private static readonly HashSet<string> Own = ["url", "published_at", "revision"];

    private readonly ListTable table = ListTable.Of(import.Kind!.Value);
    private readonly NewRecordCells newCells = new(db);

    public async Task<List<CheckedLine>> ReadAsync(IReadOnlyList<FileLine> lines, CancellationToken cancellationToken)
    {
        var read = lines.Select(l => (Line: new CheckedLine(l) { Kind = table.Kind }, Cells: CellsOf(l))).ToList();
        var ids = read.Select(r => IdOf(r.Cells)).Where(id => id.Length > 0).Distinct().ToList();
        var rows = ids.Count == 0 ? [] : (await table.ReadAsync(db, ids, "", cancellationToken)).ToDictionary(r => r.Id);
        var records = ids.Count == 0 ? [] : (await db.ReadAsync(table.Kind, ids, cancellationToken)).ToDictionary(r => r.Id);
        await newCells.LookUpAsync(table, read.Where(r => IdOf(r.Cells).Length == 0).Select(r => r.Cells), cancellationToken);
        foreach (var (line, cells) in read)
        {
            if (line.Line.Problem is { } broken)
                line.Problems.Add(WithColumn(line.Line, broken));
            else if (line.Line.Cells!.Count > import.Columns.Count && line.Line.Cells.Skip(import.Columns.Count).Any(c => c.Length > 0))
                line.Refuse("", Rule.RaggedRow, null, Count(line.Line.Cells.Count), Count(import.Columns.Count));
            else if (line.Line.Cells!.Count < import.Columns.Count && import.Format == ImportFormat.Csv)
                line.Refuse("", Rule.RaggedRow, null, Count(line.Line.Cells.Count), Count(import.Columns.Count));
            else if (cells.FirstOrDefault(c => c.Value.Contains('\uFFFD', StringComparison.Ordinal)) is { Key: { } undecoded })
                line.Refuse(undecoded, Rule.WrongEncoding, cells[undecoded]);
            else if (cells.FirstOrDefault(c => c.Value.Contains('\0', StringComparison.Ordinal)) is { Key: { } nul })
                line.Refuse(nul, Rule.ControlCharacter, cells[nul].Replace('\0', '\uFFFD'));
            else if (cells.FirstOrDefault(c => c.Value.Length > FileLimits.Cell) is { Key: { } tooLong })
                line.Refuse(tooLong, Rule.CellTooLong, cells[tooLong], Count(FileLimits.Cell));
            else if (IdOf(cells) is not { Length: > 0 } id)
                await newCells.FillAsync(line, table, cells, cancellationToken);
            else if (!RecordId.IsWellFormed(table.Kind, id))
                line.Refuse(table.IdColumn.Name, Rule.MalformedId, id, RecordId.Example(table.Kind));
            else if (!records.TryGetValue(id, out var record))
                line.Refuse(table.IdColumn.Name, Rule.UnknownRecord, id, ContentJson.Name(table.Kind));
            else
                Change(line, cells, record, rows[id]);
        }
        return [.. read.Select(r => r.Line)];
    }

    /// <summary>The column that shows a place of the content, or that it was made from; the place itself where none does.</summary>
    public static string ColumnOf(ListTable table, CheckedLine line, Problem problem, Func<string, string?> cell)
    {
        if (problem.Path == "id")
            return table.IdColumn.Name;
        if (line.Columns.FirstOrDefault(c => ContentKeys.IsWithin(problem.Path, c.Key)) is { Value: { } made })
            return made;
        var columns = table.Columns.Where(c => c.Path is not null).ToList();
        // Of those that make the value together, the one with the text at fault.
        var parts = columns.FindAll(c => ContentKeys.IsWithin(c.Path!, problem.Path));
        return (columns.Find(c => c.Path == problem.Path) ?? columns.Find(c => ContentKeys.IsWithin(problem.Path, c.Path!.Split("/*")[0])) ?? parts.Find(c => cell(c.Name) == problem.Value) ?? parts.FirstOrDefault())?.Name
            ?? problem.Path;
    }

    /// <summary>Of two numbers that make one value only together, neither may be missing.</summary>
    public static void CheckHalves(CheckedLine line, RecordContent content, IReadOnlyDictionary<string, string> cells)
    {
        if (content is not CityContent { Coordinates: not null })
            return;
        foreach (var (half, other) in new[] { ("latitude", "longitude"), ("longitude", "latitude") })
        {
            if (string.IsNullOrWhiteSpace(cells.GetValueOrDefault(half)) && !string.IsNullOrWhiteSpace(cells.GetValueOrDefault(other)))
                line.Refuse(half, Rule.Required);
        }
    }

    private void Change(CheckedLine line, Dictionary<string, string> cells, Record record, ListRow row)
    {
        (line.RecordId, line.BaseRevision) = (record.Id, record.Revision);
        var content = ContentJson.Copy(record.Body);
        var edited = new List<(ListColumn Column, string Typed, string Current)>();
        for (var i = 1; i < table.Columns.Count; i++)
        {
            var (column, current) = (table.Columns[i], CellText.Of(row.Cells[i]));
            if (!Own.Contains(column.Name) && cells.TryGetValue(column.Name, out var typed) && !IsSame(column, typed, current))
                edited.Add((column, typed, current));
        }
        if (edited.Count == 0)
            return;
        if (cells.TryGetValue("revision", out var revision) && revision.Length > 0 && revision != Count(record.Revision))
        {
            line.Refuse(table.IdColumn.Name, Rule.ChangedSince, record.Id, revision, Count(record.Revision));
            return;
        }
        foreach (var (column, typed, current) in edited)
        {
            if (column.Write is null)
                line.Refuse(column.Name, Rule.ReadOnlyCell, typed, current);
            else
                line.Refuse(column.Name, column.Write(content, Plain(column, typed)));
        }
        if (((record.Body as CityContent)?.Coordinates) is null)
            CheckHalves(line, content, cells);
        line.Content = content;
    }

    /// <summary>Whether a cell still says what it said, however a spreadsheet has rewritten it.</summary>
    private static bool IsSame(ListColumn column, string typed, string current)
    {
        var (mine, theirs) = (Lines(typed), Lines(current));
        if (mine == theirs || (column.IsGuarded && mine == Lines(CellText.Guard(current))))
            return true;
        return column.Type switch
        {
            CellType.Number or CellType.Integer => ContentCell.Number(mine) is { } number && number == ContentCell.Number(theirs),
            CellType.Boolean => mine.Equals(theirs, StringComparison.OrdinalIgnoreCase),
            CellType.Edtf or CellType.Day => mine.Length > 0 && ContentCell.Date(mine) is { } date && date == ContentCell.Date(theirs),
            CellType.List => CellText.Split(CellText.Unguard(mine)).SequenceEqual(CellText.Split(theirs)),
            _ => false,
        };
    }

    internal static string Plain(ListColumn column, string typed) => column.IsGuarded ? CellText.Unguard(Lines(typed)) : Lines(typed);

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private string IdOf(Dictionary<string, string> cells) => cells.GetValueOrDefault(table.IdColumn.Name, "").Trim();

    private Dictionary<string, string> CellsOf(FileLine line) =>
        (line.Cells ?? []).Zip(import.Columns).Where(c => c.Second.Length > 0).DistinctBy(c => c.Second).ToDictionary(c => c.Second, c => c.First);

    // A workbook names the value at fault; its column is where that stands.
    private Problem WithColumn(FileLine line, Problem problem) =>
        problem.Value is { } value && (line.Cells ?? []).Zip(import.Columns).FirstOrDefault(c => c.First == value) is { Second: { Length: > 0 } column } ? problem with { Path = column } : problem;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}

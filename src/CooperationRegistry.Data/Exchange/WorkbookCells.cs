using System.Globalization;
using System.Text.RegularExpressions;
using CooperationRegistry.Data.Exchange.Tables;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace CooperationRegistry.Data.Exchange;

/// <summary>Makes cells of values. What a spreadsheet cannot hold as a number or a day, to the last digit, stays a text.</summary>
internal sealed partial class WorkbookCells(Spreadsheet workbook)
{
    private const int LongestText = 32_767;
    private const int MostDigits = 15;

    // Spreadsheets count the days before it in ways that differ.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private readonly StyleId header = workbook.AddStyle(new Style { Font = { Bold = true } });
    private readonly StyleId day = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
    private readonly StyleId time = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") });

    public StyledCell[] Header(IEnumerable<string> names) => [.. names.Select(n => new StyledCell(n, header))];

    /// <summary>Of the sheet that explains.</summary>
    public StyledCell[] Row(params object?[] values) => [.. values.Select(v => Of(v, ""))];

    public StyledCell[] Row(ListRow row, IReadOnlyList<ListColumn> columns)
    {
        var url = CellText.Of(row.Cells[^1]);
        return [.. row.Cells.Select((value, i) => Of(columns[i].Type == CellType.Edtf ? Day(value) : value, url))];
    }

    private StyledCell Of(object? value, string url) =>
        value switch
        {
            null => default,
            bool flag => new StyledCell(flag, null),
            int number => new StyledCell(number, null),
            decimal number when Digits(number) <= MostDigits => new StyledCell(number, null),
            DateOnly whole when whole >= FirstDay => new StyledCell(whole.ToDateTime(TimeOnly.MinValue), day),
            DateTimeOffset moment => new StyledCell(moment.UtcDateTime, time),
            _ => new StyledCell(Text(CellText.Of(value), url), null),
        };

    // A date that is exact to the day is one; any other stays EDTF.
    private static object? Day(object? value) =>
        CellText.Of(value) is { Length: 10 } text && DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact : value;

    private static int Digits(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).Where(char.IsAsciiDigit).SkipWhile(c => c == '0').ToArray();
        return new string(digits).TrimEnd('0').Length;
    }

    private static string Text(string text, string url)
    {
        // A line ends with LF within a cell, and a text that looks like an escape of the format is not one.
        var plain = Escape().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), "_x005F_").Replace('\uFFFF', '\uFFFD');
        if (plain.Length <= LongestText)
            return plain;
        var notice = $" … [{text.Length} characters, more than a cell holds: all of it is at 超出单元格上限，全文见 {url}]";
        var end = LongestText - notice.Length;
        return plain[..(char.IsHighSurrogate(plain[end - 1]) ? end - 1 : end)] + notice;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}

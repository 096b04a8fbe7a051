using System.Collections;
using System.Globalization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>Cells as text, the same in every file.</summary>
public static class CellText
{
    private const string Joint = "; ";

    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    /// <returns>Empty for null.</returns>
    public static string Of(object? cell) =>
        cell switch
        {
            null => "",
            string text => text,
            bool flag => flag ? "true" : "false",
            Enum value => JsonName(value),
            EdtfDate date => date.Text,
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture),
            IEnumerable several => string.Join(Joint, several.Cast<object?>().Select(Of)),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    public static string[] Split(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text that a spreadsheet would take for a formula gets a leading apostrophe, as <c>guard</c> does in the database.</summary>
    public static string Guard(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;

    /// <summary>Takes the guard away again.</summary>
    public static string Unguard(string text) => text.Length > 1 && text[0] == '\'' && FormulaStarts.Contains(text[1]) ? text[1..] : text;

    private static string JsonName(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

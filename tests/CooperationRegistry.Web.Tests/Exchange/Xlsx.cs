using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>A reader of workbooks, written from ECMA-376, so that files are judged by it and not by the library that writes them.</summary>
internal sealed partial class Xlsx
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<string> formats = [];

    private Xlsx()
    {
    }

    /// <summary>Rows of values: text, decimal, bool, DateTime, or null for an empty cell.</summary>
    public Dictionary<string, List<IReadOnlyList<object?>>> Sheets { get; } = [];

    /// <summary>The sheets as they are written.</summary>
    public List<XDocument> Documents { get; } = [];

    public static Xlsx Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var book = new Xlsx();
        var styles = Load(zip, "xl/styles.xml");
        var custom = styles.Descendants(Main + "numFmt").ToDictionary(f => (string)f.Attribute("numFmtId")!, f => (string)f.Attribute("formatCode")!);
        book.formats.AddRange(styles.Descendants(Main + "cellXfs").Single().Elements(Main + "xf").Select(x => custom.GetValueOrDefault((string?)x.Attribute("numFmtId") ?? "", "")));
        var names = Load(zip, "xl/workbook.xml").Descendants(Main + "sheet").Select(s => (string)s.Attribute("name")!).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var sheet = Load(zip, $"xl/worksheets/sheet{i + 1}.xml");
            book.Documents.Add(sheet);
            book.Sheets[names[i]] = [.. sheet.Descendants(Main + "row").Select(r => (IReadOnlyList<object?>)[.. r.Elements(Main + "c").Select(book.Value)])];
        }
        return book;
    }

    public bool HasFormula => Documents.Exists(d => d.Descendants(Main + "f").Any());

    private object? Value(XElement cell)
    {
        var text = (string?)cell.Element(Main + "v");
        return (string?)cell.Attribute("t") switch
        {
            "inlineStr" => Unescape(string.Concat(cell.Descendants(Main + "t").Select(t => t.Value))),
            "str" => Unescape(text!),
            "b" => text == "1",
            null when text is null => null,
            null or "n" when IsDate(cell) => new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(Math.Round(double.Parse(text!, CultureInfo.InvariantCulture) * 86_400_000)),
            null or "n" => decimal.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture),
            var other => throw new InvalidDataException($"A cell of the type {other}."),
        };
    }

    private bool IsDate(XElement cell) => (int?)cell.Attribute("s") is { } style && formats[style].Contains("yy", StringComparison.Ordinal);

    private static string Unescape(string text) => Escape().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    private static XDocument Load(ZipArchive zip, string entry)
    {
        using var stream = zip.GetEntry(entry)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}

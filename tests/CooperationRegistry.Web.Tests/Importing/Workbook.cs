using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>The smallest workbook that Excel opens, with one sheet. A double is a day.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="rows">Texts, whole numbers, days (double), nulls; a text that starts with # is an error.</param>
    /// <param name="change">What to do to the sheet's XML.</param>
    /// <param name="beside">A part besides, of so many megabytes of zeros.</param>
    public static byte[] Of(IReadOnlyList<IReadOnlyList<object?>> rows, Func<string, string>? change = null, (string Name, int Megabytes)? beside = null)
    {
        var sheet = $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select((r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Select((c, j) => Cell(c, i, j)))}</row>"))}</sheetData></worksheet>";
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Rels}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rels}\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Rels}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Rels}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Add("xl/worksheets/sheet1.xml", change is null ? sheet : change(sheet));
            if (beside is var (name, megabytes))
            {
                using var part = package.CreateEntry(name).Open();
                for (var i = 0; i < megabytes; i++)
                    part.Write(new byte[1024 * 1024]);
            }

            void Add(string part, string text)
            {
                using var writer = new StreamWriter(package.CreateEntry(part).Open());
                writer.Write(text);
            }
        }
        return file.ToArray();
    }

    private static string Cell(object? value, int row, int column)
    {
        var at = $"{(char)('A' + column)}{row + 1}";
        return value switch
        {
            null => "",
            double day => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{day}</v></c>"),
            int number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{number}</v></c>"),
            string error when error.StartsWith('#') => $"<c r=\"{at}\" t=\"e\"><f>1/0</f><v>{error}</v></c>",
            var text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text.ToString())}</t></is></c>",
        };
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>
/// A list is exported, cells are changed in it as a person would, and it is imported: exactly those values change, and nothing else, in
/// whatever format. Prints its seed; <c>TEST_SEED</c> repeats it.
/// </summary>
public sealed class RoundTripTests(TestCluster cluster)
{
    private static readonly string[] Editable = ["title", "title_zh", "kind", "evidence", "signed_on", "summary"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("jsonl")]
    public Task Cells_changed_in_a_file_are_what_changes(string format) => ChangeAsync(format, 300, 40);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("jsonl")]
    public Task Two_hundred_cells_among_ten_thousand_records_are_what_changes(string format) => ChangeAsync(format, 10_000, 200);

    private async Task ChangeAsync(string format, int count, int edits)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        Console.WriteLine($"{nameof(RoundTripTests)} {format}: TEST_SEED={seed}");
        var random = new Random(seed);
        await using var site = new RegistrySite(cluster);
        await site.InitializeAsync();
        await site.LoadAsync([.. Enumerable.Range(0, 30).Select(i => TestData.Line($"cn-city-{i}", TestData.City($"City {i}")))]);
        foreach (var page in Enumerable.Range(1, count).Chunk(1000))
            await site.LoadAsync([.. page.Select(i => TestData.Line($"CR-{i:D6}", Agreement(random, i)))]);
        var before = await ReadAsync(site);
        var file = await site.Client.GetByteArrayAsync(new Uri($"/agreements.{format}", UriKind.Relative), Token);

        // Which cells, and what they are to say.
        var expected = before.ToDictionary(b => b.Key, b => ContentJson.Copy(b.Value));
        var changes = new Dictionary<(string Id, string Column), string>();
        while (changes.Count < edits)
        {
            var id = $"CR-{random.Next(1, count + 1):D6}";
            var column = Editable[random.Next(Editable.Length)];
            if (!changes.ContainsKey((id, column)))
                changes[(id, column)] = Set(expected[id], column, random);
        }
        var office = await ImportOffice.OpenAsync(site);
        var import = await office.CheckAsync(format switch
        {
            "csv" => EditCsv(file, changes),
            "xlsx" => EditWorkbook(file, changes),
            _ => EditJson(file, expected, changes),
        });
        Assert.Equal(ImportState.Checked, import.State);
        var records = changes.Keys.Select(c => c.Id).Distinct().Count();
        Assert.Empty((await office.LinesAsync(import, ImportOutcome.Refused)).Select(l => $"{l.Number} {l.Problems}"));
        Assert.Equal((0, records, count - records, 0), ImportOffice.Counts(import));
        await office.PublishAsync(import);

        var after = await ReadAsync(site);
        foreach (var (id, content) in expected)
            Assert.Equal(ContentJson.Write(content), ContentJson.Write(after[id]));
        var changed = after.Sum(a => ContentDiff.Compare(before[a.Key], a.Value).Count);
        Assert.Equal(edits, changed);
        await using var db = await site.OpenAsync();
        Assert.Equal(count + records, await db.Revisions.CountAsync(r => r.Kind == RecordKind.Agreement, Token));
    }

    private static async Task<Dictionary<string, AgreementContent>> ReadAsync(RegistrySite site)
    {
        await using var db = await site.OpenAsync();
        return await db.ReadAllAsync(RecordKind.Agreement, Token).ToDictionaryAsync(r => r.Id, r => (AgreementContent)r.Body, cancellationToken: Token);
    }

    // Values that spreadsheets and separators like to spoil.
    private static AgreementContent Agreement(Random random, int i)
    {
        string[] oddities = ["", "=1+1", "-5 degrees", "+49", "@home", "a;b", "\"quoted\"", "two\nlines", "  spaced  ", "0123", "1/2", "TRUE", "'tis", "大同", "🌱", "1e5", "50%", "ten, eleven"];
        var agreement = TestData.Agreement($"{oddities[random.Next(oddities.Length)]} Agreement {i}".Trim(), TestData.CityParty("p1", $"cn-city-{i % 30}"));
        agreement.Title["zh-Hans"] = $"协议{i}号";
        agreement.Kind = (AgreementKind)random.Next(9);
        agreement.Evidence = (Evidence)random.Next(3);
        agreement.Events[0].Date = new EdtfDate(random.Next(5) switch { 0 => "2017-10", 1 => "XXXX-10-19", 2 => "201X", 3 => "2012/..", _ => $"20{random.Next(10, 26)}-0{random.Next(1, 10)}-1{random.Next(10)}" });
        agreement.Summary = LocalizedText.En($"{oddities[random.Next(oddities.Length)]} summary of {i}.".Trim());
        agreement.Sectors = random.Next(2) == 0 ? ["heating", "solar"] : [];
        return agreement;
    }

    // What the content says afterwards, and how a person types it.
    private static string Set(AgreementContent content, string column, Random random)
    {
        var number = random.Next(1_000_000);
        switch (column)
        {
            case "title":
                return content.Title["en"] = $"Changed title {number}";
            case "title_zh":
                return content.Title["zh-Hans"] = $"更改的标题{number}";
            case "summary":
                return content.Summary!["en"] = $"=A changed summary,\nwith \"quotes\"; {number}";
            case "kind":
                content.Kind = (AgreementKind)(((int)content.Kind + 1) % 9);
                return ContentJson.Name(content.Kind);
            case "evidence":
                content.Evidence = (Evidence)(((int)content.Evidence + 1) % 3);
                return ContentJson.Name(content.Evidence);
            default:
                content.Events[0].Date = new EdtfDate($"19{number % 90 + 10}-12");
                return content.Events[0].Date!.Text;
        }
    }

    private static byte[] EditCsv(byte[] file, Dictionary<(string Id, string Column), string> changes)
    {
        var rows = Csv.Read(Encoding.UTF8.GetString(file)).Select(r => r.ToArray()).ToList();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 1; i < row.Length; i++)
                row[i] = changes.TryGetValue((row[0], rows[0][i]), out var text) ? text.StartsWith('=') ? "'" + text : text : row[i];
        }
        return Encoding.UTF8.GetBytes(ImportTests.Written(rows));
    }

    private static byte[] EditJson(byte[] file, Dictionary<string, AgreementContent> expected, Dictionary<(string Id, string Column), string> changes)
    {
        var changed = changes.Keys.Select(c => c.Id).ToHashSet();
        var lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text =>
        {
            var line = JsonNode.Parse(text)!.AsObject();
            if (changed.Contains((string)line["id"]!))
                line["content"] = JsonNode.Parse(ContentJson.Write(expected[(string)line["id"]!]));
            return line.ToJsonString(ContentJson.Options);
        });
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    // As a spreadsheet saves it: cells of the first sheet replaced by texts.
    private static byte[] EditWorkbook(byte[] file, Dictionary<(string Id, string Column), string> changes)
    {
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var package = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var shared = package.GetEntry("xl/sharedStrings.xml") is { } strings ? Load(strings).Root!.Elements(ns + "si").Select(s => s.Value).ToList() : [];
            var entry = package.GetEntry("xl/worksheets/sheet1.xml")!;
            var sheet = Load(entry);
            var rows = sheet.Descendants(ns + "row").ToList();
            var header = rows[0].Elements(ns + "c").Select(Text).ToList();
            foreach (var row in rows.Skip(1))
            {
                var cells = row.Elements(ns + "c").ToList();
                var byColumn = cells.ToDictionary(ColumnOf);
                var id = Text(byColumn[0]);
                foreach (var (column, i) in header.Select((c, i) => (c, i)))
                {
                    if (!changes.TryGetValue((id, column), out var text))
                        continue;
                    var cell = byColumn[i];
                    cell.SetAttributeValue("t", "inlineStr");
                    cell.Attribute("s")?.Remove();
                    cell.ReplaceNodes(new XElement(ns + "is", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));
                }
            }
            entry.Delete();
            using var rewritten = package.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Save(rewritten, SaveOptions.DisableFormatting);

            string Text(XElement cell) => (string?)cell.Attribute("t") == "s" ? shared[int.Parse(cell.Element(ns + "v")!.Value, CultureInfo.InvariantCulture)] : cell.Value;
        }
        return stream.ToArray();

        static XDocument Load(ZipArchiveEntry entry)
        {
            using var part = entry.Open();
            return XDocument.Load(part, LoadOptions.PreserveWhitespace);
        }

        static int ColumnOf(XElement cell) => ((string)cell.Attribute("r")!).TakeWhile(char.IsLetter).Aggregate(0, (n, c) => (n * 26) + c - 'A' + 1) - 1;
    }
}

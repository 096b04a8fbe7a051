using System.IO.Pipelines;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>What a spreadsheet has no room for, and texts that its format could mistake.</summary>
public sealed class WorkbookTests
{
    private const int LongestCell = 32_767;
    private const string Url = "https://registry.example.org/cities/cn-a";

    private static readonly ListTable Table = ListTable.Of(RecordKind.City);

    [Fact]
    public async Task Text_longer_than_a_cell_says_so_and_where_all_of_it_is()
    {
        foreach (var text in new[] { new string('x', LongestCell + 1), string.Concat(Enumerable.Repeat("🌱", LongestCell)) })
        {
            var cell = (string)(await SheetAsync([Row("cn-a", text)]))[1][1]!;
            Assert.InRange(cell.Length, LongestCell - 1, LongestCell);
            Assert.StartsWith(text[..1000], cell, StringComparison.Ordinal);
            Assert.EndsWith($"{Url}]", cell, StringComparison.Ordinal);
            Assert.Contains($"[{text.Length} characters", cell, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', cell);
        }
        var fits = new string('x', LongestCell);
        Assert.Equal(fits, (await SheetAsync([Row("cn-a", fits)]))[1][1]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+86 10")]
    [InlineData("_x0041_ and _x005F_ are no letters")]
    [InlineData("  <b>&amp;</b> 'quoted' \"text\"\n\t大同 🌱  ")]
    public async Task Text_stays_the_text_that_it_is(string text) => Assert.Equal(text, (await SheetAsync([Row("cn-a", text)]))[1][1]);

    [Fact]
    public async Task Number_with_more_digits_than_a_spreadsheet_keeps_stays_a_text()
    {
        Assert.Equal("1234567890.1234567", (await SheetAsync([Row("cn-a", 1234567890.1234567m)]))[1][1]);
        Assert.Equal(123456789012345m, (await SheetAsync([Row("cn-a", 123456789012345m)]))[1][1]);
        Assert.Equal(1_000_000_000_000_000_000m, (await SheetAsync([Row("cn-a", 1_000_000_000_000_000_000m)]))[1][1]);
        Assert.Equal(-0.00025m, (await SheetAsync([Row("cn-a", -0.00025m)]))[1][1]);
    }

    [Fact]
    public async Task Day_before_spreadsheets_count_stays_a_text()
    {
        Assert.Equal("1899-12-31", (await SheetAsync([Row("cn-a", new DateOnly(1899, 12, 31))]))[1][1]);
        Assert.Equal(new DateTime(1949, 10, 1, 0, 0, 0, DateTimeKind.Utc), (await SheetAsync([Row("cn-a", new DateOnly(1949, 10, 1))]))[1][1]);
    }

    [Fact]
    public async Task More_rows_than_a_sheet_has_are_said_in_its_last_row()
    {
        ListRow[] rows = [.. Enumerable.Range(1, 10).Select(i => Row($"cn-{i}", "x"))];
        var sheet = await SheetAsync(rows, mostRows: 6);
        Assert.Equal(["id", "cn-1", "cn-2", "cn-3", "cn-4"], sheet.Take(5).Select(r => (string)r[0]!));
        Assert.StartsWith("6 more rows", (string)sheet[5][0]!, StringComparison.Ordinal);
        Assert.Equal(6, sheet.Count);
        Assert.Equal(11, (await SheetAsync(rows, mostRows: 11)).Count);
    }

    private static ListRow Row(string id, object name) => new(id, [id, name, .. Enumerable.Repeat<object?>(null, Table.Columns.Count - 3), Url]);

    private static async Task<List<IReadOnlyList<object?>>> SheetAsync(ListRow[] rows, int mostRows = 1_048_576)
    {
        using var file = new MemoryStream();
        var pipe = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        var heading = new FileHeading("CC0", "https://example.org/licence", null, "https://registry.example.org/cities.xlsx");
        await new Workbook(Table, heading, column => new ColumnMeaning(column.Name, column.Name)) { MostRows = mostRows }
            .WriteAsync(pipe, "cities", rows.Length, rows.Chunk(3).Select(c => (IReadOnlyList<ListRow>)c).ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        await pipe.CompleteAsync();
        return Xlsx.Read(file.ToArray()).Sheets["cities"];
    }
}

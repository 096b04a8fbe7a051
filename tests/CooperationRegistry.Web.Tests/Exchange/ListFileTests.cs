using System.Globalization;
using System.Text.Json;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Tests.Filling;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>Each format of each noun, read back by a reader that is not the writer's, says what the records say.</summary>
public abstract class ListFileTests(TestCluster cluster, RegistrySite site)
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Csv_has_a_line_a_record_with_its_cells(RecordKind kind)
    {
        var (columns, rows) = (ListTable.Of(kind).Columns, await RowsAsync(kind));
        var lines = Csv.Read(await TextAsync(FileFormat.Csv.Of(kind)));
        Assert.Equal(columns.Select(c => c.Name), lines[0]);
        Assert.Equal(rows.Count, lines.Count - 1);
        foreach (var (row, line) in rows.Zip(lines.Skip(1)))
        {
            Assert.Equal(columns.Count, line.Count);
            foreach (var ((cell, column), text) in row.Cells.Zip(columns).Zip(line))
            {
                Assert.Equal((row.Id, column.Name, column.IsGuarded ? CellText.Guard(CellText.Of(cell)) : CellText.Of(cell)), (row.Id, column.Name, text));
            }
        }
        Assert.DoesNotContain(lines.SelectMany(l => l.Zip(columns)), c => c.Second.IsGuarded && c.First.Length > 0 && "=+-@\t\r".Contains(c.First[0], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Workbook_has_a_row_a_record_with_typed_cells(RecordKind kind)
    {
        var (columns, rows) = (ListTable.Of(kind).Columns, await RowsAsync(kind));
        var book = Xlsx.Read(await BytesAsync(FileFormat.Xlsx.Of(kind)));
        Assert.False(book.HasFormula);
        var sheet = book.Sheets[FileFormat.NameOf(kind)];
        Assert.Equal(columns.Select(c => c.Name), sheet[0]);
        Assert.Equal(rows.Count, sheet.Count - 1);
        foreach (var (row, cells) in rows.Zip(sheet.Skip(1)))
        {
            Assert.Equal(columns.Count, cells.Count);
            foreach (var ((cell, column), found) in row.Cells.Zip(columns).Zip(cells))
                Assert.Equal((row.Id, column.Name, Typed(cell, column.Type)), (row.Id, column.Name, found));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Workbook_explains_its_columns_in_both_languages(RecordKind kind)
    {
        var sheet = Xlsx.Read(await BytesAsync(FileFormat.Xlsx.Of(kind))).Sheets["data dictionary"];
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", sheet[0][2]);
        Assert.Equal(Whole(await LastChangeAsync()), Whole((DateTime)sheet[1][1]!));
        Assert.Equal(new Uri(site.Client.BaseAddress!, FileFormat.Xlsx.Of(kind)).ToString(), sheet[2][1]);
        var columns = ListTable.Of(kind).Columns;
        Assert.Equal(columns.Select(c => (c.Name, c.IsEditable)), sheet.Skip(5).Select(r => ((string)r[0]!, (bool)r[4]!)));
        Assert.All(sheet.Skip(5), r => Assert.DoesNotContain("Column_", (string)r[1]! + (string)r[2]!, StringComparison.Ordinal));
        Assert.All(sheet.Skip(5), r => Assert.NotEqual(r[1], r[2]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Json_has_the_whole_records_under_a_heading(RecordKind kind)
    {
        using var json = JsonDocument.Parse(await TextAsync(FileFormat.Json.Of(kind)));
        Assert.Equal("CC BY 4.0", json.RootElement.GetProperty("licence").GetProperty("name").GetString());
        Assert.Equal(await LastChangeAsync(), json.RootElement.GetProperty("lastChange").GetDateTimeOffset());
        Assert.Equal(new Uri(site.Client.BaseAddress!, FileFormat.Json.Of(kind)).ToString(), json.RootElement.GetProperty("url").GetString());
        Assert.Equal(await LinesAsync(kind), json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Json_lines_are_what_load_reads(RecordKind kind)
    {
        var lines = (await TextAsync(FileFormat.JsonLines.Of(kind))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(await LinesAsync(kind), lines);
        Assert.All(lines, line => Assert.Null(RecordLineReader.Read(line).Problem));
    }

    /// <summary>The cells of a column that stands at a path of the content, told from the JSON alone.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cell_of_a_path_says_what_the_record_says_there(RecordKind kind)
    {
        using var json = JsonDocument.Parse(await TextAsync(FileFormat.Json.Of(kind)));
        var contents = json.RootElement.GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("id").GetString()!, i => i.GetProperty("content"));
        var lines = Csv.Read(await TextAsync(FileFormat.Csv.Of(kind)));
        var columns = ListTable.Of(kind).Columns.Index().Where(c => c.Item.Path is { } path && path is not ("names" or "events" or "title" or "summary") && !path.EndsWith('*'));
        foreach (var (index, column) in columns)
            Assert.All(lines.Skip(1), line => Assert.Equal((column.Name, At(contents[line[0]], column.Path!)), (column.Name, column.IsGuarded ? CellText.Unguard(line[index]) : line[index])));
    }

    [Fact]
    public async Task Json_lines_loaded_into_an_empty_registry_export_the_same()
    {
        var empty = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(site.Time).AddRegistryData(empty.Server).BuildServiceProvider();
        await TestFiles.KeepAllAsync(services);
        var folder = Directory.CreateTempSubdirectory("lines-");
        var files = new List<string>();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            files.Add(Path.Combine(folder.FullName, $"{kind}.jsonl"));
            await File.WriteAllBytesAsync(files[^1], await BytesAsync(FileFormat.JsonLines.Of(kind)), Token);
        }
        await services.GetRequiredService<RecordFiles>().LoadAsync(files, "test", Token);
        folder.Delete(recursive: true);
        using var here = new MemoryStream();
        using var there = new MemoryStream();
        await site.Services.GetRequiredService<RecordFiles>().ExportAsync(here, Token);
        await services.GetRequiredService<RecordFiles>().ExportAsync(there, Token);
        Assert.True(here.Length > 0);
        Assert.Equal(here.ToArray(), there.ToArray());
    }

    protected async Task<IReadOnlyList<ListRow>> RowsAsync(RecordKind kind)
    {
        await using var db = await site.OpenAsync();
        var ids = kind == RecordKind.Agreement
            ? [.. (await db.AgreementListings.ToListAsync(Token)).OrderBy(l => l.SignedSort is null).ThenByDescending(l => l.SignedSort).ThenByDescending(l => l.Number).Select(l => l.AgreementId)]
            : await db.ReadAllAsync(kind, Token).Select(r => r.Id).ToListAsync(Token);
        Assert.NotEmpty(ids);
        return await ListTable.Of(kind).ReadAsync(db, ids, Root, Token);
    }

    private async Task<List<string>> LinesAsync(RecordKind kind)
    {
        await using var db = await site.OpenAsync();
        var records = await db.ReadAllAsync(kind, Token).ToDictionaryAsync(r => r.Id, cancellationToken: Token);
        return [.. (await RowsAsync(kind)).Select(row => records[row.Id]).Select(r => JsonSerializer.Serialize(RecordLine.Of(r, Root + Components.Public.RecordNames.Address(kind, r.Id)), ContentJson.Options))];
    }

    private string Root => site.Client.BaseAddress!.ToString().TrimEnd('/');

    private async Task<DateTimeOffset> LastChangeAsync()
    {
        await using var db = await site.OpenAsync();
        return (await db.LastChangeAsync(Token))!.Value;
    }

    private Task<string> TextAsync(string address) => site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token);

    private Task<byte[]> BytesAsync(string address) => site.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Token);

    private static object? Typed(object? cell, CellType type) =>
        cell switch
        {
            null => null,
            bool or decimal => cell,
            int number => (decimal)number,
            DateOnly { Year: > 1900 } day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            DateTimeOffset time => Whole(time.UtcDateTime),
            _ when type == CellType.Edtf && DateOnly.TryParseExact(CellText.Of(cell), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900 => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            _ => CellText.Of(cell).Replace("\r\n", "\n", StringComparison.Ordinal),
        };

    private static DateTime Whole(DateTimeOffset time) => Whole(time.UtcDateTime);

    // A spreadsheet's time is exact to the millisecond.
    private static DateTime Whole(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    private static string At(JsonElement content, string path)
    {
        JsonElement? at = content;
        foreach (var step in path.Split('/'))
            at = at is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(step, out var next) ? next : null;
        return at?.ToString() is { } text ? at.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? text.ToLowerInvariant() : text : "";
    }
}

public sealed class SampleListFileTests(TestCluster cluster, SampleSite site) : ListFileTests(cluster, site), IClassFixture<SampleSite>;

[Collection(nameof(FilledSite))]
public sealed class FilledListFileTests(TestCluster cluster, FilledSite site) : ListFileTests(cluster, site);

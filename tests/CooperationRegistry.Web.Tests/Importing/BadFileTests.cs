using System.IO.Compression;
using System.Text;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>Files that are bad as a whole, or larger than they look; workbooks as spreadsheets write them.</summary>
public sealed class BadFileTests(BadLineTests.Site site) : IClassFixture<BadLineTests.Site>
{
    private static readonly string[] Header = ["title", "signed_on", "cities"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_file_is_refused() => Assert.Equal(Rule.Required, (await RefusedAsync([])).Rule);

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData(",,,\r\n")]
    [InlineData("\"\"\r\n")]
    public async Task File_without_names_of_columns_is_refused(string text) => Assert.Equal(Rule.NoHeader, (await RefusedAsync(Encoding.UTF8.GetBytes(text))).Rule);

    [Fact]
    public async Task Package_that_is_no_workbook_is_refused() =>
        Assert.Equal(Rule.NotWorkbook, (await RefusedAsync(Package(("word/document.xml", "<w:document xmlns:w='x'/>")))).Rule);

    [Fact]
    public async Task Half_a_workbook_is_refused()
    {
        var whole = Workbook.Of([Header, ["Agreement on kites", "2021", "Datong"]]);
        Assert.Equal(Rule.NotWorkbook, (await RefusedAsync(whole[..(whole.Length / 2)])).Rule);
    }

    [Fact]
    public async Task Workbook_with_a_document_type_is_refused()
    {
        var bomb = Workbook.Of([Header], sheet => sheet.Replace("<worksheet", "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><worksheet", StringComparison.Ordinal));
        Assert.Equal(Rule.NotWorkbook, (await RefusedAsync(bomb)).Rule);
    }

    [Fact]
    public async Task Workbook_that_unpacks_to_more_than_it_may_is_refused_before_it_is_read()
    {
        var bomb = Workbook.Of([Header], beside: ("xl/media/image1.png", 600));
        Assert.True(bomb.Length < 4 * 1024 * 1024, $"{bomb.Length} bytes");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(Rule.FileTooLarge, (await RefusedAsync(bomb)).Rule);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 64 * 1024 * 1024);
    }

    [Fact]
    public async Task Workbook_with_a_cell_without_end_is_refused() =>
        Assert.Equal(Rule.CellTooLong, (await RefusedAsync(Workbook.Of([Header, [new string('x', 20_000_000), "2021", "Datong"]]))).Rule);

    [Fact]
    public async Task Workbook_is_read_as_it_shows()
    {
        var file = Workbook.Of([["title", "signed_on", "cities", "notes"], ["Agreement on kites", 44275.0, "Datong", "kept"], ["Agreement on barrages", 2019, "Datong", null], ["Agreement on lagoons", "#REF!", "Datong", null]]);
        var import = await site.Imports.CheckAsync(file);
        Assert.Equal(["title", "signed_on", "cities", "summary"], import.Columns);
        Assert.Equal((2, 0, 0, 1), ImportOffice.Counts(import));
        var lines = await site.Imports.LinesAsync(import, ImportOutcome.New);
        Assert.Equal(["2021-03-20", "2019"], lines.Select(l => ((Domain.Agreements.AgreementContent)l.ReadContent()!).Events[0].Date!.Text));
        var refused = Assert.Single(await site.Imports.LinesAsync(import, ImportOutcome.Refused));
        var problem = Assert.Single(refused.Problems());
        Assert.Equal((4, Rule.FormulaCell, "signed_on"), (refused.Number, problem.Rule, problem.Path));
    }

    [Fact]
    public async Task Cell_of_a_hundred_megabytes_costs_its_line_alone()
    {
        await using var file = new MemoryStream();
        await file.WriteAsync("title,signed_on,cities\r\nAgreement on kites,2021,Datong\r\n\""u8.ToArray(), Token);
        var block = Encoding.UTF8.GetBytes(new string('x', 1024 * 1024));
        for (var i = 0; i < 100; i++)
            await file.WriteAsync(block, Token);
        await file.WriteAsync("\",2021,Datong\r\nAgreement on barrages,2022,Datong\r\n"u8.ToArray(), Token);
        file.Position = 0;
        var received = await site.Imports.Desk.ReceiveAsync(file, "file", RecordKind.Agreement, true, site.Imports.Editor, Token);
        var import = await site.Imports.EndOfAsync(received.Id, ImportState.Checking);
        Assert.Equal((2, 0, 0, 1), ImportOffice.Counts(import));
        Assert.Equal((3, Rule.CellTooLong), ((await site.Imports.LinesAsync(import, ImportOutcome.Refused))[0].Number, (await site.Imports.LinesAsync(import, ImportOutcome.Refused))[0].Problems()[0].Rule));
    }

    [Fact]
    public async Task File_beyond_all_measure_is_refused_while_it_comes_in()
    {
        await using var endless = new Endless();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => site.Imports.Desk.ReceiveAsync(endless, "file", null, false, site.Imports.Editor, Token));
        Assert.Equal(Rule.FileTooLarge, refused.Problems[0].Rule);
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync() => (await site.Imports.Desk.ListAsync(site.Imports.Editor, 500, Token)).Count(i => i.Length > 200L * 1024 * 1024);
    }

    // Whatever stands in the way: at the door, or in the dry run.
    private async Task<Problem> RefusedAsync(byte[] file)
    {
        try
        {
            var import = await site.Imports.CheckAsync(file, RecordKind.Agreement);
            Assert.Equal(ImportState.Refused, import.State);
            return import.FaultProblem()!;
        }
        catch (RefusedException refused)
        {
            return refused.Problems[0];
        }
    }

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts.Append(("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")))
            {
                using var part = new StreamWriter(package.CreateEntry(name).Open());
                part.Write(text);
            }
        }
        return file.ToArray();
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

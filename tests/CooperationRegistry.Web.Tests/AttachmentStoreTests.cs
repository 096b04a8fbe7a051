using System.Text;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CooperationRegistry.Web.Tests;

/// <summary>What is kept of what is sent: told by its bytes, once, under a name that can be saved.</summary>
public sealed class AttachmentStoreTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, byte[]> Kinds => new(TestFiles.All.Select(f => new TheoryDataRow<string, string, byte[]>(f.MediaType, f.Extension, f.Bytes)));

    public static TheoryData<string, byte[]> Others { get; } = new()
    {
        { "program.pdf", Text("MZ\x90\0\x03 1 0 obj This program cannot be run in DOS mode. PE\0\0") },
        { "program.png", Text("\x7F" + "ELF\x02\x01\x01\0 IDAT") },
        { "program with the head of a PDF.pdf", Text("%PDF-1.7\nMZ\x90\0\x03This program cannot be run in DOS mode.") },
        { "program with the head of a PNG.png", [.. TestFiles.Png[..16], .. Text("\x7F" + "ELF\x02\x01\x01\0")] },
        { "program with the head of a JPEG.jpg", [0xFF, 0xD8, 0xFF, .. Text("MZ\x90\0\x03")] },
        { "program with the head of a TIFF.tif", [.. TestFiles.Tiff[..8], .. Text("MZ\x90\0\x03This program")] },
        { "program with the head of a WebP.webp", [.. TestFiles.WebP[..8], .. Text("WAVEfmt MZ\x90\0\x03")] },
        { "page.html", Text("<!DOCTYPE html><script>alert(1)</script>") },
        { "page.pdf", Text("<html>%PDF-1.7 1 0 obj</html>") },
        { "drawing.svg", Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "drawing.png", Text("<?xml version='1.0'?><svg/>") },
        { "archive.zip", Text("PK\x03\x04") },
        { "letter.docx", Text("PK\x03\x04 word/document.xml") },
        { "script.pdf", Text("#!/bin/sh\nrm -rf /\n") },
        { "note.txt", Text("%PDF is a format.") },
        { "late.pdf", Text("\n%PDF-1.7\n1 0 obj") },
        { "animation.gif", Text("GIF89a") },
        { "one.pdf", [0x25] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task File_of_a_kind_that_is_kept_reads_back_to_the_byte(string mediaType, string extension, byte[] bytes)
    {
        var office = await Office.OpenAsync(site);
        var kept = await site.Services.KeepAsync(bytes, "scan.exe", office.Editor);

        Assert.Equal((mediaType, "scan" + extension, TestFiles.Fingerprint(bytes), bytes.LongLength), (kept.MediaType, kept.FileName, kept.Sha256, kept.Length));
        await using var db = await site.OpenAsync();
        var row = await db.Files.AsNoTracking().SingleAsync(f => f.Sha256 == kept.Sha256, Token);
        Assert.Equal(bytes, row.Bytes);
        Assert.Equal((mediaType, bytes.Length), (row.MediaType, row.Length));
        var problems = ContentRules.Check(new SourceContent { Title = TestData.Source("T").Title, Attachment = WithKey(kept) });
        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task File_of_another_kind_is_refused_whatever_its_name(string name, byte[] bytes)
    {
        var office = await Office.OpenAsync(site);
        var problem = Assert.Single((await Assert.ThrowsAsync<RefusedException>(() => site.Services.KeepAsync(bytes, name, office.Editor))).Problems);

        Assert.Equal((Rule.AttachmentType, name), (problem.Rule, problem.Value));
        await using var db = await site.OpenAsync();
        Assert.False(await db.Files.AnyAsync(f => f.Sha256 == TestFiles.Fingerprint(bytes), Token));
    }

    [Theory]
    [InlineData(0, Rule.AttachmentEmpty)]
    [InlineData(AttachmentStore.Largest + 1, Rule.AttachmentTooLarge)]
    [InlineData(AttachmentStore.Largest * 2, Rule.AttachmentTooLarge)]
    public async Task File_that_is_empty_or_too_large_is_refused(int length, Rule rule)
    {
        var office = await Office.OpenAsync(site);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => site.Services.KeepAsync(length == 0 ? [] : TestFiles.Sized(length), "a.pdf", office.Editor));

        Assert.Equal(rule, Assert.Single(refused.Problems).Rule);
    }

    [Fact]
    public async Task File_too_large_is_read_no_further_than_the_limit()
    {
        var office = await Office.OpenAsync(site);
        await using var endless = new Endless();
        await Assert.ThrowsAsync<RefusedException>(() => site.Services.GetRequiredService<AttachmentStore>().KeepAsync(endless, "a.pdf", office.Editor, Token));

        Assert.InRange(endless.Given, AttachmentStore.Largest, AttachmentStore.Largest + (1024 * 1024));
    }

    [Fact]
    public async Task Same_bytes_sent_at_once_by_several_are_one_row_and_one_line_of_the_log()
    {
        var office = await Office.OpenAsync(site);
        var bytes = TestFiles.Pdf("The same");
        var kept = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => site.Services.KeepAsync(bytes, $"scan {i}.pdf", office.Editor)));

        Assert.Equal("scan 6.pdf", kept[5].FileName);
        await using var db = await site.OpenAsync();
        Assert.Equal(1, await db.Files.CountAsync(f => f.Sha256 == kept[0].Sha256, Token));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "file.kept" && e.Subject == kept[0].Sha256, Token));
    }

    [Fact]
    public async Task Database_refuses_bytes_that_are_not_those_of_the_fingerprint()
    {
        var office = await Office.OpenAsync(site);
        await using var db = await site.OpenAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"INSERT INTO files (sha256, bytes, media_type, length, file_name, uploaded_by_id, uploaded_by, uploaded_at) VALUES ({new string('a', 64)}, {TestFiles.Png}, 'image/png', {TestFiles.Png.Length}, 'a.png', {office.Editor.Id}, 'Edith', now())", Token));

        Assert.Equal("ck_files_sha256", refused.ConstraintName);
    }

    [Theory]
    [InlineData("mou.pdf", "mou.pdf")]
    [InlineData("MOU.PDF", "MOU.PDF")]
    [InlineData("mou", "mou.pdf")]
    [InlineData("mou.exe", "mou.pdf")]
    [InlineData("mou.pdf.exe", "mou.pdf")]
    [InlineData("mou.pdf .exe", "mou.pdf")]
    [InlineData("Report no. 3", "Report no. 3.pdf")]
    [InlineData("v1.2", "v1.2.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..\\..\\boot.ini", "boot.pdf")]
    [InlineData("C:\\fakepath\\mou.pdf", "mou.pdf")]
    [InlineData("a\r\nb.pdf", "a b.pdf")]
    [InlineData("a\0b\u001b[2J.pdf", "ab[2J.pdf")]
    [InlineData("mou\u202Efdp.exe", "moufdp.pdf")]
    [InlineData("\u2066mou\u2069\u200B\uFEFF.pdf", "mou.pdf")]
    [InlineData("a<b>:\"c|d?e*.pdf", "a_b___c_d_e_.pdf")]
    [InlineData("大同市与德国能源署谅解备忘录.pdf", "大同市与德国能源署谅解备忘录.pdf")]
    [InlineData("Ko\u0308ln 🌱.pdf", "Köln 🌱.pdf")]
    [InlineData("", "attachment.pdf")]
    [InlineData("...", "attachment.pdf")]
    [InlineData("/", "attachment.pdf")]
    [InlineData(" .. .pdf", "pdf.pdf")]
    public void Name_is_one_that_any_system_can_save(string name, string tidy)
    {
        Assert.Equal(tidy, AttachmentName.Tidy(name, AttachmentType.Pdf));
        Assert.Equal(tidy, AttachmentName.Tidy(tidy, AttachmentType.Pdf));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("大")]
    [InlineData("🌱")]
    [InlineData("a🌱")]
    public void Name_too_long_is_cut_before_its_extension_and_between_characters(string letters)
    {
        var tidy = AttachmentName.Tidy(string.Concat(Enumerable.Repeat(letters, 300)) + ".pdf", AttachmentType.Pdf);

        Assert.InRange(tidy.Length, 253, 255);
        Assert.EndsWith(letters[^1] + ".pdf", tidy.Replace("a.pdf", "\udf31.pdf", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(tidy)));
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static Attachment WithKey(Attachment attachment)
    {
        attachment.Key = "a1";
        return attachment;
    }

    /// <summary>A sender who never stops.</summary>
    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => 5;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
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

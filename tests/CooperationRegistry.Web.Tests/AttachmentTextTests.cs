using System.IO.Compression;
using System.Text;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>The text of kept files: what can be read of them, and a word on what cannot.</summary>
public sealed class AttachmentTextTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_of_a_document_is_read_page_by_page()
    {
        var text = await ReadAsync(TestFiles.Pdf("Signed in Datong on 19 October", "For 40 GWh a year"));

        Assert.Equal(TextExtent.Whole, text.Extent);
        Assert.Equal([new PageText(1, "Signed in Datong on 19 October"), new PageText(2, "For 40 GWh a year")], text.Pages);
    }

    [Fact]
    public async Task Text_in_look_alikes_is_read_as_the_letters_they_stand_for()
    {
        var map = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 5 beginbfchar <41> <2F24> <42> <540C> <43> <FB01> <44> <00B2> <45> <FF0C> endbfchar endcmap";
        var text = await ReadAsync(Written("BT /F1 12 Tf 50 700 Td (ABCDE) Tj ET", filter: null, toUnicode: map));

        Assert.Equal("大同fi²，", Assert.Single(text.Pages).Text);
    }

    [Fact]
    public async Task Text_of_a_long_document_ends_after_300_pages()
    {
        var text = await ReadAsync(TestFiles.Pdf([.. Enumerable.Range(1, 301).Select(page => $"Page {page}")]));

        Assert.Equal((TextExtent.CutShort, 300, "Page 300"), (text.Extent, text.Pages.Count, text.Pages[^1].Text));
    }

    [Fact]
    public async Task Text_of_a_wordy_document_ends_after_half_a_million_characters()
    {
        var text = await ReadAsync(Written($"BT /F1 12 Tf 50 700 Td ({string.Concat(Enumerable.Repeat("memorandum", 50_001))}) Tj ET", filter: null));

        Assert.Equal((TextExtent.CutShort, 500_000), (text.Extent, text.Pages.Sum(p => p.Text.Length)));
    }

    [Fact]
    public async Task Text_of_a_damaged_document_is_what_could_be_read()
    {
        var whole = TestFiles.Pdf("One", "Two");

        var nothing = await ReadAsync([.. "%PDF-1.7\n1 0 obj\n"u8, .. Enumerable.Range(0, 4000).Select(i => (byte)(i * 37))]);
        Assert.Equal(TextExtent.Damaged, nothing.Extent);
        Assert.Empty(nothing.Pages);

        // Cut off anywhere, or with a piece of it overwritten, it answers.
        for (var cut = 40; cut < whole.Length; cut += 60)
        {
            await ReadAsync(whole[..cut]);
            await ReadAsync([.. whole[..cut], .. new byte[20], .. whole[Math.Min(whole.Length, cut + 20)..]]);
        }
    }

    [Fact]
    public async Task Text_of_a_document_with_a_damaged_page_is_that_of_the_others()
    {
        var text = await ReadAsync(Written("BT /F1 12 Tf 50 700 Td (Fine) Tj ET", filter: null, broken: true));

        Assert.Equal((TextExtent.Damaged, "Fine"), (text.Extent, Assert.Single(text.Pages, p => p.Text.Length > 0).Text));
    }

    [Fact]
    public async Task Document_that_inflates_to_gigabytes_is_not_inflated()
    {
        using var bomb = new MemoryStream();
        await using (var zlib = new ZLibStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
                await zlib.WriteAsync(zeros, Token);
        }
        var before = GC.GetTotalAllocatedBytes();
        var text = await ReadAsync(Written(Encoding.Latin1.GetString(bomb.ToArray()), "/FlateDecode"));

        Assert.Equal(TextExtent.Damaged, text.Extent);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100 * 1024 * 1024);
    }

    [Fact]
    public async Task Picture_has_no_text_and_an_unknown_file_none_at_all()
    {
        var picture = await ReadAsync(TestFiles.Png);
        Assert.Equal(TextExtent.Picture, picture.Extent);
        Assert.Empty(picture.Pages);
        Assert.Null(await site.Services.GetRequiredService<AttachmentText>().ReadAsync(new string('0', 64), Token));
    }

    private async Task<FileText> ReadAsync(byte[] bytes)
    {
        var office = await Office.OpenAsync(site);
        var kept = await site.Services.KeepAsync(bytes, "a.pdf", office.Editor);
        return (await site.Services.GetRequiredService<AttachmentText>().ReadAsync(kept.Sha256, Token))!;
    }

    /// <summary>A document of one page with this content, and of a second one that leads nowhere.</summary>
    private static byte[] Written(string content, string? filter, bool broken = false, string toUnicode = "")
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            broken ? "<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>" : "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} {(filter is null ? "" : "/Filter " + filter)} >>\nstream\n{content}\nendstream",
            // The library knows the letters of Helvetica itself; those of another font the document has to tell.
            toUnicode.Length == 0 ? "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" : "<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FirstChar 65 /LastChar 69 /Widths [500 500 500 500 500] /FontDescriptor 9 0 R /ToUnicode 8 0 R >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length 20 /Filter /NoSuchFilter >>\nstream\n01234567890123456789\nendstream",
            $"<< /Length {toUnicode.Length} >>\nstream\n{toUnicode}\nendstream",
            "<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(null, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(null, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(null, $"{place:D10} 00000 n \n"));
        file.Append(null, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}

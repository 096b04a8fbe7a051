using System.Security.Cryptography;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CooperationRegistry.Web.Tests;

/// <summary>The smallest files of each kind that is kept.</summary>
public static class TestFiles
{
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Jpeg { get; } = Convert.FromHexString("FFD8FFE000104A46494600010100000100010000FFC0000B080001000101011100FFD9");

    public static byte[] Tiff { get; } = Convert.FromHexString("49492A0008000000010000010300010000000100000000000000");

    public static byte[] BigEndianTiff { get; } = Convert.FromHexString("4D4D002A00000008000101000003000000010001000000000000");

    public static byte[] WebP { get; } = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static IReadOnlyList<(string MediaType, string Extension, byte[] Bytes)> All { get; } =
    [
        ("application/pdf", ".pdf", Pdf("Memorandum")), ("image/png", ".png", Png), ("image/jpeg", ".jpg", Jpeg), ("image/tiff", ".tif", Tiff), ("image/tiff", ".tif", BigEndianTiff), ("image/webp", ".webp", WebP),
    ];

    /// <summary>A document with a line of text on each page.</summary>
    public static byte[] Pdf(params string[] pages)
    {
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
            document.AddPage(PageSize.A4).AddText(text, 12, new PdfPoint(50, 700), font);
        return document.Build();
    }

    /// <summary>A PDF, as far as its kind can be told, of so many bytes.</summary>
    public static byte[] Sized(int length)
    {
        var bytes = new byte[length];
        "%PDF-1.7\n1 0 obj\n"u8.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(^4..), length);
        return bytes;
    }

    public static string Fingerprint(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static Task<Attachment> KeepAsync(this IServiceProvider services, byte[] bytes, string fileName, Actor actor) =>
        services.GetRequiredService<AttachmentStore>().KeepAsync(new MemoryStream(bytes), fileName, actor, TestContext.Current.CancellationToken);

    /// <summary>One of each kind, by an editor of their own.</summary>
    public static async Task KeepAllAsync(IServiceProvider services)
    {
        var editor = new Actor(Guid.NewGuid(), "Edith", CanReview: false, IsAdministrator: false);
        await using (var db = await services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync())
        {
            db.Users.Add(new Account { Id = editor.Id, UserName = $"{editor.Name}-{editor.Id:N}" });
            await db.SaveChangesAsync();
        }
        foreach (var (_, extension, bytes) in All)
            await services.KeepAsync(bytes, "scan" + extension, editor);
    }
}

using CooperationRegistry.Domain.Importing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>The file of an import, laid down beside the program for as long as it is read.</summary>
internal static class ImportFile
{
    public static async Task<FileStream> OpenAsync(RegistryDbContext db, long importId, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            // A split query would hold all of the answer before the first piece is seen.
            await foreach (var piece in db.ImportPieces.AsNoTracking().AsSingleQuery().Where(p => p.ImportId == importId).OrderBy(p => p.Number).Select(p => p.Bytes).AsAsyncEnumerable().WithCancellation(cancellationToken))
                await file.WriteAsync(piece, cancellationToken);
            await file.FlushAsync(cancellationToken);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="Domain.Rules.RefusedException">The file as a whole cannot be read.</exception>
    public static IAsyncEnumerable<FileLine> LinesAsync(FileStream file, ImportFormat format, CancellationToken cancellationToken) =>
        format switch
        {
            ImportFormat.Csv => CsvLines.ReadAsync(file, cancellationToken),
            ImportFormat.Workbook => WorkbookLines.ReadAsync(file, cancellationToken),
            _ => JsonTextLines.ReadAsync(file, cancellationToken),
        };

    /// <summary>By its first bytes: a package is a workbook, a brace begins JSON Lines, all else is a list.</summary>
    public static ImportFormat FormatOf(ReadOnlySpan<byte> beginning)
    {
        if (beginning.StartsWith("PK\u0003\u0004"u8))
            return ImportFormat.Workbook;
        var text = beginning is [0xEF, 0xBB, 0xBF, ..] ? beginning[3..] : beginning;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? ImportFormat.JsonLines : ImportFormat.Csv;
    }
}

using System.Buffers;
using System.Text;

namespace CooperationRegistry.Data.Importing;

/// <summary>Tells the encoding of a text file: by its mark, else UTF-8 where that reads throughout, else GB18030 where that is plausible.</summary>
internal static class FileText
{
    private const int Block = 64 * 1024;
    private const byte FirstHanTrail = 0xA1;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static FileText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>An encoding that reads what it cannot decode as U+FFFD, so that the line where that stands can be told.</returns>
    public static async Task<Encoding> EncodingOfAsync(FileStream file, CancellationToken cancellationToken)
    {
        var mark = new byte[3];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(mark, mark.Length, throwOnEndOfStream: false, cancellationToken);
        if (length >= 2 && mark[0] == 0xFF && mark[1] == 0xFE)
            return Encoding.Unicode;
        if (length >= 2 && mark[0] == 0xFE && mark[1] == 0xFF)
            return Encoding.BigEndianUnicode;
        if (mark is [0xEF, 0xBB, 0xBF] || await ReadsAsync(file, StrictUtf8, cancellationToken))
            return Encoding.UTF8;
        return await IsHanAsync(file, cancellationToken) && await ReadsAsync(file, Gb18030(new DecoderExceptionFallback()), cancellationToken)
            ? Gb18030(new DecoderReplacementFallback("\uFFFD"))
            : Encoding.UTF8;
    }

    private static Encoding Gb18030(DecoderFallback fallback) => Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, fallback);

    private static async Task<bool> ReadsAsync(FileStream file, Encoding encoding, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var (bytes, chars) = (ArrayPool<byte>.Shared.Rent(Block), ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(Block)));
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(bytes.AsMemory(0, Block), cancellationToken);
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    // Almost any bytes read as GB18030. In a Chinese text nearly every pair that begins above ASCII ends high too; in a text of Western
    // letters, or a broken one in UTF-8, many do not.
    private static async Task<bool> IsHanAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var bytes = new byte[Block];
        var (pairs, high, waits) = (0L, 0L, false);
        while (await file.ReadAsync(bytes, cancellationToken) is > 0 and var read)
        {
            foreach (var value in bytes.AsSpan(0, read))
            {
                if (waits)
                {
                    pairs++;
                    high += value >= FirstHanTrail ? 1 : 0;
                    waits = false;
                }
                else
                {
                    waits = value > 0x80;
                }
            }
        }
        return pairs > 0 && high >= pairs * 0.9;
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using CooperationRegistry.Domain.Rules;
using CsvHelper;

namespace CooperationRegistry.Data.Importing;

/// <summary>
/// Reads CSV with any of comma, semicolon and tab. A quotation mark that is never closed costs its own line: reading begins anew
/// behind it.
/// </summary>
internal static class CsvLines
{
    private const int MostRestarts = 50;
    private const int Block = 64 * 1024;

    public static async IAsyncEnumerable<FileLine> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = await FileText.EncodingOfAsync(file, cancellationToken);
        var (skipped, separator) = (0, (char?)null);
        for (var restarts = 0; ; restarts++)
        {
            FileLine? broken = null;
            await foreach (var line in FromAsync(file, encoding, separator, skipped, s => separator = s, cancellationToken))
            {
                if (line.Problem is { Rule: Rule.BrokenQuotes or Rule.CellTooLong } && line.Cells is null)
                    broken = line;
                else
                    yield return line;
            }
            if (broken is null)
                yield break;
            yield return broken;
            if (restarts == MostRestarts)
                yield break;
            skipped = broken.Number;
        }
    }

    // A line without cells says that what follows cannot be told from it.
    private static async IAsyncEnumerable<FileLine> FromAsync(FileStream file, Encoding encoding, char? separator, int skipped, Action<char> found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await SkipAsync(file, encoding, skipped, cancellationToken);
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: skipped == 0, leaveOpen: true);
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = separator, MaxRecordSize = FileLimits.Line, OnMalformedRecord = m => malformed = m };
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        while (true)
        {
            malformed = null;
            bool more;
            FileLine? broken = null;
            try
            {
                more = await csv.ReadAsync(cancellationToken);
            }
            catch (CsvFormatException failed)
            {
                more = false;
                broken = new FileLine(skipped + (int)failed.LineNumber, null, null, Problem.At("", Rule.CellTooLong, null, FileLimits.Cell.ToString(System.Globalization.CultureInfo.InvariantCulture)), Share(file));
            }
            if (broken is not null)
                yield return broken;
            if (!more)
                yield break;
            found(csv.Separator);
            var number = skipped + (int)csv.LineNumber;
            if (malformed is { Reason: CsvMalformedReason.UnterminatedQuote })
            {
                yield return new FileLine(number, null, null, Problem.At("", Rule.BrokenQuotes), Share(file));
                yield break;
            }
            yield return new FileLine(number, csv.Current.ToArray(), null, malformed is null ? null : Problem.At("", Rule.BrokenQuotes), Share(file));
        }
    }

    // In none of the encodings has another character a byte (of UTF-16, a pair) that ends a line.
    private static async Task SkipAsync(FileStream file, Encoding encoding, int lines, CancellationToken cancellationToken)
    {
        var width = encoding is UnicodeEncoding ? 2 : 1;
        var (block, start, before) = (new byte[Block], 0L, '\0');
        file.Position = 0;
        while (lines > 0 && await file.ReadAtLeastAsync(block, Block, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
        {
            for (var at = 0; at + width <= read && lines > 0; at += width)
            {
                var letter = width == 1 ? (char)block[at] : encoding.GetChars(block, at, 2)[0];
                // Two signs together are one end.
                lines -= letter == '\r' || (letter == '\n' && before != '\r') ? 1 : 0;
                before = letter;
                if (lines == 0)
                    start = file.Position - read + at + width;
            }
        }
        file.Position = lines == 0 ? start : file.Length;
        if (lines == 0 && start > 0 && before == '\r')
            await StepOverAsync(file, width, cancellationToken);
    }

    private static async Task StepOverAsync(FileStream file, int width, CancellationToken cancellationToken)
    {
        var (next, at) = (new byte[width], file.Position);
        var read = await file.ReadAtLeastAsync(next, width, throwOnEndOfStream: false, cancellationToken);
        if (read < width || !next.Contains((byte)'\n'))
            file.Position = at;
    }

    private static double Share(FileStream file) => file.Length == 0 ? 1 : (double)file.Position / file.Length;
}

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
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await SkipAsync(text, skipped, cancellationToken);
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

    private static async Task SkipAsync(StreamReader text, int lines, CancellationToken cancellationToken)
    {
        var one = new char[1];
        while (lines > 0 && await text.ReadBlockAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n' || (one[0] == '\r' && text.Peek() != '\n'))
                lines--;
        }
    }

    private static double Share(FileStream file) => file.Length == 0 ? 1 : (double)file.Position / file.Length;
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Importing;

/// <summary>Reads JSON Lines; a line beyond all measure is passed over without being held.</summary>
internal static class JsonTextLines
{
    private const int Block = 32 * 1024;

    public static async IAsyncEnumerable<FileLine> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = await FileText.EncodingOfAsync(file, cancellationToken);
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var (block, line, number, isTooLong) = (new char[Block], new StringBuilder(), 1, false);
        while (await text.ReadAsync(block, cancellationToken) is > 0 and var read)
        {
            for (var at = 0; at < read;)
            {
                var end = Array.IndexOf(block, '\n', at, read - at);
                var length = (end < 0 ? read : end) - at;
                isTooLong |= line.Length + length > FileLimits.Line;
                if (!isTooLong)
                    line.Append(block, at, length);
                at += length + 1;
                if (end < 0)
                    break;
                if (LineOf(number, line, isTooLong, file) is { } whole)
                    yield return whole;
                number++;
                (isTooLong, _) = (false, line.Clear());
            }
        }
        if (LineOf(number, line, isTooLong, file) is { } last)
            yield return last;
    }

    private static FileLine? LineOf(int number, StringBuilder line, bool isTooLong, FileStream file)
    {
        var share = file.Length == 0 ? 1 : (double)file.Position / file.Length;
        if (isTooLong)
            return new FileLine(number, null, "", Problem.At("", Rule.CellTooLong, null, FileLimits.Line.ToString(CultureInfo.InvariantCulture)), share);
        var text = line.ToString().Trim();
        return text.Length == 0 ? null : new FileLine(number, null, text, text.Contains('\uFFFD', StringComparison.Ordinal) ? Problem.At("", Rule.WrongEncoding) : null, share);
    }
}

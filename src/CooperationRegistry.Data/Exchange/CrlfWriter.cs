using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace CooperationRegistry.Data.Exchange;

/// <summary>COPY ends lines with LF; RFC 4180 wants CRLF. A line feed inside quotes belongs to the text and stays as it is.</summary>
internal sealed class CrlfWriter(PipeWriter destination) : IAsyncDisposable
{
    private const int Block = 64 * 1024;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(Block);
    private bool isQuoted;

    public async Task WriteHeaderAsync(IEnumerable<string> columns, bool withMark, CancellationToken cancellationToken)
    {
        var header = string.Join(',', columns) + "\r\n";
        await destination.WriteAsync(Encoding.UTF8.GetBytes(withMark ? "\uFEFF" + header : header), cancellationToken);
    }

    public async Task CopyAsync(Stream lines, CancellationToken cancellationToken)
    {
        // COPY gives a row at a time, which is too little to be sent by itself.
        for (var filled = 0; ;)
        {
            var read = await lines.ReadAsync(buffer.AsMemory(filled, Block - filled), cancellationToken);
            filled += read;
            if (read > 0 && filled < Block)
                continue;
            Translate(buffer.AsSpan(0, filled));
            await destination.FlushAsync(cancellationToken);
            if (read == 0)
                return;
            filled = 0;
        }
    }

    public ValueTask DisposeAsync()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        return ValueTask.CompletedTask;
    }

    private void Translate(ReadOnlySpan<byte> text)
    {
        for (var end = text.IndexOf((byte)'\n'); end >= 0; end = text.IndexOf((byte)'\n'))
        {
            var line = text[..end];
            // An odd number of quotes up to here: the line feed is inside of some.
            isQuoted ^= (line.Count((byte)'"') & 1) == 1;
            destination.Write(line);
            destination.Write(isQuoted ? "\n"u8 : "\r\n"u8);
            text = text[(end + 1)..];
        }
        isQuoted ^= (text.Count((byte)'"') & 1) == 1;
        destination.Write(text);
    }
}

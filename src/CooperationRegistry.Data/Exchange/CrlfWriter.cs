using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace CooperationRegistry.Data.Exchange;

/// <summary>COPY ends lines with LF; RFC 4180 wants CRLF. A line feed inside quotes belongs to the text and stays as it is.</summary>
internal sealed class CrlfWriter(PipeWriter destination) : IAsyncDisposable
{
    private const int Block = 64 * 1024;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(Block);
    private bool quoted;

    public async Task WriteHeaderAsync(IEnumerable<string> columns, bool withMark, CancellationToken cancellationToken)
    {
        var header = string.Join(',', columns) + "\r\n";
        await destination.WriteAsync(Encoding.UTF8.GetBytes(withMark ? "\uFEFF" + header : header), cancellationToken);
    }

    public async Task CopyAsync(Stream lines, CancellationToken cancellationToken)
    {
        while (await lines.ReadAsync(buffer.AsMemory(0, Block), cancellationToken) is > 0 and var read)
        {
            Translate(buffer.AsSpan(0, read));
            await destination.FlushAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        return ValueTask.CompletedTask;
    }

    private void Translate(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var next = text.IndexOfAny((byte)'"', (byte)'\n');
            if (next < 0)
            {
                destination.Write(text);
                return;
            }
            destination.Write(text[..next]);
            if (text[next] == '"')
            {
                quoted = !quoted;
                destination.Write("\""u8);
            }
            else
            {
                destination.Write(quoted ? "\n"u8 : "\r\n"u8);
            }
            text = text[(next + 1)..];
        }
    }
}

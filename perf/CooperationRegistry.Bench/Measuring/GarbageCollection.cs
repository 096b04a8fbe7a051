using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>
/// Makes another .NET process collect its garbage, as tools do that look at a heap: by its diagnostic socket a trace is begun with the
/// keyword that asks for a full collection (docs/design-docs/ipc-protocol.md of dotnet/diagnostics).
/// </summary>
internal static class GarbageCollection
{
    private const byte EventPipe = 0x02;
    private const byte CollectTracing2 = 0x03;
    private const ulong CollectKeyword = 0x800000;
    private const uint Informational = 4;
    private const uint NetTrace = 1;
    private const int HeaderLength = 20;

    private static readonly TimeSpan Collecting = TimeSpan.FromSeconds(3);

    public static async Task ForceAsync(int pid, CancellationToken cancellationToken)
    {
        var path = Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{pid}-*-socket").Single();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Command(), cancellationToken);
        // The events themselves are not wanted; closing the socket ends the trace.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Collecting);
        try
        {
            await stream.CopyToAsync(Stream.Null, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Collected.
        }
    }

    private static byte[] Command()
    {
        using var payload = new MemoryStream();
        Write32(payload, 16); // MB of buffers
        Write32(payload, NetTrace);
        payload.WriteByte(0); // no rundown
        Write32(payload, 1); // one provider
        Write64(payload, CollectKeyword);
        Write32(payload, Informational);
        WriteText(payload, "Microsoft-Windows-DotNETRuntime");
        WriteText(payload, "");
        using var message = new MemoryStream();
        message.Write("DOTNET_IPC_V1\0"u8);
        message.Write([(byte)((HeaderLength + payload.Length) & 0xFF), (byte)((HeaderLength + payload.Length) >> 8), EventPipe, CollectTracing2, 0, 0]);
        payload.WriteTo(message);
        return message.ToArray();
    }

    private static void Write32(Stream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write64(Stream stream, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    // UTF-16 with its end, counted in characters.
    private static void WriteText(Stream stream, string text)
    {
        Write32(stream, (uint)text.Length + 1);
        stream.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }
}

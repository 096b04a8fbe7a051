using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace CooperationRegistry.Web.Tests.Accounts;

/// <summary>A mail server on loopback that takes every letter, spoken to as RFC 5321 has it.</summary>
internal sealed class SmtpListener : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<MimeMessage> letters = Channel.CreateUnbounded<MimeMessage>();

    public SmtpListener()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What has come and was not read yet.</summary>
    public int Waiting => letters.Reader.Count;

    public async Task<MimeMessage> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return await letters.Reader.ReadAsync(patience.Token);
    }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 loopback");
        while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
        {
            await writer.WriteLineAsync(line == "DATA" ? "354 go on" : "250 fine");
            if (line != "DATA")
                continue;
            var letter = new StringBuilder();
            while (await reader.ReadLineAsync() is { } text && text != ".")
                letter.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
            letters.Writer.TryWrite(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(letter.ToString()))));
            await writer.WriteLineAsync("250 taken");
        }
        await writer.WriteLineAsync("221 bye");
    }
}

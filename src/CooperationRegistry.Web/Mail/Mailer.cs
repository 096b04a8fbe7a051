using System.Net.Sockets;
using CooperationRegistry.Web.Options;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CooperationRegistry.Web.Mail;

/// <summary>Hands one letter to the mail server of the settings.</summary>
public sealed partial class Mailer(MailOptions options, ILogger<Mailer> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public bool IsSet => options.IsSet;

    /// <returns>False where there is no mail server, or where it did not take the letter; the log says why.</returns>
    public async Task<bool> SendAsync(string to, string subject, string text, CancellationToken cancellationToken)
    {
        if (!options.IsSet || !MailboxAddress.TryParse(to, out var reader))
            return false;
        using var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        letter.From.Add(MailboxAddress.Parse(options.From!));
        letter.To.Add(reader);
        // Asks that no absence is announced to it.
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Host!, options.Port, Security(), patience.Token);
            if (!string.IsNullOrEmpty(options.User))
                await client.AuthenticateAsync(options.User, options.Password!, patience.Token);
            await client.SendAsync(letter, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return true;
        }
        catch (Exception failure) when (IsTheServers(failure, cancellationToken))
        {
            LogNotSent(logger, options.Host!, failure.GetType().Name, failure.Message);
            return false;
        }
    }

    private SecureSocketOptions Security() =>
        options.Tls switch
        {
            MailTls.None => SecureSocketOptions.None,
            MailTls.Implicit => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };

    private static bool IsTheServers(Exception failure, CancellationToken cancellationToken) =>
        failure is SocketException or IOException or CommandException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server {Host} did not take a letter: {Kind}: {Reason}")]
    private static partial void LogNotSent(ILogger logger, string host, string kind, string reason);
}

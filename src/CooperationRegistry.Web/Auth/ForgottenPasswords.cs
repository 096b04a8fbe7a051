using System.Globalization;
using System.Threading.Channels;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Auth;

/// <summary>
/// Mails links to those who forgot their password. Whoever asks is answered before anything is looked up, so that neither the answer
/// nor its time tells whether an address is known.
/// </summary>
public sealed partial class ForgottenPasswords(
    LinkMails mails, OneTimeLinks links, IDbContextFactory<RegistryDbContext> contexts, TimeProvider time, ILogger<ForgottenPasswords> logger) : BackgroundService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // So that nobody can fill another's mailbox.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly Channel<(string Email, CultureInfo Language)> asked =
        Channel.CreateBounded<(string, CultureInfo)>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether links are mailed at all; where not, an administrator hands them over.</summary>
    public bool AreMailed => mails.AreSent;

    /// <summary>Notes the request down. What is asked while two hundred others wait is lost.</summary>
    public void Ask(string email) => asked.Writer.TryWrite((email, CultureInfo.CurrentUICulture));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, language) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                CultureInfo.CurrentUICulture = language;
                await AnswerAsync(email, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One request that fails, as when the database is away, must not end those after it.
                LogFailed(logger, failure);
            }
        }
    }

    private async Task AnswerAsync(string email, CancellationToken cancellationToken)
    {
        if (!AreMailed || await AddressAsync(email, cancellationToken) is not { } address)
            return;
        var path = $"/account/reset?token={await links.MakeAsync(LinkPurpose.Reset, address, Lifetime, cancellationToken)}";
        await mails.SendAsync(LinkPurpose.Reset, address, path, cancellationToken);
    }

    /// <summary>The account's own address; null where there is none, none that is open, or where a link has just been mailed.</summary>
    private async Task<string?> AddressAsync(string email, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var normalized = email.Normalize().ToUpperInvariant();
        var address = await db.Users
            .Where(u => u.NormalizedEmail == normalized && u.ClosedAt == null && u.PasswordHash != null)
            .Select(u => u.Email)
            .SingleOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await db.OneTimeLinks.AnyAsync(
            l => l.Purpose == LinkPurpose.Reset && l.Email == address && l.UsedAt == null && l.ExpiresAt > now + Lifetime - Pause && l.ExpiresAt <= now + Lifetime,
            cancellationToken)
            ? null
            : address;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link for a forgotten password was not mailed.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

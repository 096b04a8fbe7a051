using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Accounts;

public sealed class OneTimeLinks(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>Makes a token and forgets earlier ones of the same purpose and address.</summary>
    /// <returns>The token, 256 random bits in base64url; it cannot be read again.</returns>
    public async Task<string> MakeAsync(LinkPurpose purpose, string? email, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.OneTimeLinks.Where(l => l.Purpose == purpose && l.Email == email && l.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        db.OneTimeLinks.Add(
            new OneTimeLink
            {
                Purpose = purpose,
                Email = email,
                TokenHash = Hash(token),
                ExpiresAt = time.GetUtcNow() + lifetime,
            });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <returns>Null where the token is unknown, used or expired.</returns>
    public async Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db, purpose, token).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses the token up, so that of two requests at once one wins.</summary>
    public async Task<bool> UseAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await Open(db, purpose, token).ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), cancellationToken) == 1;
    }

    private IQueryable<OneTimeLink> Open(RegistryDbContext db, LinkPurpose purpose, string token)
    {
        var hash = Hash(token);
        var now = time.GetUtcNow();
        return db.OneTimeLinks.Where(l => l.TokenHash == hash && l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt > now);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

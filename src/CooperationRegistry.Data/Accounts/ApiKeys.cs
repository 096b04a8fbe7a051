using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CooperationRegistry.Data.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Accounts;

/// <summary>A key that works, with the role that its account has now; null where it has none.</summary>
public sealed record KnownKey(ApiKey Key, RoleName? Role);

public sealed class ApiKeys(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>What every key begins with, so that one that got out can be found where it lies.</summary>
    public const string Mark = "crk_";

    public const int LongestName = 60;

    private const int TokenLength = 4 + 43;
    private const int PrefixLength = 4 + 6;
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(1);

    /// <returns>The key itself, 256 random bits in base64url; it cannot be read again.</returns>
    public async Task<string> MakeAsync(Account account, string name, IEnumerable<ApiScope> scopes, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var token = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            Name = name,
            Prefix = token[..PrefixLength],
            Hash = HashOf(token),
            Scopes = [.. scopes.Distinct().Order()],
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        await AuditLog.AppendAsync(db, now, account.Email!, [new AuditLine("key.made", key.Prefix, $"{name}: {string.Join(", ", key.Scopes.Select(Domain.ContentJson.Name))}")], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    /// <summary>Newest first, revoked ones too.</summary>
    public async Task<IReadOnlyList<ApiKey>> OfAsync(Account account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AsNoTracking().Where(k => k.AccountId == account.Id).OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id).ToListAsync(cancellationToken);
    }

    /// <summary>For good, from the next request on. A key that is revoked already, or another's, stays as it is.</summary>
    public async Task RevokeAsync(Account account, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var open = db.ApiKeys.Where(k => k.Id == id && k.AccountId == account.Id && k.RevokedAt == null);
        if (await open.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } key || await open.ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, now), cancellationToken) == 0)
            return;
        await AuditLog.AppendAsync(db, now, account.Email!, [new AuditLine("key.revoked", key.Prefix, key.Name)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>Null where the key is unknown, revoked or over, or its account is closed or locked.</returns>
    public async Task<KnownKey?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length != TokenLength || !token.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        var (hash, now) = (HashOf(token), time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.ApiKeys.AsNoTracking().Include(k => k.Account).SingleOrDefaultAsync(k => k.Hash == hash, cancellationToken);
        if (found is null || !found.WorksAt(now) || found.Account.ClosedAt is not null || found.Account.LockoutEnd > now)
            return null;
        var roles = await db.UserRoles.Where(r => r.UserId == found.AccountId).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(cancellationToken);
        if (!(found.LastUsedAt > now - UseNoted))
            await db.ApiKeys.Where(k => k.Id == found.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, now), cancellationToken);
        return new KnownKey(found, roles.Count == 0 ? null : roles.Select(Enum.Parse<RoleName>).Max());
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

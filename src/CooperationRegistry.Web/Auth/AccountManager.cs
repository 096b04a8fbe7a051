using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CooperationRegistry.Web.Auth;

/// <summary>Writes into the audit log what Identity decides by itself: that an account is locked.</summary>
internal sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> logger,
    IDbContextFactory<RegistryDbContext> contexts,
    TimeProvider time) : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var result = await base.AccessFailedAsync(user);
        if (result.Succeeded && await IsLockedOutAsync(user))
        {
            await using var db = await contexts.CreateDbContextAsync(CancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken);
            await AuditLog.AppendAsync(db, time.GetUtcNow(), "sign-in", [new AuditLine("account.locked", user.Email ?? "")], CancellationToken);
            await transaction.CommitAsync(CancellationToken);
        }
        return result;
    }
}

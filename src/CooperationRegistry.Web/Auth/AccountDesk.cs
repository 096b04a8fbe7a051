using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Auth;

/// <summary>
/// What an administrator does to one account. Each change and its line in the audit log are one transaction, and a new security
/// stamp ends the sessions of the person whenever they may do less than before.
/// </summary>
public sealed class AccountDesk(IDbContextFactory<RegistryDbContext> contexts, OneTimeLinks links, TimeProvider time)
{
    // Two administrators who close each other at once are taken one after the other.
    private const long Lock = 0x41434354;

    private const string Administrator = nameof(RoleName.Administrator);

    internal static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(24);

    /// <summary>Gives the account this role and no other.</summary>
    /// <exception cref="DeskException">It is the last administrator's.</exception>
    public Task ChangeRoleAsync(Guid id, RoleName role, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor.Name, (db, account) => SetRoleAsync(db, account, role, cancellationToken), cancellationToken);

    /// <exception cref="DeskException">It is one's own, or the last administrator's.</exception>
    public Task CloseAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            actor.Name,
            async (db, account) =>
            {
                if (id == actor.Id)
                    throw new DeskException("ownAccount", "You cannot close your own account. Another administrator can.");
                if (account.ClosedAt is not null)
                    return null;
                await RequireAnotherAdministratorAsync(db, id, cancellationToken);
                account.ClosedAt = time.GetUtcNow();
                EndSessions(account);
                await db.OneTimeLinks.Where(l => l.Email == account.Email && l.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
                return new AuditLine("account.closed", account.Email!);
            },
            cancellationToken);

    public Task ReopenAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            actor.Name,
            (_, account) =>
            {
                if (account.ClosedAt is null)
                    return Task.FromResult<AuditLine?>(null);
                account.ClosedAt = null;
                return Task.FromResult<AuditLine?>(new AuditLine("account.reopened", account.Email!));
            },
            cancellationToken);

    public Task UnlockAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            actor.Name,
            (_, account) =>
            {
                (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
                return Task.FromResult<AuditLine?>(new AuditLine("account.unlocked", account.Email!));
            },
            cancellationToken);

    /// <summary>For a lost telephone: the password alone opens the account again, until its owner sets another factor up.</summary>
    public Task RemoveSecondFactorAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            actor.Name,
            async (db, account) =>
            {
                account.TwoFactorEnabled = false;
                EndSessions(account);
                // The key of the app and the recovery codes.
                await db.UserTokens.Where(t => t.UserId == id).ExecuteDeleteAsync(cancellationToken);
                return new AuditLine("account.secondFactorRemoved", account.Email!);
            },
            cancellationToken);

    /// <returns>The path of a link with which the account's owner chooses another password, once, within a day.</returns>
    /// <exception cref="DeskException">The account is closed.</exception>
    public async Task<string> MakeResetLinkAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var email = "";
        await ChangeAsync(
            id,
            actor.Name,
            (_, account) =>
            {
                RequireOpen(account);
                email = account.Email!;
                return Task.FromResult<AuditLine?>(new AuditLine("account.resetLinkMade", email));
            },
            cancellationToken);
        return $"/account/reset?token={await links.MakeAsync(LinkPurpose.Reset, email, ResetLifetime, cancellationToken)}";
    }

    internal static void RequireOpen(Account account)
    {
        if (account.ClosedAt is not null)
            throw new DeskException("accountClosed", "This account is closed. Reopen it first.");
    }

    /// <summary>The same for a command, which knows the address alone.</summary>
    internal Task ChangeRoleAsync(Account account, RoleName role, string actor, CancellationToken cancellationToken) =>
        ChangeAsync(account.Id, actor, (db, own) => SetRoleAsync(db, own, role, cancellationToken), cancellationToken);

    private static async Task<AuditLine?> SetRoleAsync(RegistryDbContext db, Account account, RoleName role, CancellationToken cancellationToken)
    {
        var held = await db.UserRoles.Where(r => r.UserId == account.Id).ToListAsync(cancellationToken);
        var wanted = await db.Roles.SingleAsync(r => r.Name == role.ToString(), cancellationToken);
        if (held.Count == 1 && held[0].RoleId == wanted.Id)
            return null;
        if (role != RoleName.Administrator)
            await RequireAnotherAdministratorAsync(db, account.Id, cancellationToken);
        db.UserRoles.RemoveRange(held.Where(r => r.RoleId != wanted.Id));
        if (held.All(r => r.RoleId != wanted.Id))
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = wanted.Id });
        EndSessions(account);
        return new AuditLine("account.roleChanged", account.Email!, role.ToString());
    }

    /// <summary>Refuses what would leave the registry without an administrator who can sign in.</summary>
    private static async Task RequireAnotherAdministratorAsync(RegistryDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var administrators = await db.UserRoles
            .Where(held => db.Roles.Any(role => role.Id == held.RoleId && role.Name == Administrator))
            .Join(db.Users, held => held.UserId, account => account.Id, (_, account) => account)
            .Where(account => account.ClosedAt == null && account.PasswordHash != null)
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        if (administrators.Contains(id) && administrators.Count == 1)
            throw new DeskException("lastAdministrator", "This is the last administrator who can sign in. Make somebody else an administrator first.");
    }

    private static void EndSessions(Account account) => account.SecurityStamp = Guid.NewGuid().ToString();

    private async Task ChangeAsync(Guid id, string actor, Func<RegistryDbContext, Account, Task<AuditLine?>> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        var account = await db.Users.SingleAsync(u => u.Id == id, cancellationToken);
        if (await change(db, account) is not { } line)
            return;
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        await AuditLog.AppendAsync(db, time.GetUtcNow(), actor, [line], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Auth;

/// <summary>Who has an account, who is asked to have one, and the settings of the office.</summary>
public sealed class UserAdmin(UserManager<Account> users, AccountDesk desk, OneTimeLinks links, IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>Makes an account without a password, or gives an existing one the role in the place of the one it had.</summary>
    /// <returns>The path of a link that sets the password once; null where the account has one.</returns>
    /// <exception cref="DeskException">The address is not one, the account is closed, or it is the last administrator's.</exception>
    public async Task<string?> AddAsync(string email, RoleName role, string actor, CancellationToken cancellationToken)
    {
        var account = await users.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account { UserName = email, Email = email };
            Require(await users.CreateAsync(account));
            Require(await users.AddToRoleAsync(account, role.ToString()));
        }
        AccountDesk.RequireOpen(account);
        await desk.ChangeRoleAsync(account, role, actor, cancellationToken);
        if (account.PasswordHash is not null)
            return null;
        await AuditAsync(actor, new AuditLine("account.invited", account.Email ?? email, role.ToString()), cancellationToken);
        return $"/account/invitation?token={await links.MakeAsync(LinkPurpose.Invitation, account.Email, InvitationLifetime, cancellationToken)}";
    }

    /// <summary>The same for an address that has no account yet.</summary>
    /// <exception cref="DeskException">The address is not one, or it has an account with a password.</exception>
    public async Task<string> InviteAsync(string email, RoleName role, string actor, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is { PasswordHash: not null })
            throw new DeskException("accountExists", "There is an account with this address already. Choose it in the list to change its role or to make a reset link.");
        return (await AddAsync(email, role, actor, cancellationToken))!;
    }

    public async Task<IReadOnlyList<AccountLine>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await db.Users
            .OrderBy(u => u.Email)
            .Select(u => new
            {
                Account = u,
                Roles = db.UserRoles.Where(r => r.UserId == u.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToList(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. lines.Select(l => LineOf(l.Account, l.Roles))];
    }

    // An account of before each person had one role counts as what it may do.
    private AccountLine LineOf(Account account, List<string> roles)
    {
        RoleName? role = roles.Count == 0 ? null : roles.Select(Enum.Parse<RoleName>).Max();
        var locked = account.LockoutEnd > time.GetUtcNow() ? account.LockoutEnd : null;
        var state = account switch
        {
            { ClosedAt: not null } => AccountState.Closed,
            { PasswordHash: null } => AccountState.Invited,
            _ => locked is null ? AccountState.Active : AccountState.Locked,
        };
        return new AccountLine(account.Id, account.Email ?? "", role, state, locked, account.TwoFactorEnabled);
    }

    /// <summary>The addresses of those who may publish.</summary>
    public async Task<IReadOnlyList<string>> ReviewersAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(a => a is { State: AccountState.Active or AccountState.Locked, Role: RoleName.Reviewer or RoleName.Administrator }).Select(a => a.Email)];

    public async Task<bool> IsOnePersonOfficeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Settings.Select(s => s.OnePersonOffice).SingleAsync(cancellationToken);
    }

    public async Task SetOnePersonOfficeAsync(bool allowed, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Settings.ExecuteUpdateAsync(s => s.SetProperty(o => o.OnePersonOffice, allowed), cancellationToken);
        await AuditLog.AppendAsync(db, time.GetUtcNow(), actor, [new AuditLine("settings.changed", "onePersonOffice", allowed ? "true" : "false")], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>For what Identity has stored by itself already.</summary>
    public async Task AuditAsync(string actor, AuditLine line, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AuditLog.AppendAsync(db, time.GetUtcNow(), actor, [line], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new DeskException("accountRefused", string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Auth;

/// <summary>What administrators do with accounts and with the settings of the office.</summary>
public sealed class UserAdmin(UserManager<Account> users, OneTimeLinks links, IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>Makes an account without a password, or gives an existing one the role.</summary>
    /// <returns>The path of a link that sets the password once; null where the account has one.</returns>
    /// <exception cref="DeskException">The address is not one.</exception>
    public async Task<string?> AddAsync(string email, RoleName role, string actor, CancellationToken cancellationToken)
    {
        var account = await users.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account { UserName = email, Email = email };
            Require(await users.CreateAsync(account));
        }
        if (!await users.IsInRoleAsync(account, role.ToString()))
            Require(await users.AddToRoleAsync(account, role.ToString()));
        await AuditAsync(actor, new AuditLine("account.added", account.Email ?? email, role.ToString()), cancellationToken);
        return account.PasswordHash is null
            ? $"/account/invitation?token={await links.MakeAsync(LinkPurpose.Invitation, account.Email, InvitationLifetime, cancellationToken)}"
            : null;
    }

    public async Task<IReadOnlyList<AccountLine>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await db.Users
            .OrderBy(u => u.Email)
            .Select(u => new
            {
                u.Email,
                HasPassword = u.PasswordHash != null,
                Roles = db.UserRoles.Where(r => r.UserId == u.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToList(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. lines.Select(l => new AccountLine(l.Email ?? "", [.. l.Roles.Select(Enum.Parse<RoleName>).Order()], l.HasPassword))];
    }

    /// <summary>The addresses of those who may publish.</summary>
    public async Task<IReadOnlyList<string>> ReviewersAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(a => a.HasPassword && a.Roles.Any(r => r != RoleName.Editor)).Select(a => a.Email)];

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

/// <param name="Email">What its owner signs in with.</param>
/// <param name="Roles">In the order of <see cref="RoleName"/>.</param>
/// <param name="HasPassword">False until the invitation is taken up.</param>
public sealed record AccountLine(string Email, IReadOnlyList<RoleName> Roles, bool HasPassword);

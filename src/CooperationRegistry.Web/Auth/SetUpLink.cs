using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Auth;

/// <summary>The way in while there is no administrator. No password is ever set by default.</summary>
public sealed class SetUpLink(IDbContextFactory<RegistryDbContext> contexts, OneTimeLinks links)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <returns>The path of a fresh link (older ones stop working), or null once there is an administrator.</returns>
    public async Task<string?> RenewAsync(CancellationToken cancellationToken) =>
        await IsDoneAsync(cancellationToken)
            ? null
            : $"/account/set-up?token={await links.MakeAsync(LinkPurpose.SetUp, null, Lifetime, cancellationToken)}";

    public async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UserRoles
            .Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name)
            .AnyAsync(name => name == nameof(RoleName.Administrator), cancellationToken);
    }
}

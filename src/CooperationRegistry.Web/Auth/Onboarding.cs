using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

/// <summary>Takes up one-time links: the first administrator's, invitations, and those for a forgotten password.</summary>
public sealed class Onboarding(UserManager<Account> users, SignInManager<Account> signIn, OneTimeLinks links, SetUpLink setUp, UserAdmin admin)
{
    public async Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string? token, CancellationToken cancellationToken) =>
        token is null || (purpose == LinkPurpose.SetUp && await setUp.IsDoneAsync(cancellationToken))
            ? null
            : await links.FindAsync(purpose, token, cancellationToken);

    /// <summary>Makes the first administrator and signs them in.</summary>
    /// <returns>What is wrong with the address or the password, the link still good; or <see cref="LinkGone"/>.</returns>
    public async Task<IReadOnlyList<IdentityError>> SetUpAsync(
        string token, string email, string password, bool onePersonOffice, CancellationToken cancellationToken)
    {
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true };
        if (await ErrorsAsync(account, password) is { Count: > 0 } errors)
            return errors;
        // Used up first: of two requests at once only one makes an administrator. A restart prints a new link.
        if (await setUp.IsDoneAsync(cancellationToken) || !await links.UseAsync(LinkPurpose.SetUp, token, cancellationToken))
            return [LinkGone];

        var result = await users.CreateAsync(account, password);
        if (result.Succeeded)
            result = await users.AddToRoleAsync(account, nameof(RoleName.Administrator));
        if (!result.Succeeded)
            return [.. result.Errors];
        await admin.AuditAsync(email, new AuditLine("account.added", email, nameof(RoleName.Administrator)), cancellationToken);
        await admin.SetOnePersonOfficeAsync(onePersonOffice, email, cancellationToken);
        await signIn.SignInAsync(account, isPersistent: false);
        return [];
    }

    /// <summary>Sets the password of an invited account and signs its owner in.</summary>
    public async Task<IReadOnlyList<IdentityError>> AcceptAsync(string token, string password, CancellationToken cancellationToken)
    {
        var link = await FindAsync(LinkPurpose.Invitation, token, cancellationToken);
        if (link?.Email is null || await users.FindByEmailAsync(link.Email) is not { ClosedAt: null } account)
            return [LinkGone];
        if (await ErrorsAsync(account, password) is { Count: > 0 } errors)
            return errors;
        if (!await links.UseAsync(LinkPurpose.Invitation, token, cancellationToken))
            return [LinkGone];

        account.EmailConfirmed = true;
        var result = await users.AddPasswordAsync(account, password);
        if (!result.Succeeded)
            return [.. result.Errors];
        await signIn.SignInAsync(account, isPersistent: false);
        return [];
    }

    /// <summary>
    /// Sets another password and ends all sessions. Nobody is signed in by it: a second factor, where there is one, is asked for as always.
    /// </summary>
    public async Task<IReadOnlyList<IdentityError>> ResetAsync(string token, string password, CancellationToken cancellationToken)
    {
        var link = await FindAsync(LinkPurpose.Reset, token, cancellationToken);
        if (link?.Email is null || await users.FindByEmailAsync(link.Email) is not { ClosedAt: null } account)
            return [LinkGone];
        if (await ErrorsAsync(account, password) is { Count: > 0 } errors)
            return errors;
        if (!await links.UseAsync(LinkPurpose.Reset, token, cancellationToken))
            return [LinkGone];

        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        var result = await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
        if (!result.Succeeded)
            return [.. result.Errors];
        await admin.AuditAsync(account.Email!, new AuditLine("account.passwordReset", account.Email!), cancellationToken);
        return [];
    }

    public static IdentityError LinkGone { get; } = new() { Code = nameof(LinkGone) };

    private async Task<List<IdentityError>> ErrorsAsync(Account account, string password)
    {
        var errors = new List<IdentityError>();
        foreach (var validator in users.UserValidators)
            errors.AddRange((await validator.ValidateAsync(users, account)).Errors);
        foreach (var validator in users.PasswordValidators)
            errors.AddRange((await validator.ValidateAsync(users, account, password)).Errors);
        return [.. errors.DistinctBy(e => e.Code)];
    }
}

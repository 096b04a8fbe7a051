using System.Security.Claims;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

/// <summary>
/// What people do with their own account. A changed password or second factor ends the sessions opened before, but for the one
/// it is changed in. What changes is written to the audit log.
/// </summary>
public sealed class OwnAccount(UserManager<Account> users, SignInManager<Account> signIn, UserAdmin admin)
{
    private const int RecoveryCodes = 10;

    public async Task<Account> OfAsync(ClaimsPrincipal person) =>
        await users.GetUserAsync(person) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Counts wrong tries as signing in does: whoever finds an open session may not guess on.</summary>
    public async Task<bool> IsPasswordAsync(Account account, string? password) =>
        (await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true)).Succeeded;

    /// <param name="account">Whose password it is.</param>
    /// <param name="present">Known to be right, by <see cref="IsPasswordAsync"/>.</param>
    /// <param name="password">The new one.</param>
    /// <param name="cancellationToken">Ends the wait for the audit log.</param>
    /// <returns>What is wrong with the new password.</returns>
    public async Task<IReadOnlyList<IdentityError>> ChangePasswordAsync(Account account, string present, string password, CancellationToken cancellationToken)
    {
        var result = await users.ChangePasswordAsync(account, present, password);
        if (!result.Succeeded)
            return [.. result.Errors];
        await KeepSessionAsync(account, "account.passwordChanged", cancellationToken);
        return [];
    }

    /// <summary>The key that an authenticator app is given; null until one is made.</summary>
    public Task<string?> KeyAsync(Account account) => users.GetAuthenticatorKeyAsync(account);

    public async Task MakeKeyAsync(Account account)
    {
        await users.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
    }

    /// <returns>The recovery codes, which can be shown this once; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SwitchOnAsync(Account account, string? code, CancellationToken cancellationToken)
    {
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, SecondStep.Digits(code)))
            return null;
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await KeepSessionAsync(account, "account.secondFactorOn", cancellationToken);
        return [.. codes!];
    }

    /// <summary>The key goes with it: an app that still has it is of no use any more.</summary>
    public async Task SwitchOffAsync(Account account, CancellationToken cancellationToken)
    {
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await KeepSessionAsync(account, "account.secondFactorOff", cancellationToken);
    }

    public Task<int> CodesLeftAsync(Account account) => users.CountRecoveryCodesAsync(account);

    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account, CancellationToken cancellationToken)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await KeepSessionAsync(account, "account.recoveryCodesMade", cancellationToken);
        return [.. codes!];
    }

    private async Task KeepSessionAsync(Account account, string action, CancellationToken cancellationToken)
    {
        await signIn.RefreshSignInAsync(account);
        await admin.AuditAsync(account.Email!, new AuditLine(action, account.Email!), cancellationToken);
    }
}

using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

/// <summary>The step after the password, for accounts with a second factor. A cookie of five minutes knows who is between the two.</summary>
public sealed class SecondStep(SignInManager<Account> signIn, UserManager<Account> users, UserAdmin admin)
{
    public const string Path = "/account/second-factor";
    public const string RecoveryPath = "/account/recovery-code";

    public async Task<bool> IsAwaitedAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Wrong codes count toward the lock, like wrong passwords.</summary>
    public async Task<bool> TryCodeAsync(string? code) =>
        (await signIn.TwoFactorAuthenticatorSignInAsync(Digits(code), isPersistent: false, rememberClient: false)).Succeeded;

    public async Task<bool> TryRecoveryCodeAsync(string? code, CancellationToken cancellationToken)
    {
        // The framework asks neither of these for recovery codes, nor does it count wrong ones.
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account || !await signIn.CanSignInAsync(account) || await users.IsLockedOutAsync(account))
            return false;
        if (!(await signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCode(code))).Succeeded)
        {
            await users.AccessFailedAsync(account);
            return false;
        }
        await admin.AuditAsync(account.Email!, new AuditLine("account.recoveryCodeUsed", account.Email!), cancellationToken);
        return true;
    }

    /// <summary>As apps group them and as Chinese keyboards write them.</summary>
    internal static string Digits(string? code) =>
        new([.. (code ?? "").Where(char.IsDigit).Select(c => (char)('0' + (int)char.GetNumericValue(c)))]);

    private static string RecoveryCode(string? code)
    {
        var signs = new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return signs.Length == 10 ? $"{signs[..5]}-{signs[5..]}" : signs;
    }
}

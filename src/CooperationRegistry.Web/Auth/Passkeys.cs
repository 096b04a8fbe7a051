using System.Buffers.Text;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

/// <summary>Keys that a person's device holds (WebAuthn). One proves both the device and, by PIN or finger, its owner: no second factor is asked after it.</summary>
public sealed class Passkeys(UserManager<Account> users, SignInManager<Account> signIn, UserAdmin admin)
{
    public const int LongestName = 60;

    public async Task<IReadOnlyList<UserPasskeyInfo>> AllAsync(Account account) =>
        [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)];

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public async Task<UserPasskeyInfo?> FindAsync(Account account, string id) => (await AllAsync(account)).FirstOrDefault(p => IdOf(p) == id);

    /// <summary>What the browser is asked for a new key with, as JSON.</summary>
    public Task<string> CreationOptionsAsync(Account account) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! });

    /// <returns>False where it does not answer the options given last, or belongs to somebody else.</returns>
    public async Task<bool> AddAsync(Account account, string name, string credential, CancellationToken cancellationToken)
    {
        var attestation = await AnswerAsync(() => signIn.PerformPasskeyAttestationAsync(credential));
        if (attestation is not { Succeeded: true } || attestation.UserEntity.Id != account.Id.ToString())
            return false;
        attestation.Passkey.Name = name;
        if (!(await users.AddOrUpdatePasskeyAsync(account, attestation.Passkey)).Succeeded)
            return false;
        await AuditAsync(account, "account.passkeyAdded", name, cancellationToken);
        return true;
    }

    public Task RenameAsync(Account account, UserPasskeyInfo passkey, string name)
    {
        passkey.Name = name;
        return users.AddOrUpdatePasskeyAsync(account, passkey);
    }

    public async Task RemoveAsync(Account account, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        await AuditAsync(account, "account.passkeyRemoved", passkey.Name, cancellationToken);
    }

    /// <summary>What the browser is asked for any key of this site with, as JSON.</summary>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<bool> SignInAsync(string credential)
    {
        var assertion = await AnswerAsync(() => signIn.PerformPasskeyAssertionAsync(credential));
        if (assertion is not { Succeeded: true, User: { } account } || !await signIn.CanSignInAsync(account) || await users.IsLockedOutAsync(account))
            return false;
        // Its count of uses went up; a copy of the key would give itself away by a lower one.
        if (!(await users.AddOrUpdatePasskeyAsync(account, assertion.Passkey)).Succeeded)
            return false;
        await signIn.SignInAsync(account, isPersistent: false);
        return true;
    }

    // The framework throws where no options were given, or too long ago.
    private static async Task<T?> AnswerAsync<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private Task AuditAsync(Account account, string action, string? name, CancellationToken cancellationToken) =>
        admin.AuditAsync(account.Email!, new AuditLine(action, account.Email!, name), cancellationToken);
}

using CooperationRegistry.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

public sealed class PasswordSignIn(SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private static string? hashOfNobody;

    /// <summary>
    /// Signs in, asks for the second factor, or says no without saying why: an unknown address, a wrong password, a locked and a
    /// closed account answer alike and take one password check each.
    /// </summary>
    public async Task<SignInResult> TryAsync(string email, string password)
    {
        var account = await users.FindByEmailAsync(email);
        if (account is { PasswordHash: not null, ClosedAt: null } && !await users.IsLockedOutAsync(account))
            return await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);

        hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, hashOfNobody, password);
        return SignInResult.Failed;
    }
}

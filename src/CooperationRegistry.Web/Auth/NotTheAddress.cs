using CooperationRegistry.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Auth;

/// <summary>Length is what makes a password strong; only what an attacker tries first is refused besides.</summary>
internal sealed class NotTheAddress(IStringLocalizer<AccountTexts> texts) : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var name = user.Email?.Split('@')[0];
        var guessed = name is { Length: > 3 } && password?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;
        return Task.FromResult(
            guessed
                ? IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsAddress", Description = texts["PasswordHoldsAddress"] })
                : IdentityResult.Success);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Auth;

/// <summary>What can be wrong with an account, in the reader's language.</summary>
internal sealed class AccountErrors(IStringLocalizer<AccountTexts> texts) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), length);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), uniqueChars);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail));

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail));

    // The user name is the address; what is wrong with it is said once, of the address.
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidEmail));

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateEmail));

    private IdentityError Error(string code, params object[] arguments) => new() { Code = code, Description = texts[code, arguments] };
}

using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Data.Accounts;

public sealed class Account : IdentityUser<Guid>;

public enum RoleName
{
    Editor,
    Reviewer,
    Administrator,
}

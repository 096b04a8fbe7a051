using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Data.Accounts;

public sealed class Account : IdentityUser<Guid>
{
    /// <summary>When an administrator closed it: its owner signs in no more, what they did keeps their name. Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

public enum RoleName
{
    Editor,
    Reviewer,
    Administrator,
}

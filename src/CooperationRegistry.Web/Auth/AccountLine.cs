using CooperationRegistry.Data.Accounts;

namespace CooperationRegistry.Web.Auth;

public enum AccountState
{
    Active,
    Invited,
    Locked,
    Closed,
}

/// <summary>An account as administrators see it.</summary>
/// <param name="Email">What its owner signs in with.</param>
/// <param name="Role">Null where it has none and so may do nothing.</param>
/// <param name="LockedUntil">When failures ceased to count against it, or will.</param>
public sealed record AccountLine(Guid Id, string Email, RoleName? Role, AccountState State, DateTimeOffset? LockedUntil, bool HasSecondFactor);

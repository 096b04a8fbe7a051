namespace CooperationRegistry.Data.Accounts;

public enum LinkPurpose
{
    /// <summary>Makes the first administrator.</summary>
    SetUp,

    /// <summary>Lets a person who was added choose a password.</summary>
    Invitation,

    /// <summary>Lets a person who forgot their password choose another.</summary>
    Reset,
}

/// <summary>A link that works once. Only the hash of its token is kept.</summary>
public sealed class OneTimeLink
{
    public long Id { get; set; }

    public LinkPurpose Purpose { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; set; } = [];

    /// <summary>Whom an invitation or a reset is for; null for set-up.</summary>
    public string? Email { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

namespace CooperationRegistry.Data.Accounts;

/// <summary>What a key may be used for. Its account's role has to allow it as well, each time.</summary>
public enum ApiScope
{
    /// <summary>What is one's own: proposals and what became of them. What is published needs no key.</summary>
    Read,
    Propose,
    Publish,
}

/// <summary>Lets a program act for an account. Only the hash of the key is kept.</summary>
public sealed class ApiKey
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public Account Account { get; init; } = null!;

    public string Name { get; init; } = "";

    /// <summary>How the key begins, by which its owner tells it from others.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>SHA-256 of the key.</summary>
    public byte[] Hash { get; init; } = [];

    public List<ApiScope> Scopes { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Within a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public bool WorksAt(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}

using System.Globalization;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>One line of the audit log. It carries the hash of the line before, so that a change anywhere shows.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>To the microsecond, which is what the store keeps.</summary>
    public DateTimeOffset At { get; private set; }

    public string Actor { get; private set; } = "";

    /// <summary><c>proposal.submitted</c>, <c>record.published</c>, <c>user.added</c> …</summary>
    public string Action { get; private set; } = "";

    /// <summary>What it was done to: a record's id and revision, a proposal's number, an account.</summary>
    public string Subject { get; private set; } = "";

    public string? Details { get; private set; }

    /// <summary>SHA-256 in hexadecimal; 64 zeros before the first line.</summary>
    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public static string Beginning { get; } = new('0', 64);

    /// <param name="number">Of the entry before; 0 where there is none.</param>
    /// <param name="hash">Of the entry before.</param>
    public static AuditEntry After(long number, string hash, DateTimeOffset at, string actor, string action, string subject, string? details)
    {
        var entry = new AuditEntry
        {
            Number = number + 1,
            At = Fingerprint.Kept(at),
            Actor = actor,
            Action = action,
            Subject = subject,
            Details = details,
            PreviousHash = hash,
        };
        entry.Hash = entry.ComputedHash();
        return entry;
    }

    public string ComputedHash() =>
        Fingerprint.Of(Number.ToString(CultureInfo.InvariantCulture), Fingerprint.Time(At), Actor, Action, Subject, Fingerprint.Optional(Details), PreviousHash);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

    public static AuditEntry After(AuditEntry? last, DateTimeOffset at, string actor, string action, string subject, string? details)
    {
        var entry = new AuditEntry
        {
            Number = (last?.Number ?? 0) + 1,
            At = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
            Actor = actor,
            Action = action,
            Subject = subject,
            Details = details,
            PreviousHash = last?.Hash ?? Beginning,
        };
        entry.Hash = entry.ComputedHash();
        return entry;
    }

    public string ComputedHash()
    {
        string[] parts = [Number.ToString(CultureInfo.InvariantCulture), At.UtcTicks.ToString(CultureInfo.InvariantCulture), Actor, Action, Subject, Details is null ? "-" : "+" + Details, PreviousHash];
        // Lengths before the parts, so that no two different lines can read the same.
        var text = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

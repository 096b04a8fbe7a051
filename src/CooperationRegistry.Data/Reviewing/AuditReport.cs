using System.Globalization;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>An end of the chain that somebody wrote down: <c>1234:9f86d0…</c>.</summary>
public sealed record KeptHead(long Number, string Hash)
{
    /// <returns>Null where it is none.</returns>
    public static KeptHead? Read(string text) =>
        text.Trim().Split(':') is [var number, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigit) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? new KeptHead(read, hash.ToLowerInvariant())
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}

/// <summary>What is wrong with the log. Its sentence is in AuditTexts, under <c>Fault_</c> and this name.</summary>
public enum AuditFaultKind
{
    Missing,
    Changed,

    /// <summary>Something was put before it, moved, or taken out and the numbers closed up.</summary>
    Unlinked,
    MissingAtEnd,
    AddedAtEnd,
    EndChanged,
    NoHead,
    KeptMissing,
    KeptChanged,
    RevisionUnknown,
    RevisionChanged,
    RevisionMissing,
}

/// <param name="First">The number of the entry, or of the first one.</param>
/// <param name="Last">Where several are meant, the last one's; else the same.</param>
/// <param name="Revision"><c>CR-000001 r3</c>, where it is about one.</param>
public sealed record AuditFault(AuditFaultKind Kind, long First, long Last, string? Revision = null)
{
    public static AuditFault At(AuditFaultKind kind, long number) => new(kind, number, number);

    public static AuditFault Of(AuditFaultKind kind, string revision) => new(kind, 0, 0, revision);
}

/// <param name="Entries">How many there are.</param>
/// <param name="Head">The last one.</param>
/// <param name="Revisions">How many were compared with what their entries say of them.</param>
/// <param name="Unmarked">How many are from before entries said so.</param>
/// <param name="Faults">Empty where all holds. The first ones, where there are very many.</param>
public sealed record AuditReport(long Entries, KeptHead Head, long Revisions, long Unmarked, IReadOnlyList<AuditFault> Faults)
{
    public static KeptHead Beginning { get; } = new(0, AuditEntry.Beginning);
}

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Where the chain of the audit log ends, so that entries taken off its end are missed; one row.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;

    /// <summary>Of the last entry; 0 before the first.</summary>
    public long Number { get; set; }

    public string Hash { get; set; } = Domain.Reviewing.AuditEntry.Beginning;
}

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>Says that a record was taken back, and why. Never changed, never deleted, so the id is never given to another; the record may come back.</summary>
public sealed class Tombstone
{
    private Tombstone()
    {
    }

    public RecordKind Kind { get; private set; }

    public string RecordId { get; private set; } = "";

    /// <summary>The last revision that was public; one that brings the record back goes on from there.</summary>
    public int Revision { get; private set; }

    /// <summary>What the record was called.</summary>
    public string Name { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string By { get; private set; } = "";

    public static Tombstone Of(Record record, string name, string reason, string by, DateTimeOffset at) =>
        new()
        {
            Kind = record.Kind,
            RecordId = record.Id,
            Revision = record.Revision,
            Name = name,
            Reason = reason,
            At = at,
            By = by,
        };
}

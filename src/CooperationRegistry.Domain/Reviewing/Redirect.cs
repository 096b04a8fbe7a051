namespace CooperationRegistry.Domain.Reviewing;

/// <summary>Where the id of a merged record leads. Never changed, never deleted, so the id is never given again.</summary>
public sealed class Redirect
{
    private Redirect()
    {
    }

    public RecordKind Kind { get; private set; }

    public string FromId { get; private set; } = "";

    /// <summary>Itself a merged record's, where that one was merged later.</summary>
    public string IntoId { get; private set; } = "";

    /// <summary>What the merged record was called.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string By { get; private set; } = "";

    public static Redirect Of(Record from, Record into, string name, string by, DateTimeOffset at) =>
        new()
        {
            Kind = from.Kind,
            FromId = from.Id,
            IntoId = into.Id,
            Name = name,
            At = at,
            By = by,
        };
}

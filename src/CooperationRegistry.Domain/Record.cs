namespace CooperationRegistry.Domain;

/// <summary>A published record: its lasting id, what it says now, and how many times it was published.</summary>
public abstract class Record
{
    public string Id { get; protected set; } = "";

    /// <summary>1 at first publication, one more each time.</summary>
    public int Revision { get; protected set; }

    /// <summary>When this revision was published, UTC.</summary>
    public DateTimeOffset PublishedAt { get; protected set; }

    public abstract RecordKind Kind { get; }

    public abstract RecordContent Body { get; }

    /// <exception cref="InvalidCastException">The content is of another noun.</exception>
    public abstract void Publish(RecordContent content, DateTimeOffset at);

    /// <param name="kind">Of the noun.</param>
    /// <param name="id">Its lasting one.</param>
    /// <param name="after">The number of the last revision under this id, where it was published before.</param>
    public static Record Create(RecordKind kind, string id, int after = 0)
    {
        Record record = kind switch
        {
            RecordKind.Source => new Sources.Source(),
            RecordKind.City => new Cities.City(),
            RecordKind.Partner => new Partners.Partner(),
            RecordKind.Agreement => new Agreements.Agreement(),
            RecordKind.Project => new Projects.Project(),
            RecordKind.CapacityStat => new CapacityStats.CapacityStat(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        (record.Id, record.Revision) = (id, after);
        return record;
    }
}

public abstract class Record<TContent> : Record
    where TContent : RecordContent
{
    private TContent content = null!;

    public TContent Content
    {
        get
        {
            ListOrder.Restore(content);
            return content;
        }
    }

    public override RecordKind Kind => content.Record;

    public override RecordContent Body => Content;

    public override void Publish(RecordContent content, DateTimeOffset at)
    {
        this.content = (TContent)content;
        ListOrder.Note(content);
        Revision++;
        PublishedAt = at;
    }
}

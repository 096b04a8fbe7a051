using System.Globalization;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>What a record said from one publication to the next. Never changed, never deleted.</summary>
public sealed class Revision
{
    private Revision()
    {
    }

    public RecordKind Kind { get; private set; }

    public string RecordId { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>As <see cref="ContentJson"/> writes it.</summary>
    public string Content { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Null where a file was loaded.</summary>
    public long? ProposalId { get; private set; }

    public string Author { get; private set; } = "";

    public string Reviewer { get; private set; } = "";

    public string? Note { get; private set; }

    public static Revision Of(Record record, string author, string reviewer, string? note, long? proposalId) =>
        new()
        {
            Kind = record.Kind,
            RecordId = record.Id,
            Number = record.Revision,
            Content = ContentJson.Write(record.Body),
            PublishedAt = record.PublishedAt,
            Author = author,
            Reviewer = reviewer,
            Note = note,
            ProposalId = proposalId,
        };

    /// <summary>What it is called in the audit log: <c>CR-000001 r3</c>.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"{RecordId} r{Number}");

    /// <summary>SHA-256 over all that is kept of it.</summary>
    public string ComputedHash() =>
        Fingerprint.Of(
            ContentJson.Name(Kind),
            RecordId,
            Number.ToString(CultureInfo.InvariantCulture),
            Content,
            Fingerprint.Time(PublishedAt),
            Fingerprint.Optional(ProposalId?.ToString(CultureInfo.InvariantCulture)),
            Author,
            Reviewer,
            Fingerprint.Optional(Note));

    /// <summary>The record as it was published then.</summary>
    public Record Restore()
    {
        var record = Record.Create(Kind, RecordId, Number - 1);
        record.Publish(ContentJson.Read(Kind, Content), PublishedAt);
        return record;
    }
}

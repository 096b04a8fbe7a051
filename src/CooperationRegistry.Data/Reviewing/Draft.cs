using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>A new record made on the way, under a temporary id (<c>~1</c>).</summary>
public sealed class Companion
{
    public required string Id { get; init; }

    public required RecordContent Content { get; set; }
}

/// <summary>A proposal as a form edits it.</summary>
public sealed class Draft
{
    /// <summary>0 until it is saved for the first time.</summary>
    public long Id { get; internal set; }

    public required RecordKind Kind { get; init; }

    /// <summary>Null for a new record.</summary>
    public string? RecordId { get; init; }

    public int BaseRevision { get; init; }

    public required RecordContent Content { get; set; }

    public List<Companion> Companions { get; init; } = [];

    /// <summary>
    /// What was typed and could not be read as a quantity or a sum yet, by the path of its box. Behind a record made on the way its
    /// id stands first: <c>~1/figures/f1/quantity</c>.
    /// </summary>
    public SortedDictionary<string, string> Unread { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The revision whose content it began with; null where it began with what is published.</summary>
    public int? BringsBack { get; set; }

    /// <summary>The keys that items of the record have or had in any revision.</summary>
    public KeysGiven PastKeys { get; } = new();

    public ProposalState State { get; internal set; }

    public string Author { get; init; } = "";

    public Guid AuthorId { get; init; }

    /// <summary>The reviewer's last word.</summary>
    public string? Note { get; init; }

    /// <summary>The reviewer's last notes on single fields, by path as <see cref="Unread"/> has it; shown until it is decided anew.</summary>
    public SortedDictionary<string, string> Notes { get; init; } = new(StringComparer.Ordinal);

    public DateTimeOffset? SavedAt { get; internal set; }

    public DateTimeOffset? SubmittedAt { get; internal set; }

    internal int Version { get; set; }

    internal string CompanionsJson() =>
        JsonSerializer.Serialize(
            Companions.Select(c => new RecordLine(c.Content.Record, c.Id, JsonSerializer.SerializeToElement(c.Content, c.Content.GetType(), ContentJson.Options))),
            ContentJson.Options);

    internal string UnreadJson() => JsonSerializer.Serialize(Unread, ContentJson.Options);

    private static SortedDictionary<string, string> Texts(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json, ContentJson.Options)!, StringComparer.Ordinal);

    internal static Draft Of(Proposal proposal) =>
        new()
        {
            Id = proposal.Id,
            Kind = proposal.Kind,
            RecordId = proposal.RecordId,
            BaseRevision = proposal.BaseRevision,
            Content = ContentJson.Read(proposal.Kind, proposal.Content),
            Companions =
            [
                .. JsonSerializer.Deserialize<List<RecordLine>>(proposal.Companions, ContentJson.Options)!
                    .Select(line => new Companion { Id = line.Id, Content = ContentJson.Read(line.Record, line.Content.GetRawText()) }),
            ],
            Unread = Texts(proposal.Unread),
            Notes = Texts(proposal.Notes),
            State = proposal.State,
            Author = proposal.AuthorName,
            AuthorId = proposal.AuthorId,
            Note = proposal.Note,
            SavedAt = proposal.SavedAt,
            SubmittedAt = proposal.SubmittedAt,
            Version = proposal.Version,
        };
}

/// <summary>A proposal in a list of work.</summary>
public sealed record ProposalLine(
    long Id,
    RecordKind Kind,
    string? RecordId,
    string Title,
    ProposalState State,
    string Author,
    DateTimeOffset SavedAt,
    DateTimeOffset? SubmittedAt,
    string? Note,
    int Notes);

/// <summary>A proposal that waits for review, and how much there is to read.</summary>
/// <param name="Proposal">What waits.</param>
/// <param name="Changes">Differences from the revision it was begun from; for a new record from nothing.</param>
/// <param name="Made">New records that are published or refused together with it.</param>
/// <param name="IsStale">The record was published anew since.</param>
public sealed record QueueLine(ProposalLine Proposal, int Changes, int Made, bool IsStale);

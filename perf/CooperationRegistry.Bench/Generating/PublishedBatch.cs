using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Bench.Generating;

/// <summary>The rows that <c>Publication.PublishAsync</c> writes for new records of one noun, but for the audit entries, which are a chain.</summary>
internal sealed class PublishedBatch<TRecord>
    where TRecord : Record
{
    public IReadOnlyList<TRecord> Records { get; }

    public IReadOnlyList<Revision> Revisions { get; }

    /// <summary>What the audit log says of each revision.</summary>
    public IReadOnlyList<AuditLine> Lines { get; }

    public IReadOnlyList<SearchName> Names { get; }

    public IReadOnlyList<RecordQuality> Qualities { get; }

    public IReadOnlyList<AgreementListing> Listings { get; }

    public IReadOnlyList<AgreementWords> Words { get; }

    public IReadOnlyCollection<string> Vocabulary { get; }

    public PublishedBatch(IReadOnlyList<(string Id, RecordContent Content, DateTimeOffset At)> contents, ListingSurroundings around, string actor)
    {
        Records = [.. contents.Select(c => Published(c.Id, c.Content, c.At))];
        Revisions = [.. Records.Select(r => Revision.Of(r, actor, actor, null, null))];
        Lines = [.. Revisions.Select(AuditLine.Of)];
        Names = [.. Records.SelectMany(r => SearchNames.Of(r.Body).Select(name => new SearchName { Kind = r.Kind, RecordId = r.Id, Folded = name }))];
        Qualities = [.. Records.Where(r => r.Body is CitedContent).Select(RecordQuality.Of)];
        Listings = [.. Records.OfType<Agreement>().Select(a => AgreementListingRow.Of(a, around, DateOnly.FromDateTime(a.PublishedAt.UtcDateTime)))];
        Words = [.. Listings.Select(l => l.Words!)];
        Vocabulary = [.. Words.SelectMany(Data.Search.Vocabulary.Of).Distinct()];
    }

    private static TRecord Published(string id, RecordContent content, DateTimeOffset at)
    {
        var record = Record.Create(content.Record, id);
        record.Publish(content, at);
        return (TRecord)record;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>
/// One record as files, proposals and the API carry it: <c>{"record":"agreement","id":"CR-000001","content":{…}}</c>. What is published
/// has its revision besides, so that a file can be cited, and a change of it be told from a newer state.
/// </summary>
/// <param name="Revision">Null where it is not published.</param>
/// <param name="PublishedAt">When that revision was published, UTC.</param>
/// <param name="Url">Of its page.</param>
/// <param name="Reason">Why an import refused the line; nobody reads it back.</param>
public sealed record RecordLine(
    [property: JsonRequired] RecordKind Record,
    [property: JsonRequired] string Id,
    [property: JsonPropertyOrder(1), JsonRequired] JsonElement Content,
    int? Revision = null,
    DateTimeOffset? PublishedAt = null,
    string? Url = null,
    string? Reason = null)
{
    /// <param name="record">As it is published.</param>
    /// <param name="url">Of its page.</param>
    public static RecordLine Of(Record record, string url) =>
        new(record.Kind, record.Id, JsonSerializer.SerializeToElement(record.Body, record.Body.GetType(), ContentJson.Options), record.Revision, record.PublishedAt, url);
}

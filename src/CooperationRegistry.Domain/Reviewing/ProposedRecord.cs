using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>
/// A record that a program proposes: the <see cref="RecordLine"/> that it read, with its content changed. What the registry says of a record
/// (revision, time, address) may stay in it.
/// </summary>
/// <param name="Record">Null where the address says it.</param>
/// <param name="Id">Null for a new record.</param>
/// <param name="Companions">New records made on the way, under ids such as <c>~1</c> by which the content names them.</param>
public sealed record ProposedRecord(
    [property: JsonRequired] JsonElement Content,
    RecordKind? Record = null,
    string? Id = null,
    int? Revision = null,
    DateTimeOffset? PublishedAt = null,
    string? Url = null,
    IReadOnlyList<RecordLine>? Companions = null);

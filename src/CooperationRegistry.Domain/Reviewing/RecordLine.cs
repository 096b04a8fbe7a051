using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>One record as files and proposals carry it: <c>{"record":"agreement","id":"CR-000001","content":{…}}</c>.</summary>
public sealed record RecordLine(
    [property: JsonRequired] RecordKind Record,
    [property: JsonRequired] string Id,
    [property: JsonRequired] JsonElement Content);

using System.Text.Json;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>One record as files and proposals carry it: <c>{"record":"agreement","id":"CR-000001","content":{…}}</c>.</summary>
public sealed record RecordLine(RecordKind Record, string Id, JsonElement Content);

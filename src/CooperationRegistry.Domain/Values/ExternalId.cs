using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

public sealed record ExternalId
{
    [JsonRequired]
    public string Key { get; set; } = "";

    [JsonRequired]
    public ExternalIdScheme Scheme { get; set; }

    [JsonRequired]
    public string Value { get; set; } = "";
}

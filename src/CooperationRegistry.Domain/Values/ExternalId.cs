using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Values;

public sealed record ExternalId : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    [JsonRequired]
    public ExternalIdScheme Scheme { get; set; }

    [Required, StringLength(100)]
    public string Value { get; set; } = "";
}

namespace CooperationRegistry.Domain.Values;

public sealed record ExternalId
{
    public string Key { get; set; } = "";

    public ExternalIdScheme Scheme { get; set; }

    public string Value { get; set; } = "";
}

namespace CooperationRegistry.Domain.Values;

/// <summary>One entry of a <see cref="CodeList"/>; labels by language tag, at least <c>en</c>.</summary>
public sealed record Code(string Value, string? Broader, IReadOnlyDictionary<string, string> Labels);

using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>A record that is called as a reader's words.</summary>
/// <param name="Name">In the language of the page where there is one.</param>
public sealed record NamedRecord(RecordKind Kind, string Id, string Name);

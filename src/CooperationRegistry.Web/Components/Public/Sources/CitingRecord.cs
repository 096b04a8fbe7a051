using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Components.Public.Sources;

/// <summary>A record that cites the source, and how.</summary>
public sealed record CitingRecord(RecordKind Kind, string Id, IReadOnlyList<Citation> Citations);

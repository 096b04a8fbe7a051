using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Search;

/// <summary>A record that may be the same as the one being typed.</summary>
/// <param name="Id">Null where it waits for review.</param>
/// <param name="Proposal">The number of the proposal that it waits in; null for a published record.</param>
public sealed record Likeness(RecordKind Kind, string? Id, string Name, RecordContent Content, LikenessReason Reason, long? Proposal);

/// <summary>What speaks for it most.</summary>
public enum LikenessReason
{
    SameParties,
    LikeTitle,
    SameSource,
    SameName,
    LikeName,
    SameExternalId,
    SameAddress,
    SameFigure,
}

using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Projects;

namespace CooperationRegistry.Data.Tasks;

/// <summary>Something that waits for an editor.</summary>
public abstract record WorkLine(RecordKind Kind, string Id);

/// <summary>Sought, announced or approved, and no source says that it was signed.</summary>
/// <param name="Event">The event that decides the status.</param>
public sealed record UnsignedLine(string Id, AgreementStatus Status, AgreementEvent Event) : WorkLine(RecordKind.Agreement, Id);

/// <summary>A promise that is due soon or was due, and whose outcome is open.</summary>
/// <param name="PromisedBy">Empty: by all parties.</param>
public sealed record DueLine(string Id, Commitment Commitment, IReadOnlyList<Party> PromisedBy) : WorkLine(RecordKind.Agreement, Id);

/// <summary>An agreement whose term ends soon.</summary>
/// <param name="End">The last day that the term may have.</param>
/// <param name="IsExact">That it is that day, not some day up to it.</param>
public sealed record EndingLine(string Id, DateOnly End, bool IsExact, Term Term) : WorkLine(RecordKind.Agreement, Id);

/// <summary>A record with facts that cite nothing.</summary>
/// <param name="Facts">Their paths.</param>
public sealed record UnsupportedLine(RecordKind Kind, string Id, CitedContent Content, IReadOnlyList<string> Facts) : WorkLine(Kind, Id);

/// <summary>A figure of what there is, of which nobody knows when.</summary>
public abstract record UndatedLine(RecordKind Kind, string Id) : WorkLine(Kind, Id);

public sealed record UndatedStatLine(string Id, CapacityStatContent Stat) : UndatedLine(RecordKind.CapacityStat, Id);

public sealed record UndatedFigureLine(string Id, CityFigure Figure) : UndatedLine(RecordKind.City, Id);

public sealed record UndatedCapacityLine(string Id, ProjectCapacity Capacity) : UndatedLine(RecordKind.Project, Id);

/// <summary>A part of a list of work.</summary>
/// <param name="Total">How many lines the whole list has.</param>
public sealed record WorkList(IReadOnlyList<WorkLine> Lines, int Total);

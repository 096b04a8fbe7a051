namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Exactly one of: a date; two or more candidates to ask about; a problem.</summary>
public sealed record DateReading
{
    private DateReading()
    {
    }

    public EdtfDate? Date { get; private init; }

    /// <summary>What was typed, without the blanks around it. Null where there is a problem.</summary>
    public string? Printed { get; private init; }

    /// <summary>The printed words say more than the date holds: "end of July 2021" is kept as July 2021.</summary>
    public bool IsCoarser { get; private init; }

    public IReadOnlyList<DateCandidate> Candidates { get; private init; } = [];

    public ReadingProblem? Problem { get; private init; }

    internal static DateReading Of(IReadOnlyList<DateCandidate> candidates, string printed, bool isCoarser) => candidates.Count == 1
        ? new() { Date = candidates[0].Date, Printed = printed, IsCoarser = isCoarser }
        : new() { Candidates = candidates, Printed = printed, IsCoarser = isCoarser };

    internal static DateReading Refused(ReadingProblem problem) => new() { Problem = problem };
}

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Exactly one of: a sum; two or more candidates to ask about, the likeliest first; a problem.</summary>
public sealed record MoneyReading
{
    private MoneyReading()
    {
    }

    public Money? Money { get; private init; }

    public IReadOnlyList<Money> Candidates { get; private init; } = [];

    public ReadingProblem? Problem { get; private init; }

    internal static MoneyReading Of(IReadOnlyList<Money> candidates) =>
        candidates.Count == 1 ? new() { Money = candidates[0] } : new() { Candidates = candidates };

    internal static MoneyReading Refused(ReadingProblem problem) => new() { Problem = problem };
}

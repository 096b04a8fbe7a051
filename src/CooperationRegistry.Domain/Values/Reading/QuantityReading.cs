namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Exactly one of: a quantity; two or more candidates to ask about; a problem.</summary>
public sealed record QuantityReading
{
    private QuantityReading()
    {
    }

    public Quantity? Quantity { get; private init; }

    public IReadOnlyList<Quantity> Candidates { get; private init; } = [];

    public ReadingProblem? Problem { get; private init; }

    internal static QuantityReading Of(IReadOnlyList<Quantity> candidates) =>
        candidates.Count == 1 ? new() { Quantity = candidates[0] } : new() { Candidates = candidates };

    internal static QuantityReading Refused(ReadingProblem problem) => new() { Problem = problem };
}

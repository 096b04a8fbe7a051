namespace CooperationRegistry.Domain.Values;

/// <summary>What a text was understood as: a start, for an interval an end too, or a problem.</summary>
internal sealed record EdtfReading(EdtfPoint? Start, EdtfPoint? End, EdtfProblem? Problem)
{
    public static EdtfReading Refused(EdtfProblem problem) => new(null, null, problem);
}

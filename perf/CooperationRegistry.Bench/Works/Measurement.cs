namespace CooperationRegistry.Bench.Works;

/// <summary>A row of the table.</summary>
/// <param name="What">In words.</param>
/// <param name="Ours">With its unit: "812 requests/s".</param>
/// <param name="Floor">With its unit; null where the target is absolute.</param>
/// <param name="Ratio">Ours to the floor; null where the target is absolute.</param>
/// <param name="Target">As the table says it: "≥ 0.75".</param>
/// <param name="IsMet">Null where it could not be measured: <see cref="Note"/> says why.</param>
internal sealed record Measurement(string What, string Ours, string? Floor, double? Ratio, string Target, bool? IsMet)
{
    /// <summary>Numbers behind the words, for programs; names with their units: <c>oursRequestsPerSecond</c>.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();

    /// <summary>Stands under the table.</summary>
    public string? Note { get; init; }

    /// <summary>What the second table has of it at this size; where no row of a work has any, <see cref="Work.GrowAsync"/> is asked.</summary>
    public IReadOnlyList<Growth> Grown { get; init; } = [];

    /// <summary>The work broke off; the run then ends with another code than 0.</summary>
    public bool IsFailed { get; init; }

    public static Measurement NotMeasured(string what, string target, string why) => new(what, "–", null, null, target, null) { Note = why };
}

namespace CooperationRegistry.Bench;

/// <summary>What a run was asked for.</summary>
internal sealed record Options
{
    /// <summary>Agreements of the largest registry; at least 1,000.</summary>
    public required int Rows { get; init; }

    /// <summary>Names of works; empty for all.</summary>
    public required IReadOnlyList<string> Only { get; init; }

    public required int Seed { get; init; }

    /// <summary>How long one round of a load lasts.</summary>
    public required int Seconds { get; init; }

    /// <summary>Of which the median is taken.</summary>
    public required int Rounds { get; init; }

    /// <summary>Where the registries stay; null to make them anew and delete them.</summary>
    public required string? Data { get; init; }

    /// <summary>The published <c>CooperationRegistry.Web.dll</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Where the files of the results go.</summary>
    public required string Results { get; init; }

    private const int Smallest = 1000;

    /// <summary>Ascending.</summary>
    public IReadOnlyList<int> Sizes => [.. new[] { Rows / 100, Rows / 10, Rows }.Select(s => Math.Max(s, Smallest)).Distinct()];
}

namespace CooperationRegistry.Bench.Works;

/// <summary>A line of the second table, at one size.</summary>
/// <param name="What">In words; the same at every size.</param>
/// <param name="Unit">Such as <c>requests/s</c>.</param>
internal sealed record Growth(string What, string Unit, double Value);

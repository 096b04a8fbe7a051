namespace CooperationRegistry.Bench.Measuring;

/// <summary>Figures of two things measured by turns, because a shared machine has good and bad minutes.</summary>
/// <param name="Ours">The median of its rounds.</param>
/// <param name="Floor">The median of its rounds.</param>
internal sealed record Rounds(double Ours, double Floor)
{
    public double Ratio => Ours / Floor;

    public static async Task<Rounds> MeasureAsync(Func<Task<double>> ours, Func<Task<double>> floor, int count)
    {
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < count; round++)
        {
            mine.Add(await ours());
            theirs.Add(await floor());
        }
        return new Rounds(mine.Median(), theirs.Median());
    }

    public static async Task<double> MedianAsync(Func<Task<double>> measure, int count)
    {
        var figures = new List<double>();
        for (var round = 0; round < count; round++)
            figures.Add(await measure());
        return figures.Median();
    }
}

internal static class Quantiles
{
    public static double Median(this IEnumerable<double> figures) => figures.Quantile(0.5);

    /// <summary>The smallest figure that so large a part does not exceed; of an even number the median lies between two.</summary>
    public static double Quantile(this IEnumerable<double> figures, double part)
    {
        var sorted = figures.Order().ToList();
        if (part == 0.5 && sorted.Count % 2 == 0)
            return (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
        return sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }
}

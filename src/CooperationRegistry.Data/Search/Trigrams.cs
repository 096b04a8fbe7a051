namespace CooperationRegistry.Data.Search;

/// <summary>How alike two folded texts are: shared trigrams among all, as pg_trgm counts them.</summary>
internal static class Trigrams
{
    /// <returns>From 0 to 1; 1 for the same text only.</returns>
    public static double Similarity(string one, string other)
    {
        if (one == other)
            return one.Length == 0 ? 0 : 1;
        var (a, b) = (Of(one), Of(other));
        var shared = a.Count(b.Contains);
        var all = a.Count + b.Count - shared;
        // Words in another order have the same trigrams.
        return all == 0 ? 0 : Math.Min(0.99, (double)shared / all);
    }

    /// <summary>Of the most alike pair.</summary>
    public static double Best(IReadOnlyCollection<string> ones, IReadOnlyCollection<string> others) =>
        ones.SelectMany(one => others.Select(other => Similarity(one, other))).DefaultIfEmpty().Max();

    private static HashSet<string> Of(string folded) =>
        [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"  {word} ").SelectMany(word => Enumerable.Range(0, word.Length - 2).Select(i => word.Substring(i, 3)))];
}

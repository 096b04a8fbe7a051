namespace CooperationRegistry.Data.Search;

internal static class SearchPattern
{
    private const int MostWords = 20;

    /// <summary>The words of a query: what the store cannot hold is dropped, so that nothing a reader types breaks it.</summary>
    public static IReadOnlyList<string> Words(string query) =>
        [.. query.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length <= 200).Distinct().Take(MostWords)];

    /// <summary>A pattern for ILIKE that takes the text by the letter.</summary>
    public static string Containing(string text) =>
        $"%{text.Replace("\0", "", StringComparison.Ordinal).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}

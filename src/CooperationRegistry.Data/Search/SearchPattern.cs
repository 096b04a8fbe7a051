namespace CooperationRegistry.Data.Search;

internal static class SearchPattern
{
    /// <summary>A pattern for ILIKE that takes the text by the letter.</summary>
    public static string Containing(string text) =>
        $"%{text.Replace("\0", "", StringComparison.Ordinal).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}

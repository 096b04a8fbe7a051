namespace CooperationRegistry.Data.Agreements;

public static class CsvText
{
    /// <summary>A text that a spreadsheet would take for a formula gets a leading apostrophe. Runs in the database only.</summary>
    public static string? Guard(string? text) => throw new NotSupportedException("Used in queries only.");

    /// <summary>PostgreSQL's <c>to_char</c>. Runs in the database only.</summary>
    public static string Written(DateTime time, string pattern) => throw new NotSupportedException("Used in queries only.");
}

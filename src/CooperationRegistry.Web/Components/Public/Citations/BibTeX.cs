using System.Globalization;
using System.Text;

namespace CooperationRegistry.Web.Components.Public.Citations;

public static class BibTeX
{
    /// <summary>In UTF-8, as biber and the newer styles read it.</summary>
    public static string Write(EntryCitation entry) =>
        $"@misc{{{entry.Key},\n{string.Concat(Fields(entry).Select(field => $"  {field.Name} = {{{field.Value}}},\n"))}}}\n";

    private static IEnumerable<(string Name, string Value)> Fields(EntryCitation entry)
    {
        // Braces within keep a name whole and capitals as they are.
        yield return ("author", $"{{{Text(entry.Registry)}}}");
        yield return ("title", $"{{{Text(entry.Title)}}}");
        yield return ("publisher", $"{{{Text(entry.Registry)}}}");
        yield return ("year", entry.Date.ToString("yyyy", CultureInfo.InvariantCulture));
        yield return ("month", entry.Date.Month.ToString(CultureInfo.InvariantCulture));
        yield return ("date", entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("version", entry.Revision.ToString(CultureInfo.InvariantCulture));
        yield return ("number", entry.Id);
        yield return ("url", entry.Address);
        yield return ("langid", entry.Language.StartsWith("zh", StringComparison.Ordinal) ? "chinese" : "english");
    }

    // BibTeX counts braces even behind a backslash, so a brace of the text is written as a command.
    private static string Text(string text) =>
        EntryCitation.OneLine(text).Aggregate(new StringBuilder(), (written, c) => written.Append(Escaped(c))).ToString();

    private static string Escaped(char c) =>
        c switch
        {
            '\\' => @"{\textbackslash}",
            '{' => @"{\textbraceleft}",
            '}' => @"{\textbraceright}",
            '~' => @"{\textasciitilde}",
            '^' => @"{\textasciicircum}",
            '%' or '&' or '#' or '$' or '_' => $"\\{c}",
            _ => c.ToString(),
        };
}

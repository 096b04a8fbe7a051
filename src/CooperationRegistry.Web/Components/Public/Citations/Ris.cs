using System.Globalization;

namespace CooperationRegistry.Web.Components.Public.Citations;

public static class Ris
{
    /// <summary>One tag a line, CRLF, UTF-8. The day of access is the reader's to add.</summary>
    public static string Write(EntryCitation entry) =>
        string.Concat(
            Lines(entry).Select(line => $"{line.Tag}  - {EntryCitation.OneLine(line.Value)}".TrimEnd(' ') + (line.Tag == "ER" ? " \r\n" : "\r\n")));

    private static IEnumerable<(string Tag, string Value)> Lines(EntryCitation entry)
    {
        yield return ("TY", "ELEC");
        yield return ("AU", entry.Registry);
        yield return ("TI", entry.Title);
        yield return ("PB", entry.Registry);
        yield return ("PY", entry.Date.ToString("yyyy", CultureInfo.InvariantCulture));
        yield return ("DA", entry.Date.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        yield return ("ET", entry.Revision.ToString(CultureInfo.InvariantCulture));
        yield return ("AN", entry.Id);
        yield return ("LA", entry.Language);
        yield return ("UR", entry.Address);
        yield return ("ER", "");
    }
}

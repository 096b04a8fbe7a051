using System.Text;

namespace CooperationRegistry.Domain.Values;

/// <summary>
/// Reads an embedded file of Values/Codes: comment lines with <c>#</c>, a header line, then rows, separated by tabs.
/// </summary>
internal static class CodeTable
{
    public static IEnumerable<string[]> Rows(string file) => Lines(file).Skip(1);

    /// <summary>Columns <c>code</c> and <c>broader</c>, then one column of labels per language.</summary>
    public static CodeList Load(string file)
    {
        var lines = Lines(file).ToList();
        var languages = lines[0][2..];
        return new CodeList(lines.Skip(1).Select(cells => new Code(cells[0], OrNull(cells[1]), Labels(languages, cells[2..]))));
    }

    private static Dictionary<string, string> Labels(string[] languages, string[] labels) =>
        languages.Zip(labels).Where(pair => pair.Second.Length > 0).ToDictionary(StringComparer.Ordinal);

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static IEnumerable<string[]> Lines(string file)
    {
        var name = $"{typeof(CodeTable).Namespace}.Codes.{file}";
        using var stream = typeof(CodeTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                yield return line.Split('\t');
        }
    }
}

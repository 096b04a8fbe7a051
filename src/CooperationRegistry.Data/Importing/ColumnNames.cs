using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using F23.StringSimilarity;

namespace CooperationRegistry.Data.Importing;

/// <summary>What the first line of a file is taken for.</summary>
/// <param name="Kind">The noun whose list has most of the columns; null where the file has none of any.</param>
/// <param name="Columns">For each column of the file the list's, or empty where none is like it.</param>
/// <param name="IsSure">Every column was called by one of its names, so that nobody needs to be asked.</param>
public sealed record HeaderReading(RecordKind? Kind, IReadOnlyList<string> Columns, bool IsSure);

/// <summary>Tells which column of a list a name in a file stands for, in English, Chinese, or by likeness.</summary>
public static class ColumnNames
{
    /// <summary>Columns that the file of refused lines has besides, and that are passed over when it comes back.</summary>
    public const string Line = "import_line";

    public const string Reason = "import_reason";

    private const double LeastLikeness = 0.88;

    private static readonly JaroWinkler Likeness = new();
    private static readonly Dictionary<string, (string English, string Chinese)> Labels = [];
    private static readonly Dictionary<string, List<string>> ByName = [];

    static ColumnNames()
    {
        using var names = new StreamReader(typeof(ColumnNames).Assembly.GetManifestResourceStream("CooperationRegistry.Data.Importing.column-names.tsv")!);
        while (names.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var column, var english, var chinese, var others])
                continue;
            Labels[column] = (english, chinese);
            foreach (var name in others.Split(';').Append(column).Append(english).Append(chinese).Select(Fold).Where(n => n.Length > 0).Distinct())
            {
                if (!ByName.TryGetValue(name, out var columns))
                    ByName[name] = columns = [];
                columns.Add(column);
            }
        }
    }

    /// <summary>What people call the column; its own name where it has no other.</summary>
    public static string Label(string column, string language) =>
        Labels.TryGetValue(column, out var label) ? language.StartsWith("zh", StringComparison.Ordinal) ? label.Chinese : label.English : column;

    /// <param name="kind">The noun where it is known; null to let the columns tell.</param>
    /// <param name="header">The names in the file's first line.</param>
    public static HeaderReading Read(RecordKind? kind, IReadOnlyList<string> header)
    {
        kind ??= Enum.GetValues<RecordKind>().Where(k => Known(k, header) > 0).OrderByDescending(k => Known(k, header)).ThenByDescending(k => k == RecordKind.Agreement).Select(k => (RecordKind?)k).FirstOrDefault();
        if (kind is not { } noun)
            return new HeaderReading(null, [.. header.Select(_ => "")], false);
        var columns = ListTable.Of(noun).Columns.Select(c => c.Name).ToList();
        var taken = header.Select(name => Exact(columns, name)).ToList();
        var isSure = true;
        for (var i = 0; i < header.Count; i++)
        {
            if (taken[i] is not null)
                continue;
            taken[i] = header[i].Length == 0 ? "" : Alike(columns.Except(taken.OfType<string>()), header[i]) ?? "";
            isSure &= header[i].Length == 0;
        }
        isSure &= taken.Where(c => c!.Length > 0 && c != Line && c != Reason).GroupBy(c => c).All(g => g.Count() == 1);
        return new HeaderReading(noun, [.. taken.Select(c => c is Line or Reason ? "" : c!)], isSure);
    }

    private static int Known(RecordKind kind, IReadOnlyList<string> header)
    {
        var columns = ListTable.Of(kind).Columns.Select(c => c.Name).ToList();
        return header.Count(name => Exact(columns, name) is { } column && column is not (Line or Reason));
    }

    private static string? Exact(List<string> columns, string name) =>
        Fold(name) is var folded && folded is "import line" or "import reason" ? (folded == "import line" ? Line : Reason)
        : columns.Find(c => Fold(c) == folded) ?? (ByName.TryGetValue(folded, out var known) ? known.Find(columns.Contains) : null);

    private static string? Alike(IEnumerable<string> columns, string name)
    {
        var (folded, wanted) = (Fold(name), columns.ToHashSet());
        return folded.Length < 2
            ? null
            : ByName
                .Where(n => n.Value.Exists(wanted.Contains))
                .Select(n => (Column: n.Value.Find(wanted.Contains)!, Likeness: n.Key.Length > 2 && folded.Contains(n.Key, StringComparison.Ordinal) ? 0.9 : Likeness.Similarity(n.Key, folded)))
                .Where(n => n.Likeness >= LeastLikeness)
                .OrderByDescending(n => n.Likeness)
                .Select(n => n.Column)
                .FirstOrDefault();
    }

    private static string Fold(string name) => Folding.Text(name.Replace('_', ' '));
}

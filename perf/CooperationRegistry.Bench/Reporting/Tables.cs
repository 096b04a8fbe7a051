using System.Globalization;
using System.Text;
using CooperationRegistry.Bench.Measuring;

namespace CooperationRegistry.Bench.Reporting;

/// <summary>The two tables as Markdown, which is also what a terminal shows: columns are padded.</summary>
internal static class Tables
{
    public static string Of(Report report)
    {
        var text = new StringBuilder();
        Append(
            text,
            ["What", "Ours", "Floor", "Ratio", "Target", "Met"],
            report.Table.Select(r => new[] { r.What, r.Ours, r.Floor ?? "–", r.Ratio is { } ratio ? Written.Of(ratio) : "–", r.Target, Met(r) }));
        foreach (var row in report.Table.Where(r => r.Note is not null))
            text.Append(CultureInfo.InvariantCulture, $"\n{row.What}: {row.Note}\n");
        if (report.Growth.Count > 0)
        {
            var sizes = report.Growth.SelectMany(g => g.BySize).Select(s => s.Agreements).Distinct().Order().ToList();
            text.Append("\nWith the number of agreements:\n\n");
            Append(
                text,
                ["What", .. sizes.Select(s => s.ToString("#,0", CultureInfo.InvariantCulture))],
                report.Growth.Select(g => new[] { $"{g.What}, {g.Unit}" }.Concat(sizes.Select(s => g.BySize.FirstOrDefault(f => f.Agreements == s) is { } figure ? Written.Of(figure.Value) : "–")).ToArray()));
        }
        return text.ToString();
    }

    private static string Met(ReportRow row) => (row.Met, row.IsFailed) switch
    {
        (_, true) => "failed",
        (true, _) => "yes",
        (false, _) => "no",
        _ => "not measured",
    };

    private static void Append(StringBuilder text, string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        var widths = header.Select((_, column) => all.Max(r => r[column].Length)).ToArray();
        foreach (var (index, row) in all.Index())
        {
            text.Append("| ").AppendJoin(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))).Append(" |\n");
            if (index == 0)
                text.Append('|').AppendJoin('|', widths.Select(w => new string('-', w + 2))).Append("|\n");
        }
    }
}

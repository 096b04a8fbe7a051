using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>The records of data/sample, item by item.</summary>
internal static class Sample
{
    /// <summary>A source with all that cites it.</summary>
    public static IReadOnlyList<(string Id, RecordContent Content)> Of(string source) =>
        [.. All().Where(r => r.Id == source || (r.Content is CitedContent cited && cited.Citations.Exists(c => c.Source == source)))];

    private static IEnumerable<(string Id, RecordContent Content)> All() =>
        from file in Directory.GetFiles(Path.Combine(RunningRegistry.Root(), "data", "sample"), "*.jsonl").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        let read = RecordLineReader.Read(line)
        select (read.Id!, read.Content!);
}

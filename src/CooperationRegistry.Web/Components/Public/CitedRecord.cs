using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>A content whose facts carry the numbers of their sources. The records of one page share the numbers.</summary>
public sealed class CitedRecord
{
    private readonly CitedContent content;
    private readonly IReadOnlyList<CitedContent> all;

    /// <param name="content">The record of the page, whose sources come first.</param>
    /// <param name="others">Records that the page tells of too.</param>
    public CitedRecord(CitedContent content, IEnumerable<CitedContent> others)
        : this(content, [content, .. others])
    {
    }

    private CitedRecord(CitedContent content, IReadOnlyList<CitedContent> all)
    {
        (this.content, this.all) = (content, all);
        Sources = [.. all.SelectMany(c => c.Citations).Select(c => c.Source).Distinct()];
    }

    public IReadOnlyList<string> Sources { get; }

    public IReadOnlyList<Dispute> Disputes => content.Disputes;

    /// <summary>Another record of the same page.</summary>
    public CitedRecord Of(CitedContent other) => new(other, all);

    /// <summary>From 1.</summary>
    public int NumberOf(Citation citation) => Sources.ToList().IndexOf(citation.Source) + 1;

    public IEnumerable<Citation> From(string source) => all.SelectMany(c => c.Citations).Where(c => c.Source == source);

    /// <summary>The citations that support the path, what it lies in, or a part of it; of an empty path all.</summary>
    public IEnumerable<Citation> Covering(string path) => content.Citations.Where(c => c.Supports.Exists(s => IsWithin(path, s) || IsWithin(s, path)));

    /// <summary>The citations that have something else there.</summary>
    public IEnumerable<Citation> Differing(string path) => content.Citations.Where(c => c.Says is not null && c.Supports.Exists(s => IsWithin(s, path)));

    public IEnumerable<Dispute> Disputing(string path) => content.Disputes.Where(d => IsWithin(d.Path, path));

    private static bool IsWithin(string path, string outer) => outer.Length == 0 || path == outer || path.StartsWith(outer + "/", StringComparison.Ordinal);
}

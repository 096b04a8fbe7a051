using CooperationRegistry.Domain;
using CooperationRegistry.Web.Components.Contents;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>A content whose facts carry the numbers of their sources. The records of one page share the numbers.</summary>
public sealed class CitedRecord
{
    private readonly IReadOnlyList<CitedContent> all;
    private readonly HashSet<string> anchored;
    private readonly List<string> sources;

    /// <param name="content">The record of the page, whose sources come first.</param>
    /// <param name="others">Records that the page tells of too.</param>
    public CitedRecord(CitedContent content, IEnumerable<CitedContent> others)
    {
        (Content, all, anchored) = (content, [content, .. others], []);
        sources = [.. all.SelectMany(c => c.Citations).Select(c => c.Source).Distinct()];
    }

    private CitedRecord(CitedContent content, CitedRecord page) =>
        (Content, all, anchored, sources) = (content, page.all, page.anchored, page.sources);

    public CitedContent Content { get; }

    public IReadOnlyList<string> Sources => sources;

    /// <summary>The places where a source has something else than the content, or that are called disputed.</summary>
    public IReadOnlyList<string> Disputed =>
        [.. Content.Disputes.Select(d => d.Path).Concat(Content.Citations.Where(c => c.Says is not null).SelectMany(c => c.Supports)).Distinct()];

    /// <summary>Another record of the same page.</summary>
    public CitedRecord Of(CitedContent other) => new(other, this);

    /// <summary>From 1.</summary>
    public int NumberOf(Citation citation) => sources.IndexOf(citation.Source) + 1;

    public IEnumerable<Citation> From(string source) => all.SelectMany(c => c.Citations).Where(c => c.Source == source);

    /// <summary>The places of the page's own record for which the source is cited.</summary>
    public IReadOnlyList<string> Facts(string source) => [.. all[0].Citations.Where(c => c.Source == source).SelectMany(c => c.Supports).Distinct()];

    /// <summary>
    /// The citations that support the path, what it lies in, or a part of it; of an empty path all. One that has something else at the path does
    /// not support it, but does support what the path lies in.
    /// </summary>
    public IEnumerable<Citation> Covering(string path) =>
        Content.Citations.Where(c => c.Supports.Exists(s => IsWithin(path, s) ? c.Says is null : IsWithin(s, path)));

    /// <summary>The numbers of the sources of those.</summary>
    public IReadOnlyList<int> NumbersAt(string path) => [.. Covering(path).Select(NumberOf).Distinct().Order()];

    /// <summary>The citations that have something else there.</summary>
    public IEnumerable<Citation> Differing(string path) => Content.Citations.Where(c => c.Says is not null && c.Supports.Exists(s => IsWithin(s, path)));

    public Dispute? Disputing(string path) => Content.Disputes.Find(d => d.Path == path);

    /// <summary>
    /// Ids for the supported places of the page's own record at the path or in it, by which its sources lead back to them. Each is given once, to
    /// whatever asks first.
    /// </summary>
    public IReadOnlyList<string> AnchorsAt(string path) =>
        Content != all[0] ? [] : [.. Sources.SelectMany(Facts).Distinct().Where(fact => IsWithin(fact, path) || IsWithin(path, fact)).Where(anchored.Add).Select(FieldId.Of)];

    private static bool IsWithin(string path, string outer) => outer.Length == 0 || path == outer || path.StartsWith(outer + "/", StringComparison.Ordinal);
}

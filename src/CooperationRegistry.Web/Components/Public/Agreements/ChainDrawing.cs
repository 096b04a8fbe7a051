using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>A piece of a line within a row, in pixels from its left and top; <c>100%</c> is its bottom.</summary>
public sealed record ChainStroke(int FromX, string FromY, int ToX, string ToY, string Style);

/// <summary>
/// Draws a chain beside the rows of its list: a dot a row, straight lines between neighbours, and to the left of the dots a bracket for each
/// relation that passes over other rows. What one agreement has under it shares a bracket.
/// </summary>
public sealed class ChainDrawing
{
    /// <summary>Of a dot, below the upper edge of its row.</summary>
    public const int DotY = 22;

    private const int Lane = 14;
    private const int Dot = 8;

    // More lines than that nobody follows; the words of the rows say the rest.
    private const int MostLanes = 6;

    private readonly List<(int Lane, Bracket Bracket)> placed = [];

    public ChainDrawing(AgreementChain chain)
    {
        var rows = chain.Nodes.Select((node, row) => (node.AgreementId, row)).ToDictionary(n => n.AgreementId, n => n.row);
        foreach (var bracket in Brackets(chain.Links, rows).OrderBy(b => b.Last - b.First).ThenBy(b => b.First).ThenBy(b => b.Style, StringComparer.Ordinal))
        {
            var lane = bracket.Last == bracket.First + 1 ? 0 : 1;
            while (lane < MostLanes && !IsFree(lane, bracket))
                lane++;
            if (lane < MostLanes)
                placed.Add((lane, bracket));
        }
        Lanes = placed.Select(p => p.Lane).DefaultIfEmpty(0).Max();
    }

    /// <summary>How many lie beside the dots.</summary>
    public int Lanes { get; }

    public int DotX => X(0);

    public IEnumerable<ChainStroke> At(int row)
    {
        var dot = $"{DotY}";
        foreach (var (lane, bracket) in placed.Where(p => p.Bracket.First <= row && row <= p.Bracket.Last))
        {
            yield return new ChainStroke(X(lane), row == bracket.First ? dot : "0", X(lane), row == bracket.Last ? dot : "100%", bracket.Style);
            if (lane > 0 && bracket.Rows.Contains(row))
                yield return new ChainStroke(X(lane), dot, DotX, dot, bracket.Style);
        }
    }

    private static IEnumerable<Bracket> Brackets(IReadOnlyList<ChainLink> links, Dictionary<string, int> rows)
    {
        foreach (var group in links.Where(l => l.Kind != RelationKind.SameEvent).GroupBy(l => (l.To, Style: StyleOf(l.Kind))))
            yield return new Bracket([rows[group.Key.To], .. group.Select(l => rows[l.From])], group.Key.Style);

        // All that was signed at one event is one group, however few of its agreements say so.
        var together = new List<HashSet<int>>();
        foreach (var link in links.Where(l => l.Kind == RelationKind.SameEvent))
        {
            var joined = together.FindAll(t => t.Contains(rows[link.From]) || t.Contains(rows[link.To]));
            together.RemoveAll(joined.Contains);
            together.Add([rows[link.From], rows[link.To], .. joined.SelectMany(t => t)]);
        }
        foreach (var group in together)
            yield return new Bracket(group, StyleOf(RelationKind.SameEvent));
    }

    private static string StyleOf(RelationKind kind) =>
        kind switch
        {
            RelationKind.Under or RelationKind.Implements => "under",
            RelationKind.SameEvent => "event",
            _ => "follows",
        };

    // Neighbours may meet at a dot; brackets beside the dots would look like one.
    private bool IsFree(int lane, Bracket bracket) =>
        !placed.Exists(p => p.Lane == lane && (lane == 0 ? p.Bracket.First == bracket.First : p.Bracket.First <= bracket.Last && bracket.First <= p.Bracket.Last));

    private int X(int lane) => Dot + ((Lanes - lane) * Lane);

    private sealed record Bracket(HashSet<int> Rows, string Style)
    {
        public int First { get; } = Rows.Min();

        public int Last { get; } = Rows.Max();
    }
}

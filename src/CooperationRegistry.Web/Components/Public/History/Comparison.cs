using System.Globalization;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Web.Components.Public.History;

/// <summary>The two revisions that an address asks to compare (<c>?from=2&amp;to=4</c>).</summary>
public sealed class Comparison
{
    private Comparison(string problem, string value)
    {
        (Problem, Value) = (problem, value);
        (From, To) = (null!, null!);
    }

    private Comparison(Revision from, Revision to)
    {
        (From, To) = (from, to);
        Changes = ContentDiff.Compare(RecordHistory.Content(from), RecordHistory.Content(to));
    }

    public Revision From { get; }

    public Revision To { get; }

    public IReadOnlyList<Change> Changes { get; } = [];

    /// <summary>The key of the text that says why they are not compared; null where they are.</summary>
    public string? Problem { get; }

    /// <summary>What was asked for instead of a revision's number.</summary>
    public string? Value { get; }

    /// <returns>Null where the address asks for none.</returns>
    public static Comparison? Of(IQueryCollection query, RecordHistory history)
    {
        if (!query.ContainsKey("from") && !query.ContainsKey("to"))
            return null;
        var found = new List<Revision>();
        foreach (var asked in new[] { query["from"].ToString(), query["to"].ToString() })
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return new Comparison("CompareUnreadable", asked);
            if (history.Revisions.FirstOrDefault(r => r.Number == number) is not { } revision)
                return new Comparison("CompareUnknown", asked);
            found.Add(revision);
        }
        return new Comparison(found[0], found[1]);
    }
}

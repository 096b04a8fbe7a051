using System.Globalization;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>Which of two values a merge takes.</summary>
public enum Side
{
    Published,
    Proposed,
}

/// <summary>A place that was changed on both sides since the revision they started from.</summary>
/// <param name="Path">What is chosen as a whole: a value, one language of a text, or an item.</param>
/// <param name="Published">What the revision published meanwhile changed there.</param>
/// <param name="Proposed">What the proposal changes there.</param>
public sealed record Conflict(string Path, IReadOnlyList<Change> Published, IReadOnlyList<Change> Proposed);

/// <summary>
/// Brings a proposal together with what was published since it was begun. What only one side changed is taken from that side; lists
/// of keys and codes grow and shrink by both; where both changed the same, somebody has to choose.
/// </summary>
public sealed class Reconciliation
{
    private readonly RecordContent published;
    private readonly RecordContent proposed;
    private readonly List<(string From, string To)> moved = [];

    /// <param name="began">The revision that the proposal started from.</param>
    /// <param name="published">The revision that is public now.</param>
    /// <param name="proposed">The proposal's content.</param>
    public Reconciliation(RecordContent began, RecordContent published, RecordContent proposed)
    {
        this.published = published;
        this.proposed = ContentJson.Copy(proposed);
        Taken = ContentDiff.Compare(began, published);
        Rekey(began);
        Own = ContentDiff.Compare(began, this.proposed);
        Taken = [.. Taken.Where(t => !Own.Any(o => IsAlike(o, t)))];
        Conflicts = Disputed();
        Taken = [.. Taken.Where(t => !Conflicts.Any(c => c.Published.Contains(t)))];
    }

    /// <summary>What was published meanwhile and goes in by itself.</summary>
    public IReadOnlyList<Change> Taken { get; }

    /// <summary>What the proposal changes.</summary>
    public IReadOnlyList<Change> Own { get; }

    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>Items of the proposal that got another key, because one published meanwhile has theirs: the path before and after.</summary>
    public IReadOnlyList<(string From, string To)> Moved => moved;

    /// <param name="choices">The side for the path of each conflict.</param>
    /// <exception cref="ArgumentException">A conflict is not decided.</exception>
    public RecordContent Merge(IReadOnlyDictionary<string, Side> choices)
    {
        if (Conflicts.FirstOrDefault(c => !choices.ContainsKey(c.Path)) is { } open)
            throw new ArgumentException($"Nothing is chosen for {open.Path}.", nameof(choices));
        var (merged, source) = (ContentJson.Copy(proposed), ContentJson.Copy(published));
        foreach (var change in Taken)
            Take(merged, source, change);
        foreach (var conflict in Conflicts.Where(c => choices[c.Path] == Side.Published))
        {
            if (conflict.Published is [{ Kind: ChangeKind.Moved } order])
                ContentPlace.Find(merged, conflict.Path)?.Order((List<string>)order.After!);
            else
                Take(merged, source, conflict.Path);
        }
        return merged;
    }

    private static void Take(RecordContent merged, RecordContent source, Change change)
    {
        if (change.Kind == ChangeKind.Moved)
            ContentPlace.Find(merged, change.Path)?.Order((List<string>)change.After!);
        else if (IsListOfCodes(change) && ContentPlace.Find(merged, change.Path) is { } place)
            place.Property.Set(place.Owner, Together(place.Property.Get(place.Owner), change));
        else
            Take(merged, source, change.Path);
    }

    private static void Take(RecordContent merged, RecordContent source, string path)
    {
        // An item that the other side removed with all that it held has no such place any more.
        if (ContentPlace.Find(merged, path) is not { } place)
            return;
        var other = ContentPlace.Find(source, path);
        place.Take(other);
        var isGone = place.Key is { } key && ContentPlace.IsListOfItems(place.Property) && (other is null || ContentPlace.Items(place.Property, other.Value.Owner).All(i => i.Key != key));
        if (isGone)
            merged.Forget(path[..path.LastIndexOf('/')], place.Key!);
    }

    private static List<string> Together(object? own, Change change)
    {
        var (before, after) = (change.Before as List<string> ?? [], change.After as List<string> ?? []);
        return [.. (own as List<string> ?? []).Except(before.Except(after)).Union(after.Except(before))];
    }

    private List<Conflict> Disputed()
    {
        var both = from theirs in Taken from own in Own where Collide(theirs, own) select theirs.Path.Length < own.Path.Length ? theirs.Path : own.Path;
        var roots = both.Distinct().ToList();
        roots.RemoveAll(root => roots.Exists(other => other != root && ContentKeys.IsWithin(root, other)));
        return roots.ConvertAll(root => new Conflict(root, Within(Taken, root), Within(Own, root)));

        List<Change> Within(IEnumerable<Change> changes, string root) =>
            [.. changes.Where(c => c.Path == root ? IsOrder(c) == IsOrderConflict(root) : ContentKeys.IsWithin(c.Path, root) && !IsOrderConflict(root))];

        bool IsOrderConflict(string root) => Taken.Any(t => t.Path == root && IsOrder(t));
    }

    private static bool Collide(Change theirs, Change own) =>
        IsOrder(theirs) || IsOrder(own)
            ? IsOrder(theirs) && IsOrder(own) && theirs.Path == own.Path
            : (ContentKeys.IsWithin(theirs.Path, own.Path) || ContentKeys.IsWithin(own.Path, theirs.Path)) && !(IsListOfCodes(theirs) && theirs.Path == own.Path);

    private static bool IsOrder(Change change) => change.Kind == ChangeKind.Moved;

    private static bool IsListOfCodes(Change change) => change.Property.ItemType == typeof(string) && change.Kind != ChangeKind.Moved;

    private static bool IsAlike(Change one, Change other) => one.Path == other.Path && one.Kind == other.Kind && ContentDiff.Same(one.After, other.After);

    // Both sides gave their next item the same key: two different things, and both stay.
    private void Rekey(RecordContent began)
    {
        foreach (var theirs in Taken.Where(c => c is { Kind: ChangeKind.Added, After: IKeyed }).ToList())
        {
            var own = ContentDiff.Compare(began, proposed).FirstOrDefault(c => c.Kind == ChangeKind.Added && c.Path == theirs.Path);
            if (own is null || IsAlike(own, theirs))
                continue;
            var (list, key) = (own.Path[..own.Path.LastIndexOf('/')], ((IKeyed)own.After!).Key);
            var another = Free(list, key, [began, published, proposed]);
            proposed.Rekey(list, key, another);
            moved.Add((own.Path, $"{list}/{another}"));
        }
    }

    private static string Free(string list, string key, RecordContent[] contents)
    {
        var prefix = key.TrimEnd("0123456789".ToCharArray());
        var used = contents
            .Select(content => ContentPlace.Find(content, list))
            .SelectMany(place => place is { } at ? ContentPlace.Items(at.Property, at.Owner) : [])
            .Select(item => item.Key)
            .ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"{prefix}{n}")).First(candidate => !used.Contains(candidate));
    }
}

using System.Globalization;

namespace CooperationRegistry.Domain.Rules;

/// <summary>The highest number that the keys of each list have carried (<c>p3</c> of <c>parties</c>), so that none is given twice.</summary>
public sealed class KeysGiven
{
    private readonly Dictionary<(string List, string Prefix), int> highest = [];

    /// <summary>Remembers every key of the content.</summary>
    public void Note(RecordContent content)
    {
        foreach (var (path, branch) in ContentGraph.Branches(content))
        {
            if (branch is not IKeyed { Key: { } key } || path.LastIndexOf('/') is not (> 0 and var end))
                continue;
            var prefix = key.TrimEnd("0123456789".ToCharArray());
            if (int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                Note(path[..end], prefix, number);
        }
    }

    public void Note(string list, string prefix, int number) => highest[(list, prefix)] = Math.Max(number, Highest(list, prefix));

    public int Highest(string list, string prefix) => highest.GetValueOrDefault((list, prefix));
}

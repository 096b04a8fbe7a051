using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Gives new items of a list their keys (<c>p3</c>), above every key that the list had while the form is open.</summary>
public sealed class ItemKeys(RecordContent content)
{
    private readonly Dictionary<(string List, string Prefix), int> highest = [];

    /// <param name="list">The path of the list: <c>events/e1/present</c>.</param>
    /// <param name="prefix">One to three small letters.</param>
    public string Next(string list, string prefix)
    {
        var number = Math.Max(highest.GetValueOrDefault((list, prefix)), Highest(list, prefix)) + 1;
        highest[(list, prefix)] = number;
        return prefix + number.ToString(CultureInfo.InvariantCulture);
    }

    private int Highest(string list, string prefix) =>
        ContentGraph.Branches(content)
            .Where(b => b.Branch is IKeyed && b.Path.LastIndexOf('/') == list.Length && b.Path.StartsWith(list, StringComparison.Ordinal))
            .Select(b => ((IKeyed)b.Branch).Key)
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();
}

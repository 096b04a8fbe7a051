using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Gives new items of lists their keys (<c>p3</c>), above every key that the record had when it was opened.</summary>
public sealed class ItemKeys
{
    private readonly Dictionary<string, int> highest = [];

    public ItemKeys(RecordContent content)
    {
        foreach (var item in ContentGraph.Branches(content).Select(b => b.Branch).OfType<IKeyed>())
        {
            var prefix = item.Key.TrimEnd("0123456789".ToCharArray());
            if (int.TryParse(item.Key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                highest[prefix] = Math.Max(number, highest.GetValueOrDefault(prefix));
        }
    }

    public string Next(string prefix)
    {
        var number = highest.GetValueOrDefault(prefix) + 1;
        highest[prefix] = number;
        return prefix + number.ToString(CultureInfo.InvariantCulture);
    }
}

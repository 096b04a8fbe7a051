using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Gives new items of a list their keys (<c>p3</c>), above every key that the list had in a revision or while the form is open.</summary>
public sealed class ItemKeys(RecordContent content, KeysGiven given)
{
    /// <param name="list">The path of the list: <c>events/e1/present</c>.</param>
    /// <param name="prefix">One to three small letters.</param>
    public string Next(string list, string prefix)
    {
        given.Note(content);
        var number = given.Highest(list, prefix) + 1;
        given.Note(list, prefix, number);
        return prefix + number.ToString(CultureInfo.InvariantCulture);
    }
}

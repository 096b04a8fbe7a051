using System.Collections;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain;

/// <summary>What a content states, one path a fact, and which of it no source supports.</summary>
public static class Facts
{
    // How well a date or an agreement is attested is the registry's own judgement; an attachment is a source itself.
    private static readonly HashSet<string> Judgements = ["citations", "disputes", "evidence", "asOfBasis", "attachments"];

    private static readonly HashSet<string> GeneralKnowledge = ["coordinates", "externalIds", "subdivision", "country", "kind"];

    /// <summary>
    /// Every filled property of the content itself, one path an item where it is a list of items with keys: <c>title</c>, <c>kind</c>,
    /// <c>parties/p1</c>, <c>sectors</c>. Left out are citations, disputes, attachments, and how well something is attested.
    /// </summary>
    public static IEnumerable<string> Of(CitedContent content) =>
        ContentGraph.PropertiesOf(content.GetType())
            .Where(property => !Judgements.Contains(property.Name))
            .SelectMany(property => Paths(property, property.Get(content)));

    /// <summary>
    /// The facts that no citation supports, in whole or in part. General knowledge cites nothing by design, and so is never among them:
    /// coordinates, identifiers elsewhere, names after the first, the country and its subdivision, the kind.
    /// </summary>
    public static IEnumerable<string> Unsupported(CitedContent content)
    {
        var furtherNames = Of(content).Where(path => path.StartsWith("names/", StringComparison.Ordinal)).Skip(1).ToHashSet();
        var supports = content.Citations.SelectMany(c => c.Supports).ToHashSet();
        return Of(content).Where(path => !GeneralKnowledge.Contains(path.Split('/')[0]) && !furtherNames.Contains(path) && !supports.Any(s => Touches(s, path)));
    }

    /// <summary>Whether a citation supports the path, what it belongs to, or a part of it.</summary>
    public static bool IsSupported(this CitedContent content, string path) => content.Citations.Exists(c => c.Supports.Exists(s => Touches(s, path)));

    private static bool Touches(string supported, string path) => supported == path || IsUnder(path, supported) || IsUnder(supported, path);

    private static bool IsUnder(string path, string above) => path.Length > above.Length && path[above.Length] == '/' && path.StartsWith(above, StringComparison.Ordinal);

    private static IEnumerable<string> Paths(ContentProperty property, object? value) =>
        value is IList items && property.ItemType?.IsAssignableTo(typeof(IKeyed)) == true
            ? items.Cast<IKeyed>().Select(item => $"{property.Name}/{item.Key}")
            : IsFilled(value) ? [property.Name] : [];

    private static bool IsFilled(object? value) =>
        value switch
        {
            null => false,
            string text => !string.IsNullOrWhiteSpace(text),
            LocalizedText texts => texts.Values.Any(IsFilled),
            ICollection items => items.Count > 0,
            _ when ContentGraph.IsBranch(value.GetType()) => ContentGraph.PropertiesOf(value.GetType()).Any(p => IsFilled(p.Get(value))),
            _ => true,
        };
}

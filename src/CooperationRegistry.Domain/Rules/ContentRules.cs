using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Rules;

/// <summary>The one check of a content, whatever the door: the annotations of every value, then what each class says of itself.</summary>
public static class ContentRules
{
    private const int MostItems = 2000;
    private const int LongestText = 20_000;

    /// <param name="content">The content to check.</param>
    /// <param name="temporaryIds">Whether records made on the way may be referred to: true for a proposal, false for a file.</param>
    /// <returns>Every problem, in the order of the content; empty where it may be published as far as it alone can tell.</returns>
    public static IReadOnlyList<Problem> Check(RecordContent content, bool temporaryIds = false)
    {
        var nodes = ContentGraph.Nodes(content).ToList();
        var problems = nodes.SelectMany(node => OfNode(node, content, temporaryIds).Select(b => At(node.Path, b))).ToList();
        // Classes that look at their lists expect items there.
        if (nodes.Exists(node => node.Value is IList items && items.Contains(null)))
            return problems;
        foreach (var (path, branch) in ContentGraph.Branches(content))
        {
            var breaches = branch is ISelfChecking self ? self.Breaches() : [];
            problems.AddRange(breaches.Concat(ValueRules.Of(branch)).Select(b => At(path, b)));
        }
        if (content is CitedContent cited)
            problems.AddRange(CitationRules.Of(cited).Select(b => At("", b)));
        return problems;
    }

    private static Problem At(string path, Breach breach) =>
        Problem.At(string.Join('/', new[] { path, breach.Path }.Where(p => p.Length > 0)), breach.Rule, breach.Value, breach.Arguments);

    private static IEnumerable<Breach> OfNode(ContentNode node, RecordContent content, bool temporaryIds)
    {
        if (IsMissing(node.Value))
        {
            if (node.Property.Rule<RequiredAttribute>() is not null || node.Property.Rule<ItemKeyAttribute>() is not null)
                return [new Breach("", Rule.Required)];
            if (!IsBlankValue(node))
                return [];
        }

        return node.Value switch
        {
            string text => OfText(text, node.Property, content, temporaryIds),
            LocalizedText texts => OfTexts(texts, node.Property),
            EdtfDate date => date.IsReadable ? [] : [new Breach("", Rule.UnreadableDate, date.Text)],
            Enum value => Enum.IsDefined(value.GetType(), value) ? [] : [new Breach("", Rule.UnknownValue, value.ToString(), string.Join(", ", Enum.GetNames(value.GetType()).Select(JsonNamingPolicy.CamelCase.ConvertName)))],
            IList items => OfList(items, node.Property, content, temporaryIds),
            IConvertible number when node.Property.Rule<RangeAttribute>() is { } range && !IsWithin(range, number) =>
                [new Breach("", Rule.OutOfRange, Written(number), Written(range.Minimum), Written(range.Maximum))],
            _ => [],
        };
    }

    private static IEnumerable<Breach> OfText(string text, ContentProperty property, RecordContent content, bool temporaryIds)
    {
        var longest = property.Rule<StringLengthAttribute>()?.MaximumLength ?? 1000;
        if (text.Length > longest)
            yield return new Breach("", Rule.TooLong, text, Written(longest), Written(text.Length));
        else if (HasControl(text))
            yield return new Breach("", Rule.ControlCharacter, text);
        else if (property.Rule<RegularExpressionAttribute>() is { } pattern && !IsWhole(text, pattern.Pattern))
            yield return new Breach("", Rule.WrongPattern, text, pattern.Pattern);
        else if (property.Rule<TextRuleAttribute>()?.Check(text, temporaryIds) is { } breach)
            yield return breach;
        else if (property.Rule<KeyOfAttribute>() is { } key && !ContentGraph.Leads(content, $"{key.List}/{text}"))
            yield return new Breach("", Rule.UnknownKey, text, key.List);
        else if (property.Rule<ContentPathAttribute>() is not null && !ContentGraph.Leads(content, text))
            yield return new Breach("", Rule.UnknownPath, text);
    }

    private static IEnumerable<Breach> OfTexts(LocalizedText texts, ContentProperty property)
    {
        var longest = property.Rule<StringLengthAttribute>()?.MaximumLength ?? LongestText;
        foreach (var (tag, text) in texts)
        {
            if (!LanguageTag.IsValid(tag))
                yield return new Breach("", Rule.UnknownLanguage, tag);
            else if (string.IsNullOrWhiteSpace(text))
                yield return new Breach(tag, Rule.Required);
            else if (text.Length > longest)
                yield return new Breach(tag, Rule.TooLong, text, Written(longest), Written(text.Length));
            else if (HasControl(text))
                yield return new Breach(tag, Rule.ControlCharacter, text);
        }
    }

    private static IEnumerable<Breach> OfList(IList items, ContentProperty property, RecordContent content, bool temporaryIds)
    {
        if (items.Count == 0 && property.Rule<NotEmptyAttribute>() is not null)
            yield return new Breach("", Rule.Required);
        if (items.Count > MostItems)
            yield return new Breach("", Rule.TooMany, null, Written(MostItems), Written(items.Count));
        foreach (var twin in items.OfType<IKeyed>().GroupBy(i => i.Key).Where(g => g.Key.Length > 0 && g.Count() > 1))
            yield return new Breach(twin.Key, Rule.KeyTwice, twin.Key);
        foreach (var item in items)
        {
            if (item is null)
                yield return new Breach("", Rule.Required);
            else if (item is string text)
            {
                foreach (var breach in OfText(text, property, content, temporaryIds))
                    yield return breach;
            }
        }
    }

    private static bool IsMissing(object? value) =>
        value is null || value is string text && string.IsNullOrWhiteSpace(text) || value is LocalizedText { Count: 0 };

    // An empty id, code, tag or address is not "none" to a foreign key, a filter or a link, and a text of blanks can be as long as any.
    private static bool IsBlankValue(ContentNode node) =>
        node.Value is string text && (text.Length > 0 || node.Property.Rule<TextRuleAttribute>() is not null || node.Property.Rule<RegularExpressionAttribute>() is not null);

    private static bool HasControl(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || text.Contains('\uFFFE');

    // Of the whole text: "$" alone would let a line feed pass at the end.
    private static bool IsWhole(string text, string pattern) => Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true, Index: 0 } match && match.Length == text.Length;

    private static bool IsWithin(RangeAttribute range, IConvertible number)
    {
        var value = number.ToDecimal(CultureInfo.InvariantCulture);
        return value >= Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture) && value <= Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture);
    }

    private static string Written(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests.Filling;

internal enum Fullness
{
    /// <summary>Every property has a value, every list two items or more.</summary>
    Whole,

    /// <summary>What may be missing is.</summary>
    Bare,

    /// <summary>What may be missing is, or is not.</summary>
    Mixed,
}

/// <summary>
/// Fills contents by reflection, so that a property added to a class is tested the day it is added. Values take turns, property by
/// property; what the rules ask between properties is mended afterwards, and keys and paths are set last.
/// </summary>
internal sealed partial class ContentFiller(IReadOnlyDictionary<RecordKind, string[]> existing)
{
    private readonly Dictionary<string, int> turns = [];
    private readonly Random random = new(20261122);

    public RecordContent Fill(RecordKind kind, Fullness fullness)
    {
        var content = (RecordContent)Make(ContentJson.TypeOf(kind), fullness);
        Settle(content);
        return content;
    }

    /// <summary>Reorders every list of keyed items, takes one away and adds one.</summary>
    public void Shuffle(RecordContent content)
    {
        foreach (var node in ContentGraph.Nodes(content).Where(n => n.Value is IList { Count: > 0 } list && list[0] is IKeyed).ToList())
        {
            var list = (IList)node.Value!;
            var items = list.Cast<IKeyed>().Reverse().ToList();
            var fresh = (IKeyed)Make(node.Property.ItemType!, Fullness.Mixed);
            fresh.Key = $"{items[0].Key.TrimEnd([.. "0123456789"])}{items.Max(i => int.Parse(i.Key.AsSpan(1), null)) + 1}";
            items.RemoveAt(items.Count - 1);
            items.Insert(items.Count / 2, fresh);
            list.Clear();
            items.ForEach(i => list.Add(i));
        }
        Settle(content);
    }

    /// <summary>Whether a value may be missing: by its type, and by its rules.</summary>
    public static bool IsOptional(Type owner, ContentProperty property) =>
        property.Rule<RequiredAttribute>() is null
        && new NullabilityInfoContext().Create(owner.GetProperty(char.ToUpperInvariant(property.Name[0]) + property.Name[1..])!).ReadState == NullabilityState.Nullable;

    private object Make(Type type, Fullness fullness)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in ContentGraph.PropertiesOf(type))
        {
            var missing = IsOptional(type, property) && fullness != Fullness.Whole && (fullness == Fullness.Bare || random.Next(2) == 0);
            property.Set(made, missing ? null : ValueOf(type, property, fullness));
        }
        return made;
    }

    private object ValueOf(Type owner, ContentProperty property, Fullness fullness)
    {
        if (property.ItemType is { } item)
            return ListOf(owner, property, item, fullness);
        if (!ContentGraph.IsBranch(property.Type))
            return ValueOf(property.Type, owner, property);
        var branch = Make(property.Type, fullness);
        if (branch is IKeyed keyed)
            keyed.Key = KeyIn(property, 1);
        return branch;
    }

    private IList ListOf(Type owner, ContentProperty property, Type item, Fullness fullness)
    {
        var list = (IList)Activator.CreateInstance(property.Type)!;
        var count = fullness == Fullness.Bare && property.Rule<NotEmptyAttribute>() is null ? 0 : 2;
        for (var i = 1; i <= count; i++)
        {
            var made = ContentGraph.IsBranch(item) ? Make(item, fullness) : ValueOf(item, owner, property);
            if (made is IKeyed keyed)
                keyed.Key = KeyIn(property, i);
            list.Add(made);
        }
        return list;
    }

    private static string KeyIn(ContentProperty list, int number) => $"{list.Name[0]}{number}";

    private object ValueOf(Type type, Type owner, ContentProperty property)
    {
        var turn = $"{owner.Name}.{property.Name}";
        return type switch
        {
            { IsEnum: true } => Next(turn, [.. Enum.GetValues(type).Cast<object>()]),
            _ when type == typeof(string) => Text(turn, property),
            _ when type == typeof(decimal) => Next(turn, property.Rule<RangeAttribute>() is null ? FillerValues.Decimals : FillerValues.SmallDecimals),
            _ when type == typeof(EdtfDate) => new EdtfDate(Next(turn, FillerValues.Dates)),
            _ when type == typeof(LocalizedText) => new LocalizedText { ["en"] = Next(turn, FillerValues.Texts), ["zh-Hans"] = "与“大同”的\n谅解备忘录" },
            _ when type == typeof(bool) => Next(turn, [true, false]),
            _ when type == typeof(DateOnly) => Next(turn, [new DateOnly(2024, 2, 29), DateOnly.MinValue, DateOnly.MaxValue]),
            _ when type == typeof(int) || type == typeof(long) => Convert.ChangeType(Next(turn, [1, 36, 1200]), type, null),
            _ => throw new NotSupportedException($"{turn} is a {type.Name}, which the filler does not know yet."),
        };
    }

    private string Text(string turn, ContentProperty property) =>
        property switch
        {
            _ when property.Rule<ReferenceAttribute>() is { } reference => Next(turn, existing[reference.Kind]),
            _ when property.Rule<CodeFromAttribute>() is { } codes => Next(turn, [.. codes.List.All.Select(c => c.Value).Take(400)]),
            _ when property.Rule<LanguageTagRuleAttribute>() is not null => Next(turn, ["en", "zh-Hans", "pt-BR", "sr-Latn-RS"]),
            _ when property.Rule<HttpAddressAttribute>() is not null => Next(turn, ["https://example.org/大同?q=a%20b&c='d'#\"e", "http://example.org"]),
            // Of a file that is kept; set together afterwards.
            { Name: "sha256" or "mediaType" } => "",
            { Name: "currency" or "secondCurrency" } => Next(turn, ["CNY", "EUR", "XOF"]),
            _ => Next(turn, FillerValues.Texts),
        };

    private T Next<T>(string turn, IReadOnlyList<T> values) => values[(turns[turn] = turns.GetValueOrDefault(turn, -1) + 1) % values.Count];
}

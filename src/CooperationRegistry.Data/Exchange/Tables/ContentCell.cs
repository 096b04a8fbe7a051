using System.Globalization;
using System.Resources;
using System.Text.Json;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>A value of a content as a cell, by its path through properties; behind a text in several languages stands a BCP 47 tag.</summary>
internal static class ContentCell
{
    /// <summary>In place of a tag: the text that lists show, in English, else in any language.</summary>
    public const string Shown = "*";

    private static readonly ResourceManager Labels = new("CooperationRegistry.Data.Exchange.Tables.Words", typeof(ContentCell).Assembly);
    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("zh-Hans")];

    public static object? Read(object content, string path)
    {
        object? at = content;
        foreach (var step in path.Split('/'))
        {
            at = at switch
            {
                null => null,
                LocalizedText texts => step == Shown ? texts.Best("en")?.Text : texts.For(step),
                _ => Property(at.GetType(), step).Get(at),
            };
        }
        return at;
    }

    /// <returns>What is wrong with the text; null where it was taken.</returns>
    public static Breach? Write(object content, string path, string text)
    {
        var steps = path.Split('/');
        var owner = content;
        for (var i = 0; i < steps.Length - 1; i++)
        {
            var property = Property(owner.GetType(), steps[i]);
            if (property.Type == typeof(LocalizedText))
                return Write(owner, property, steps[^1], text);
            if (property.Get(owner) is not { } branch)
            {
                if (text.Length == 0)
                    return null;
                property.Set(owner, branch = Activator.CreateInstance(property.Type)!);
            }
            // A value that has nowhere to be empty takes what it belongs to with it: coordinates are two numbers or none.
            else if (text.Length == 0 && i == steps.Length - 2 && !IsNullable(property.Type, steps[^1]))
            {
                property.Set(owner, null);
                return null;
            }
            owner = branch;
        }
        return Write(owner, Property(owner.GetType(), steps[^1]), text);
    }

    private static Breach? Write(object owner, ContentProperty property, string tag, string text)
    {
        var texts = (LocalizedText?)property.Get(owner) ?? [];
        tag = tag == Shown ? texts.Best("en")?.Tag ?? "en" : tag;
        if (text.Length == 0)
            texts.Remove(tag);
        else
            texts[tag] = text;
        property.Set(owner, texts.Count == 0 && IsNullable(owner.GetType(), property.Name) ? null : texts);
        return null;
    }

    private static Breach? Write(object owner, ContentProperty property, string text)
    {
        if (text.Length == 0 && !IsNullable(owner.GetType(), property.Name) && property.Type != typeof(string))
            return new Breach("", Rule.Required);
        var (value, breach) = text.Length == 0 ? (property.Type == typeof(string) && !IsNullable(owner.GetType(), property.Name) ? "" : null, null) : Parse(property.Type, text);
        if (breach is null)
            property.Set(owner, value);
        return breach;
    }

    private static (object? Value, Breach? Breach) Parse(Type type, string text) =>
        type switch
        {
            _ when type == typeof(string) => (text, null),
            { IsEnum: true } => ParseEnum(type, text),
            _ when type == typeof(EdtfDate) => Date(text) is { } date ? (date, null) : (null, new Breach("", Rule.UnreadableDate, text)),
            _ when type == typeof(DateOnly) => Date(text) is { Precision: EdtfPrecision.Day, Earliest: { } day } ? (day, null) : (null, new Breach("", Rule.UnreadableDate, text)),
            _ when type == typeof(bool) => text is "true" or "false" ? (text == "true", null) : (null, new Breach("", Rule.UnknownValue, text, "true, false")),
            _ when type == typeof(decimal) => Number(text) is { } number ? (number, null) : (null, new Breach("", Rule.WrongType, text, "a number such as 1250.5, without separators between thousands")),
            _ => throw new NotSupportedException($"{type.Name} stands in no list."),
        };

    /// <summary>As people and spreadsheets write it; null where it cannot be read, or in more than one way.</summary>
    public static EdtfDate? Date(string text) => EdtfDate.TryParse(text, out var exact) ? exact : DateReader.Read(text).Date;

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;

    // memorandumOfUnderstanding, but also Memorandum of understanding and 谅解备忘录.
    private static (object? Value, Breach? Breach) ParseEnum(Type type, string text)
    {
        var (known, folded) = (Enum.GetNames(type), Plain(text));
        var found = Array.Find(known, name => Plain(name) == folded) ?? Array.Find(known, name => Languages.Any(language => Labels.GetString($"{type.Name}_{name}", language) is { } label && Plain(label) == folded));
        return found is not null
            ? (Enum.Parse(type, found), null)
            : (null, new Breach("", Rule.UnknownValue, text, string.Join(", ", known.Select(JsonNamingPolicy.CamelCase.ConvertName))));
    }

    private static string Plain(string text) => Folding.Text(text).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsNullable(Type owner, string property)
    {
        var declared = owner.GetProperty(char.ToUpperInvariant(property[0]) + property[1..])!;
        return Nullable.GetUnderlyingType(declared.PropertyType) is not null
            || new System.Reflection.NullabilityInfoContext().Create(declared).WriteState == System.Reflection.NullabilityState.Nullable && !declared.PropertyType.IsValueType;
    }

    private static ContentProperty Property(Type type, string name) =>
        ContentGraph.PropertiesOf(type).FirstOrDefault(p => p.Name == name) ?? throw new ArgumentException($"{type.Name} has no property {name}.", nameof(name));
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>
/// Writes what the annotations of contents say as JSON Schema 2020-12, one definition a class, by the walk that the rules use
/// (<see cref="ContentGraph"/>). What classes say of several properties at once is not in it.
/// </summary>
/// <param name="refs">What a reference to a definition starts with.</param>
internal sealed class SchemaWriter(string refs)
{
    private const int MostItems = 2000;
    private const int LongestText = 1000;
    private const int LongestPassage = 20_000;

    private readonly SortedDictionary<string, JsonObject> definitions = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonObject> Definitions => definitions;

    /// <returns>The name of the definition.</returns>
    public string Define(Type type)
    {
        var name = type.Name.EndsWith("Content", StringComparison.Ordinal) ? type.Name[..^"Content".Length] : type.Name;
        if (!definitions.TryAdd(name, []))
            return name;
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var property in ContentGraph.PropertiesOf(type))
        {
            var schema = property.ItemType is { } item ? ListOf(item, property) : ValueOf(property.Type, type, property);
            properties[property.Name] = MayBeNull(type, property) ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
            if (IsNeeded(property))
                required.Add(property.Name);
        }
        var definition = definitions[name];
        definition["type"] = "object";
        definition["properties"] = properties;
        if (required.Count > 0)
            definition["required"] = required;
        definition["additionalProperties"] = false;
        return name;
    }

    private static bool IsNeeded(ContentProperty property) =>
        property.Rule<RequiredAttribute>() is not null || property.Rule<ItemKeyAttribute>() is not null || property.Rule<NotEmptyAttribute>() is not null || property.Rule<JsonRequiredAttribute>() is not null;

    private static bool MayBeNull(Type owner, ContentProperty property)
    {
        var declared = owner.GetProperties().Single(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name) == property.Name);
        return !IsNeeded(property) && new NullabilityInfoContext().Create(declared).WriteState == NullabilityState.Nullable;
    }

    private JsonObject ListOf(Type item, ContentProperty property)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = ValueOf(item, item, property), ["maxItems"] = MostItems };
        if (property.Rule<NotEmptyAttribute>() is not null)
            schema["minItems"] = 1;
        return schema;
    }

    private JsonObject ValueOf(Type type, Type owner, ContentProperty property) =>
        type switch
        {
            { IsEnum: true } => Shared(type.Name, () => OneOf(Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))),
            _ when type == typeof(string) => TextOf(owner, property),
            _ when type == typeof(LocalizedText) => TextsOf(property),
            _ when type == typeof(EdtfDate) => Shared(nameof(EdtfDate), () => Text("^[0-9X?~%/.-]+$", "A date of the Extended Date/Time Format (ISO 8601-2): 2025-03-15, 2017-10, 201X, XXXX-10-19, 2017-11~, 2014-12-03/2014-12-06, 2012/..")),
            _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
            _ when type == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
            _ when type == typeof(decimal) => Number("number", owner, property),
            _ when type == typeof(int) || type == typeof(long) => Number("integer", owner, property),
            _ => Ref(Define(type)),
        };

    private JsonObject TextOf(Type owner, ContentProperty property)
    {
        if (owner == typeof(Money) && property.Name.EndsWith("urrency", StringComparison.Ordinal))
            return Shared("Currency", () => OneOf(CodeLists.Currencies.All.Select(c => c.Value), "ISO 4217"));
        if (property.Rule<CodeFromAttribute>() is { } codes)
            return OfCodes(codes.List);
        if (property.Rule<ReferenceAttribute>() is { } reference)
            return Shared($"{reference.Kind}Id", () => Text($"^(?:{RecordId.Pattern(reference.Kind)[1..^1]}|~[0-9a-z]{{1,12}})$", $"The identifier of a published {Nouns.One(reference.Kind)}, such as {RecordId.Example(reference.Kind)}; in a proposal also the temporary one of a record that is proposed along with it: ~1."));
        if (property.Rule<LanguageTagRuleAttribute>() is not null)
            return Shared("LanguageTag", () => Text("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "A BCP 47 language tag of registered subtags: en, zh-Hans."));
        if (property.Rule<ItemKeyAttribute>() is not null)
            return Shared("ItemKey", () => Text("^[a-z]{1,3}[0-9]{1,6}$", "A short key, unique in its list and never used again within the record; paths name the item by it: parties/p1."));
        var schema = new JsonObject { ["type"] = "string", ["maxLength"] = property.Rule<StringLengthAttribute>()?.MaximumLength ?? LongestText };
        if (IsNeeded(property) && property.ItemType is null)
            schema["minLength"] = 1;
        if (property.Rule<HttpAddressAttribute>() is not null)
            (schema["pattern"], schema["maxLength"]) = ("^https?://", 2000);
        if (property.Rule<RegularExpressionAttribute>() is { } pattern)
            schema["pattern"] = pattern.Pattern;
        if (property.Rule<KeyOfAttribute>() is { } key)
            schema["description"] = $"The key of an item of {key.List}.";
        if (property.Rule<ContentPathAttribute>() is not null)
            schema["description"] = "A place in this content: parties/p1, events/e2/date.";
        return schema;
    }

    private JsonObject OfCodes(CodeList list) =>
        list == CodeLists.Countries ? Shared("Country", () => OneOf(list.All.Select(c => c.Value), "ISO 3166-1 alpha-2"))
        : list == CodeLists.Sectors ? Shared("Sector", () => OneOf(list.All.Select(c => c.Value)))
        : list == CodeLists.Technologies ? Shared("Technology", () => OneOf(list.All.Select(c => c.Value), "A technology in the terms of IRENA's statistics."))
        : Shared("Subdivision", () => Text("^[A-Z]{2}-[A-Z0-9]{1,3}$", "ISO 3166-2"));

    private static JsonObject TextsOf(ContentProperty property)
    {
        var text = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = property.Rule<StringLengthAttribute>()?.MaximumLength ?? LongestPassage };
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The text by language: BCP 47 tag to text.",
            ["patternProperties"] = new JsonObject { ["^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"] = text },
            ["additionalProperties"] = false,
        };
        if (IsNeeded(property))
            schema["minProperties"] = 1;
        return schema;
    }

    private static JsonObject Number(string type, Type owner, ContentProperty property)
    {
        var schema = new JsonObject { ["type"] = type };
        if (property.Rule<RangeAttribute>() is { } range)
        {
            schema["minimum"] = Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture);
            schema["maximum"] = Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture);
        }
        else if (property.Name.EndsWith("mount", StringComparison.Ordinal) && (owner == typeof(Money) || owner == typeof(Quantity)))
        {
            (schema["minimum"], schema["maximum"]) = (0, owner == typeof(Money) ? Money.AmountLimit : Quantity.AmountLimit);
        }
        return schema;
    }

    private JsonObject Shared(string name, Func<JsonObject> make)
    {
        if (!definitions.ContainsKey(name))
            definitions[name] = make();
        return Ref(name);
    }

    private JsonObject Ref(string name) => new() { ["$ref"] = refs + name };

    private static JsonObject Text(string pattern, string description) => new() { ["type"] = "string", ["pattern"] = pattern, ["description"] = description };

    private static JsonObject OneOf(IEnumerable<string> values, string? description = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]) };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }
}

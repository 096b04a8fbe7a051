using System.Text.Json;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>What Table Schema says of a property.</summary>
internal static class PackageTypes
{
    private const int MostListed = 100;

    public static (string Type, string Description) Of(ContentProperty property) =>
        property.Type switch
        {
            _ when property.Rule<ReferenceAttribute>() is { } reference => ("string", $"identifier of a {Words(reference.Kind.ToString())}."),
            _ when property.Rule<KeyOfAttribute>() is { } key => ("string", $"key of one of the {Words(key.List)} of the same record."),
            _ when property.Rule<CodeFromAttribute>() is { } codes => ("string", Codes(codes)),
            _ when property.Rule<ContentPathAttribute>() is not null => ("string", "a place in the same record, as a path of names and keys."),
            _ when property.Rule<LanguageTagRuleAttribute>() is not null => ("string", "a language, BCP 47."),
            _ when property.Rule<HttpAddressAttribute>() is not null => ("string", "a web address."),
            { IsEnum: true } => ("string", "one of the values listed."),
            var type when type == typeof(EdtfDate) => ("string", "a date as precise as the source has it, in EDTF (ISO 8601-2)."),
            var type when type == typeof(DateOnly) => ("date", "a day."),
            var type when type == typeof(bool) => ("boolean", "true or false."),
            var type when type == typeof(decimal) => ("number", "a number, with the digits that the source printed."),
            var type when type == typeof(int) || type == typeof(long) => ("integer", "a whole number."),
            var type when type == typeof(string) || property.ItemType == typeof(string) => ("string", "a text."),
            _ => throw new NotSupportedException($"{property.Name} is a {property.Type.Name}, which Table Schema has no type for."),
        };

    /// <summary>Every value of an enum, every code of a list of the registry's own.</summary>
    public static IReadOnlyList<string> Among(ContentProperty property) =>
        property switch
        {
            { Type.IsEnum: true } => [.. Enum.GetNames(property.Type).Select(JsonNamingPolicy.CamelCase.ConvertName)],
            _ when property.Rule<CodeFromAttribute>() is { List.All: { Count: <= MostListed } codes } => [.. codes.Select(c => c.Value)],
            _ => [],
        };

    private static string Codes(CodeFromAttribute codes) =>
        codes.List == CodeLists.Countries ? "a country, ISO 3166-1 alpha-2."
        : codes.List == CodeLists.Subdivisions ? "a first-level subdivision of a country, ISO 3166-2."
        : codes.List == CodeLists.Technologies ? "a technology in the terms of IRENA."
        : "a sector of the registry's list.";

    private static string Words(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace('_', ' ');
}

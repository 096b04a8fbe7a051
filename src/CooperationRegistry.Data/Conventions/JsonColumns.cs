using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CooperationRegistry.Data.Conventions;

/// <summary>Parts of a content that point at no other record are jsonb columns, written as files write them.</summary>
internal static class JsonColumns
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        foreach (var type in Enum.GetValues<RecordKind>().SelectMany(k => PartsOf(ContentJson.TypeOf(k))).Distinct())
        {
            builder.Properties(type)
                .HaveConversion(typeof(JsonText<>).MakeGenericType(type), typeof(JsonComparer<>).MakeGenericType(type))
                .HaveColumnType("jsonb");
        }
    }

    private static IEnumerable<Type> PartsOf(Type content) =>
        ContentGraph.PropertiesOf(content).SelectMany(p => PartsOf(p));

    private static IEnumerable<Type> PartsOf(ContentProperty property)
    {
        if (property.Type == typeof(LocalizedText))
            return [property.Type];
        var inner = property.ItemType ?? property.Type;
        if (!ContentGraph.IsBranch(inner))
            return [];
        return PointsElsewhere(inner) ? PartsOf(inner) : [property.Type];
    }

    private static bool PointsElsewhere(Type branch) =>
        ContentGraph.PropertiesOf(branch).Any(p => p.Rule<ReferenceAttribute>() is not null || ContentGraph.IsBranch(p.ItemType ?? p.Type) && PointsElsewhere(p.ItemType ?? p.Type));
}

internal sealed class JsonText<T>()
    : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, ContentJson.Options), text => JsonSerializer.Deserialize<T>(text, ContentJson.Options)!);

internal sealed class JsonComparer<T>()
    : ValueComparer<T>(
        (a, b) => Text(a) == Text(b),
        value => Text(value).GetHashCode(StringComparison.Ordinal),
        value => JsonSerializer.Deserialize<T>(Text(value), ContentJson.Options)!)
{
    private static string Text(T? value) => JsonSerializer.Serialize(value, ContentJson.Options);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CooperationRegistry.Data.Conventions;

/// <summary>Tables, columns, keys and indexes are snake_case; enums are their camelCase names, and a check constraint lists them.</summary>
internal static class StandardNames
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsMappedToJson()))
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SharesOwnersTable(entity) && property.IsPrimaryKey() ? OwnersKey(entity) : Prefix(entity) + Snake(property.GetColumnName()));
        }

        foreach (var document in builder.Model.GetEntityTypes().Where(e => e.IsMappedToJson()))
            document.SetContainerColumnName(Snake(document.GetContainerColumnName()!));

        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsMappedToJson()))
        {
            var table = entity.GetTableName()!;
            foreach (var key in entity.GetKeys())
                key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{Columns(key.Properties)}");
            foreach (var foreign in entity.GetForeignKeys().Where(f => f.PrincipalEntityType.GetTableName() != table || !f.IsOwnership))
                foreign.SetConstraintName($"fk_{table}_{Columns(foreign.Properties)}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(index.Name ?? $"ix_{table}_{Columns(index.Properties)}");
            foreach (var property in entity.GetProperties())
                NameEnum(entity, property);
        }
    }

    private static void NameEnum(IMutableEntityType entity, IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (!type.IsEnum)
            return;
        property.SetValueConverter(typeof(EnumText<>).MakeGenericType(type));
        property.SetColumnType("text");
        var names = Enum.GetNames(type).Select(n => $"'{JsonNamingPolicy.CamelCase.ConvertName(n)}'");
        entity.AddCheckConstraint($"ck_{entity.GetTableName()}_{property.GetColumnName()}", $"{property.GetColumnName()} IN ({string.Join(", ", names)})");
    }

    // What a record says stands in its own table without a prefix; a nested value is prefixed with its name.
    private static string Prefix(IMutableEntityType entity) =>
        SharesOwnersTable(entity) && entity.FindOwnership()!.PrincipalToDependent!.Name is var navigation && navigation != "Content" ? Snake(navigation) + "_" : "";

    private static bool SharesOwnersTable(IMutableEntityType entity) =>
        entity.FindOwnership() is { IsUnique: true } ownership && Snake(ownership.PrincipalEntityType.GetTableName()!) == Snake(entity.GetTableName()!);

    private static string OwnersKey(IMutableEntityType entity) =>
        entity.FindOwnership() is { IsUnique: true } ownership ? OwnersKey(ownership.PrincipalEntityType) : entity.FindPrimaryKey()!.Properties[0].GetColumnName();

    private static string Columns(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(p => p.GetColumnName()));

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.Replace("Content_", "", StringComparison.Ordinal));
}

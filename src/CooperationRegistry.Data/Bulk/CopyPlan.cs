using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

namespace CooperationRegistry.Data.Bulk;

/// <summary>Reads from the model which tables an entity is written to: its own first, then those of the lists that it owns.</summary>
internal sealed class CopyPlan
{
    private static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<CopyTable>> Plans = [];

    private readonly ParameterExpression entity = Expression.Parameter(typeof(object), "entity");
    private readonly ParameterExpression item = Expression.Parameter(typeof(object), "item");
    private readonly IEntityType type;
    private readonly List<CopyTable> lists = [];

    private CopyPlan(IEntityType type) => this.type = type;

    public static IReadOnlyList<CopyTable> Of(IEntityType type) => Plans.GetOrAdd(type, t => new CopyPlan(t).Tables());

    private List<CopyTable> Tables()
    {
        var columns = new Dictionary<IColumn, CopyColumn>();
        var table = TableOf(type);
        AddColumns(columns, table, type, Expression.Convert(entity, type.ClrType), inList: false);
        return [Table(table, columns, null), .. lists];
    }

    private void AddColumns(Dictionary<IColumn, CopyColumn> columns, ITable table, IEntityType at, Expression owner, bool inList)
    {
        if (TableOf(at) != table)
            throw new NotSupportedException($"{at.DisplayName()} is not stored in {table.Name}.");
        foreach (var mapping in at.GetTableMappings().Single().ColumnMappings.Where(m => !columns.ContainsKey(m.Column) && !IsLeftToTheDatabase(m.Property)))
            columns.Add(mapping.Column, CopyColumn.Of(Stored(Value(at, owner, mapping.Property), mapping.TypeMapping), entity, item, TypeOf(mapping.TypeMapping)));
        foreach (var owned in at.GetNavigations().Where(n => n.ForeignKey.IsOwnership && !n.IsOnDependent))
        {
            if (!owned.IsCollection)
                AddColumns(columns, table, owned.TargetEntityType, Member(owner, owned), inList);
            else if (inList)
                throw new NotSupportedException($"{at.DisplayName()} is in a list and owns one.");
            else
                AddList(owned, owner);
        }
    }

    private void AddList(INavigation list, Expression owner)
    {
        var columns = new Dictionary<IColumn, CopyColumn>();
        var table = TableOf(list.TargetEntityType);
        AddColumns(columns, table, list.TargetEntityType, Expression.Convert(item, list.TargetEntityType.ClrType), inList: true);
        var items = Expression.Lambda<Func<object, IEnumerable?>>(Expression.Convert(Member(owner, list), typeof(IEnumerable)), entity).Compile();
        lists.Add(Table(table, columns, items));
    }

    private static CopyTable Table(ITable table, Dictionary<IColumn, CopyColumn> columns, Func<object, IEnumerable?>? items)
    {
        var names = string.Join(", ", columns.Keys.Select(c => Quoted(c.Name)));
        var name = table.Schema is null ? Quoted(table.Name) : $"{Quoted(table.Schema)}.{Quoted(table.Name)}";
        return new CopyTable($"COPY {name} ({names}) FROM STDIN (FORMAT BINARY)", [.. columns.Values], items);
    }

    private static ITable TableOf(IEntityType type) =>
        type.GetTableMappings().ToList() is [var mapping] && !type.IsMappedToJson() ? (ITable)mapping.Table : throw new NotSupportedException($"{type.DisplayName()} is not stored in one table.");

    private static bool IsLeftToTheDatabase(IProperty property) =>
        property.GetBeforeSaveBehavior() != PropertySaveBehavior.Save
        || property.GetValueGenerationStrategy() is NpgsqlValueGenerationStrategy.IdentityByDefaultColumn or NpgsqlValueGenerationStrategy.IdentityAlwaysColumn or NpgsqlValueGenerationStrategy.SerialColumn;

    // What the class has no property for: the key of the owner, or which class it is.
    private Expression Value(IEntityType at, Expression owner, IProperty property)
    {
        if (!property.IsShadowProperty())
            return Member(owner, property);
        if (at.FindDiscriminatorProperty() == property)
            return Expression.Constant(at.GetDiscriminatorValue(), property.ClrType);
        for (var key = property; key.GetContainingForeignKeys().SingleOrDefault(f => f.IsOwnership) is { } ownership;)
        {
            key = ownership.PrincipalKey.Properties[ownership.Properties.ToList().IndexOf(key)];
            if (key.DeclaringType == type && !key.IsShadowProperty())
                return Member(Expression.Convert(entity, type.ClrType), key);
        }
        throw new NotSupportedException($"Nothing says what {at.DisplayName()}.{property.Name} is.");
    }

    // Null where the owner is.
    private static Expression Member(Expression owner, IPropertyBase property)
    {
        var member = property.GetMemberInfo(forMaterialization: false, forSet: false);
        var value = Nulled(Expression.MakeMemberAccess(Expression.Convert(owner, member.DeclaringType!), member));
        return owner is MemberExpression or ConditionalExpression
            ? Expression.Condition(Expression.ReferenceEqual(owner, Expression.Constant(null)), Expression.Default(value.Type), value)
            : value;
    }

    private static Expression Stored(Expression value, RelationalTypeMapping mapping)
    {
        if (mapping.Converter is not { } converter)
            return Nulled(value);
        var kept = Expression.Variable(value.Type);
        var stored = Nulled(Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(kept, converter.ModelClrType)));
        return Expression.Block(
            [kept],
            Expression.Assign(kept, value),
            Expression.Condition(Expression.Equal(kept, Expression.Constant(null, kept.Type)), Expression.Default(stored.Type), stored));
    }

    private static Expression Nulled(Expression value) =>
        value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type)) : value;

    private static NpgsqlDbType TypeOf(RelationalTypeMapping mapping)
    {
        using var command = new NpgsqlCommand();
        return ((NpgsqlParameter)mapping.CreateParameter(command, "value", null, nullable: true)).NpgsqlDbType;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

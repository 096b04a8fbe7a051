using System.Linq.Expressions;
using Npgsql;
using NpgsqlTypes;

namespace CooperationRegistry.Data.Bulk;

internal abstract class CopyColumn
{
    /// <param name="importer">Within a row.</param>
    /// <param name="entity">The one written.</param>
    /// <param name="item">What the row is of: the entity, or something that it owns.</param>
    public abstract Task WriteAsync(NpgsqlBinaryImporter importer, object entity, object item, CancellationToken cancellationToken);

    /// <param name="value">Null for no value, so a class or a <see cref="Nullable{T}"/>.</param>
    public static CopyColumn Of(Expression value, ParameterExpression entity, ParameterExpression item, NpgsqlDbType type)
    {
        var read = Expression.Lambda(value, entity, item).Compile();
        var column = Nullable.GetUnderlyingType(value.Type) is { } inner ? typeof(StructColumn<>).MakeGenericType(inner) : typeof(ClassColumn<>).MakeGenericType(value.Type);
        return (CopyColumn)Activator.CreateInstance(column, read, type)!;
    }

    private sealed class ClassColumn<T>(Func<object, object, T?> read, NpgsqlDbType type) : CopyColumn
        where T : class
    {
        public override Task WriteAsync(NpgsqlBinaryImporter importer, object entity, object item, CancellationToken cancellationToken) =>
            read(entity, item) is { } value ? importer.WriteAsync(value, type, cancellationToken) : importer.WriteNullAsync(cancellationToken);
    }

    private sealed class StructColumn<T>(Func<object, object, T?> read, NpgsqlDbType type) : CopyColumn
        where T : struct
    {
        public override Task WriteAsync(NpgsqlBinaryImporter importer, object entity, object item, CancellationToken cancellationToken) =>
            read(entity, item) is { } value ? importer.WriteAsync(value, type, cancellationToken) : importer.WriteNullAsync(cancellationToken);
    }
}

using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Exchange;

/// <summary>
/// SQL without parameters, which COPY needs: captured values become constants of the query, and so literals that EF's type mappings
/// write and escape. Nothing is put into SQL by concatenation.
/// </summary>
internal static class InlinedSql
{
    /// <exception cref="InvalidOperationException">A value could not be written as a literal.</exception>
    public static string Of<T>(IQueryable<T> query)
    {
        var sql = query.Provider.CreateQuery<T>(new Constants().Visit(query.Expression)).ToQueryString();
        // EF writes parameters, where any are left, as comments above the statement.
        return sql.StartsWith("SELECT", StringComparison.Ordinal) ? sql : throw new InvalidOperationException("The query still has parameters.");
    }

    private sealed class Constants : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            Visit(node.Expression) is ConstantExpression { Value: { } owner }
                ? Expression.Constant(ValueOf(node.Member, owner), node.Type)
                : base.VisitMember(node);

        private static object? ValueOf(MemberInfo member, object owner) =>
            member switch
            {
                FieldInfo field => field.GetValue(owner),
                PropertyInfo property => property.GetValue(owner),
                _ => throw new InvalidOperationException($"{member.Name} holds no value."),
            };
    }
}

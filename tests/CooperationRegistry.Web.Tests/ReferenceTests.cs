using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Tests.Filling;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CooperationRegistry.Web.Tests;

/// <summary>Whatever a content's class marks as the id of another record, the database itself holds to.</summary>
[Collection(nameof(FilledSite))]
public sealed class ReferenceTests(FilledSite site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Table, column and the table referred to, as the classes have them.</summary>
    public static TheoryData<string, string, string> Columns =>
        new(Enum.GetValues<RecordKind>().SelectMany(kind => ColumnsOf(ContentJson.TypeOf(kind), Table(kind), Snake(kind.ToString()), "")));

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Reference_column_is_held_by_a_foreign_key(string table, string column, string referred)
    {
        await using var db = site.OpenAsOwner();
        var keys = await db.Database.SqlQuery<string>($"""
            SELECT confrelid::regclass::text || ' ' || convalidated AS "Value"
            FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
            WHERE contype = 'f' AND conrelid = {table}::regclass AND attname = {column}
            """).ToListAsync(Token);

        Assert.Equal([referred + " true"], keys);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Record_that_is_referred_to_cannot_be_deleted_by_the_owner(string table, string column, string referred)
    {
#pragma warning disable EF1002 // Names of tables and columns, from the classes alone.
        await using var db = site.OpenAsOwner();
        var id = await db.Database.SqlQueryRaw<string>($"SELECT {column} AS \"Value\" FROM {table} WHERE {column} IS NOT NULL LIMIT 1").SingleAsync(Token);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync($"DELETE FROM {referred} WHERE id = {{0}}", [id], Token));
#pragma warning restore EF1002

        // 23001 from PostgreSQL 18 on.
        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.ForeignKeyViolation, PostgresErrorCodes.RestrictViolation });
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> ColumnsOf(Type type, string table, string owner, string prefix)
    {
        foreach (var property in ContentGraph.PropertiesOf(type))
        {
            var name = prefix + Snake(property.Name);
            if (property.Rule<ReferenceAttribute>() is { } reference)
                yield return new(table, name, Table(reference.Kind));
            var inner = property.ItemType ?? property.Type;
            if (!ContentGraph.IsBranch(inner))
                continue;
            var rows = property.ItemType is null ? ColumnsOf(inner, table, owner, name + "_") : ColumnsOf(inner, $"{owner}_{name}", owner, "");
            foreach (var row in rows)
                yield return row;
        }
    }

    private static string Table(RecordKind kind) => kind == RecordKind.City ? "cities" : Snake(kind.ToString()) + "s";

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

using CooperationRegistry.Data;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CooperationRegistry.Web.Tests;

public sealed class MigrationsTests(TestCluster cluster, RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A second way to the tables: what the model itself would create, compared column by column and constraint by constraint. It knows no index over an expression.</summary>
    [Fact]
    public async Task Migrated_schema_and_model_agree()
    {
        var fresh = await cluster.CreateEmptyAsync();
        await using var db = new RegistryDbContext(DatabaseSetup.Options(fresh.Owner));
        await using (var source = NpgsqlDataSource.Create(fresh.Owner))
        await using (var create = source.CreateCommand(db.GetService<IRelationalDatabaseCreator>().GenerateCreateScript()))
            await create.ExecuteNonQueryAsync(Token);

        Assert.Equal(await DescribeAsync(fresh.Owner), await DescribeAsync(site.Database.Owner));
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET actor = 'x'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("UPDATE revisions SET note = 'x'")]
    [InlineData("DELETE FROM revisions")]
    [InlineData("UPDATE redirects SET into_id = 'x'")]
    [InlineData("DELETE FROM redirects")]
    [InlineData("TRUNCATE redirects")]
    [InlineData("TRUNCATE revisions")]
    [InlineData("UPDATE tombstones SET reason = 'x'")]
    [InlineData("DELETE FROM tombstones")]
    [InlineData("TRUNCATE tombstones")]
    [InlineData("INSERT INTO audit_head VALUES (1, 1, '')")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("TRUNCATE audit_head")]
    [InlineData("UPDATE files SET file_name = 'x'")]
    [InlineData("DELETE FROM files")]
    [InlineData("TRUNCATE files")]
    [InlineData("UPDATE api_keys SET scopes = NULL")]
    [InlineData("UPDATE api_keys SET hash = ''")]
    [InlineData("DELETE FROM api_keys")]
    [InlineData("TRUNCATE api_keys")]
    [InlineData("DELETE FROM migrations")]
    [InlineData("CREATE TABLE mine (id int)")]
    [InlineData("ALTER TABLE cities ADD mine int")]
    public async Task Server_role_is_refused_what_only_the_owner_may(string sql)
    {
        await using var db = await site.OpenAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Token));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Every_name_is_snake_case()
    {
        await using var db = await site.OpenAsync();
        var odd = await db.Database.SqlQuery<string>($"SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' AND (table_name || column_name) !~ '^[a-z0-9_]+$'").ToListAsync(Token);
        Assert.Empty(odd);
    }

    private static async Task<List<string>> DescribeAsync(string connection)
    {
        await using var db = new RegistryDbContext(DatabaseSetup.Options(connection));
        return await db.Database.SqlQuery<string>($"""
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(character_maximum_length, 0) AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
            UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations'
            UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
              WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> 'migrations' AND i.indexprs IS NULL
            UNION ALL SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
            ORDER BY 1
            """).ToListAsync(Token);
    }
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Web.Tests.Filling;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CooperationRegistry.Web.Tests;

/// <summary>What is copied stands in the tables as what EF Core saved, in every column of every row.</summary>
[Collection(nameof(FilledSite))]
public sealed class BulkCopyTests(TestCluster cluster, FilledSite site)
{
    private static readonly Type[] Copied =
    [
        typeof(Source), typeof(City), typeof(Partner), typeof(Agreement), typeof(Project), typeof(CapacityStat), typeof(AgreementListing), typeof(AgreementWords),
        typeof(SearchName), typeof(SearchWord), typeof(RecordQuality), typeof(Revision), typeof(AuditEntry), typeof(ImportLine), typeof(ImportPiece),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copied_rows_are_those_that_were_saved()
    {
        await using var saved = site.OpenAsOwner();
        await ImportAsync(saved);
        await using var copied = await OpenEmptyAsync();
        // Identity columns that others point at; and whom they belong to.
        await SaveAsync(saved.Users, copied);
        await SaveAsync(saved.Proposals, copied);
        await SaveAsync(saved.Imports, copied);

        await CopyAsync(saved.Sources, copied);
        await CopyAsync(saved.Cities, copied);
        await CopyAsync(saved.Partners, copied);
        await CopyAsync(saved.Agreements, copied);
        await CopyAsync(saved.Projects, copied);
        await CopyAsync(saved.CapacityStats, copied);
        await CopyAsync(saved.AgreementListings, copied);
        await CopyAsync(saved.AgreementWords, copied);
        await CopyAsync(saved.SearchNames, copied);
        await CopyAsync(saved.SearchWords, copied);
        await CopyAsync(saved.RecordQualities, copied);
        await CopyAsync(saved.Revisions, copied);
        await CopyAsync(saved.AuditEntries, copied);
        await CopyAsync(saved.ImportLines, copied);
        await CopyAsync(saved.ImportPieces, copied);

        foreach (var table in Tables(saved.Model))
        {
            var rows = await RowsAsync(saved, table);
            Assert.NotEmpty(rows);
            Assert.Equal(rows, await RowsAsync(copied, table));
        }
        foreach (var ((kind, id), json) in site.Expected)
            Assert.Equal(json, ContentJson.Write((await copied.FindRecordsAsync(kind, [id], Token)).Single().Body));
    }

    [Fact]
    public async Task Stream_is_copied_in_its_order()
    {
        await using var db = await OpenEmptyAsync();
        await db.CopyAsync(Enumerable.Range(1, 25_000).Select(n => new SearchName { Kind = RecordKind.City, RecordId = "cn-x", Folded = $"x {n}" }).ToAsyncEnumerable(), Token);

        var names = await db.SearchNames.OrderBy(n => n.Id).Select(n => n.Folded).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, 25_000).Select(n => $"x {n}"), names);
    }

    [Fact]
    public async Task Row_that_breaks_a_constraint_leaves_nothing_behind()
    {
        await using var db = await OpenEmptyAsync();
        var agreement = Domain.Record.Create(RecordKind.Agreement, "CR-000001");
        agreement.Publish(TestData.Agreement("A", TestData.CityParty("p1", "cn-nowhere")), site.Time.GetUtcNow());

        await Assert.ThrowsAsync<PostgresException>(() => db.CopyAsync([(Agreement)agreement], Token));
        Assert.Equal(0, await db.Agreements.CountAsync(Token));
    }

    [Fact]
    public async Task Copy_is_undone_with_the_transaction_around_it()
    {
        await using var db = await OpenEmptyAsync();
        await using (await db.Database.BeginTransactionAsync(Token))
        {
            await db.CopyAsync([new SearchWord { Word = "word" }], Token);
            Assert.Equal(1, await db.SearchWords.CountAsync(Token));
        }
        Assert.Equal(0, await db.SearchWords.CountAsync(Token));
    }

    [Fact]
    public async Task What_is_stored_as_a_document_is_refused()
    {
        await using var db = await OpenEmptyAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => db.CopyAsync([new IdentityUserPasskey<Guid>()], Token));
    }

    private async Task<RegistryDbContext> OpenEmptyAsync() => new(DatabaseSetup.Options((await cluster.CreateAsync()).Owner));

    private async Task ImportAsync(RegistryDbContext db)
    {
        var import = Import.Receive("list.csv", ImportFormat.Csv, site.Office.Editor, site.Time.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(Token);
        db.AddRange(
            new ImportLine { ImportId = import.Id, Number = 2, Kind = RecordKind.City, RecordId = "cn-x", Title = "X", Content = "{\"a\":  1}", Problems = "[ ]", Raw = "[\"x\"]", Revision = 3 },
            new ImportLine { ImportId = import.Id, Number = 3, Outcome = ImportOutcome.LeftOut },
            new ImportPiece { ImportId = import.Id, Number = 0, Bytes = [0, 1, 255] });
        await db.SaveChangesAsync(Token);
    }

    private static async Task SaveAsync<T>(IQueryable<T> from, RegistryDbContext to)
        where T : class
    {
        to.AddRange(await from.AsNoTracking().ToListAsync(Token));
        await to.SaveChangesAsync(Token);
    }

    private static async Task CopyAsync<T>(IQueryable<T> from, RegistryDbContext to)
        where T : class => await to.CopyAsync(await from.AsNoTracking().ToListAsync(Token), Token);

    private static List<string> Tables(IModel model) =>
        [.. model.GetEntityTypes().Where(t => Array.Exists(Copied, c => c == RootOf(t).ClrType)).Select(t => t.GetTableName()!).Distinct()];

    private static IEntityType RootOf(IEntityType type) => type.FindOwnership() is { } ownership ? RootOf(ownership.PrincipalEntityType) : type;

    // All but the numbers that the database gave.
    private static async Task<List<string>> RowsAsync(RegistryDbContext db, string table)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_name = {table} AND is_identity = 'NO' ORDER BY 1").ToListAsync(Token);
        var sql = $"SELECT ROW({string.Join(", ", columns)})::text COLLATE \"C\" AS \"Value\" FROM {table} ORDER BY 1";
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync(Token);
    }
}

using System.Security.Cryptography;
using CooperationRegistry.Bench.Generating;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>What the bench generates is what publishing would have written.</summary>
public sealed class GeneratedRegistryTests(TestCluster cluster)
{
    private const int Agreements = 300;

    // A later day than any on which it was published.
    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reindexing_changes_no_row_and_the_audit_log_holds()
    {
        var database = await FillAsync(seed: 7);
        await using var db = new RegistryDbContext(DatabaseSetup.Options(database.Owner));
        var generated = await RowsAsync(db);

        Assert.Equal(Agreements, await AgreementListings.ReindexAsync(db, Later, Token));
        Assert.Equal(generated, await RowsAsync(db));
        var report = await new AuditVerification(db).RunAsync(Token);
        Assert.Empty(report.Faults);
        Assert.Equal(await db.Revisions.CountAsync(Token), report.Revisions);
        Assert.Equal(report.Entries, report.Revisions);
    }

    [Fact]
    public async Task Contents_hold_to_the_rules_and_name_what_there_is()
    {
        var database = await FillAsync(seed: 11);
        await using var db = new RegistryDbContext(DatabaseSetup.Options(database.Owner));
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var records = await db.ReadAllAsync(kind, Token).ToListAsync(Token);
            Assert.NotEmpty(records);
            Assert.All(records, r => Assert.Empty(ContentRules.Check(r.Body)));
            Assert.Empty(await References.CheckAsync(db, records.ConvertAll(r => new Publishable(r.Id, r.Body)), temporaryIds: false, Token));
        }
        Assert.Null(await db.AgreementListings.MinAsync(l => l.StatusChangesOn < new DateOnly(2070, 1, 1) ? l.StatusChangesOn : null, Token));
    }

    [Fact]
    public async Task Same_seed_gives_the_same_registry_and_another_one_another()
    {
        var first = await ExportAsync(await FillAsync(seed: 3));

        Assert.Equal(first, await ExportAsync(await FillAsync(seed: 3)));
        Assert.NotEqual(first, await ExportAsync(await FillAsync(seed: 4)));
    }

    [Fact]
    public async Task Indexes_and_keys_are_those_of_the_migrations_and_numbers_go_on()
    {
        var database = await FillAsync(seed: 5);
        var empty = await cluster.CreateAsync();

        Assert.Equal(await DefinitionsAsync(empty), await DefinitionsAsync(database));
        await using var db = new RegistryDbContext(DatabaseSetup.Options(database.Owner));
        Assert.Equal(Agreements + 1, (await db.Database.SqlQuery<long>($"SELECT nextval('agreement_numbers') AS \"Value\"").ToListAsync(Token)).Single());
    }

    [Fact]
    public void Agreements_are_of_every_kind_and_use_cities_unevenly()
    {
        var world = new GeneratedWorld(new RegistrySize(5000), 1);
        var make = new GeneratedAgreements(world);
        var agreements = Enumerable.Range(1, 5000).Select(make.Agreement).ToList();

        Assert.All(Enum.GetValues<AgreementKind>(), kind => Assert.Contains(agreements, a => a.Kind == kind));
        Assert.All(Enum.GetValues<Evidence>(), evidence => Assert.Contains(agreements, a => a.Evidence == evidence));
        Assert.Equal([2, 3, 4], agreements.Select(a => a.Parties.Count).Distinct().Order());
        var uses = world.Cities.ToDictionary(c => c.Id, _ => 0);
        foreach (var city in agreements.SelectMany(a => a.Parties).Select(p => p.City).OfType<string>())
            uses[city]++;
        Assert.True(uses.Values.Min() > 0);
        Assert.InRange(uses.Values.Average(), 50, 100);
        Assert.True(uses.Values.Max() > 5 * uses.Values.Average());
        Assert.Equal(world.Size.Countries, world.Cities.Select(c => c.Content.Country).Distinct().Count());
        Assert.InRange(agreements.Count(a => a.Title.ContainsKey("zh-Hans")), 2000, 3000);
    }

    private async Task<DatabaseAddress> FillAsync(int seed)
    {
        var database = await cluster.CreateAsync();
        await GeneratedRegistry.FillAsync(database.Owner, Agreements, seed, _ => { }, Token);
        return database;
    }

    // Every column of every row that a rebuild writes, but for the numbers that the database gives.
    private static async Task<List<string>> RowsAsync(RegistryDbContext db)
    {
        var rows = new List<string>();
        foreach (var table in new[] { "agreement_listings", "agreement_words", "search_names", "search_words", "record_qualities", "facet_counts", "listings_within" })
        {
            var sql = $"SELECT '{table} ' || (to_jsonb(t) - CASE WHEN '{table}' = 'search_names' THEN 'id' ELSE '' END)::text COLLATE \"C\" AS \"Value\" FROM {table} t ORDER BY 1";
            rows.AddRange(await db.Database.SqlQueryRaw<string>(sql).ToListAsync(Token));
        }
        return rows;
    }

    private static async Task<string> ExportAsync(DatabaseAddress database)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddRegistryData(database.Server).BuildServiceProvider();
        using var bytes = new MemoryStream();
        await services.GetRequiredService<RecordFiles>().ExportAsync(bytes, Token);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    private static async Task<List<string>> DefinitionsAsync(DatabaseAddress database)
    {
        await using var db = new RegistryDbContext(DatabaseSetup.Options(database.Owner));
        return await db.Database.SqlQuery<string>($"""
            SELECT indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            ORDER BY 1
            """).ToListAsync(Token);
    }
}

using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>What a good file does, however it is written.</summary>
public sealed class LoadOrderTests(TestCluster cluster, RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Load_of_the_sample_in_any_order_says_the_same(int seed)
    {
        await using var other = new RegistrySite(cluster);
        await other.InitializeAsync();
        var lines = await SampleAsync();

        Assert.Equal(lines.Count, await other.LoadAsync([.. Shuffled(lines, seed)]));
        await using var db = await other.OpenAsync();
        Assert.Equal(lines.Count, await db.Revisions.CountAsync(Token));
        Assert.Empty((await new Data.Reviewing.AuditVerification(db).RunAsync(Token)).Faults);
        Assert.Equal(0, await other.LoadAsync([.. Shuffled(lines, seed + 100)]));
        Assert.Equal(lines.Count, await db.Revisions.CountAsync(Token));
    }

    [Fact]
    public async Task Load_of_records_that_name_each_other_stores_both()
    {
        var (early, late) = (TestData.Partner("Early"), TestData.Partner("Late"));
        early.Successions = [new Succession { Key = "s1", Side = SuccessionSide.Successor, Partner = "late" }];
        late.Successions = [new Succession { Key = "s1", Side = SuccessionSide.Predecessor, Partner = "early" }];
        var district = TestData.Line("cn-district", TestData.City("District", "CN", "cn-above"));

        Assert.Equal(4, await site.LoadAsync(TestData.Line("early", early), TestData.Line("late", late), district, TestData.Line("cn-above", TestData.City("Above"))));
    }

    [Fact]
    public async Task Load_publishes_a_new_revision_of_what_differs_and_of_nothing_else()
    {
        await site.LoadAsync(TestData.Line("first", TestData.Partner("First")), TestData.Line("second", TestData.Partner("Second")));

        Assert.Equal(1, await site.LoadAsync(TestData.Line("first", TestData.Partner("First")), TestData.Line("second", TestData.Partner("Other"))));

        await using var db = await site.OpenAsync();
        Assert.Equal(["first 1", "second 1", "second 2"], await db.Revisions.Where(r => r.RecordId == "first" || r.RecordId == "second").OrderBy(r => r.RecordId).ThenBy(r => r.Number).Select(r => r.RecordId + " " + r.Number).ToListAsync(Token));
        Assert.Equal(2, (await db.Partners.SingleAsync(p => p.Id == "second", Token)).Revision);
    }

    [Fact]
    public async Task Numbers_go_on_after_the_highest_loaded()
    {
        var office = await Office.OpenAsync(site);
        await site.LoadAsync(TestData.Line("SR-000041", TestData.Source("Forty-one")), TestData.Line("SR-1000007", TestData.Source("A million")), TestData.Line("SR-000009", TestData.Source("Nine")));
        await site.LoadAsync(TestData.Line("SR-000012", TestData.Source("Twelve")));

        Assert.Equal("SR-1000008", (await office.PublishAsync(TestData.Source("Next"))).Id);
        Assert.Equal("SR-1000009", (await office.PublishAsync(TestData.Source("The one after"))).Id);
        var sequence = await office.PublishAsync(TestData.Project("First of its kind"));
        Assert.Equal("PR-000001", sequence.Id);
    }

    [Fact]
    public async Task Records_are_listed_by_number_not_by_text()
    {
        await site.LoadAsync(TestData.Line("CS-1000000", Stat()), TestData.Line("CS-999999", Stat()), TestData.Line("cn-somewhere", TestData.City("Somewhere")));

        await using var db = await site.OpenAsync();
        Assert.Equal(["CS-999999", "CS-1000000"], await Data.Records.ReadAllAsync(db, Domain.RecordKind.CapacityStat, Token).Select(r => r.Id).ToListAsync(Token));
    }

    private static Domain.CapacityStats.CapacityStatContent Stat() =>
        new() { City = "cn-somewhere", Quantity = new Domain.Values.Quantity { Amount = 1.50m, Unit = Domain.Values.Unit.Gigawatt } };

    private static async Task<List<string>> SampleAsync()
    {
        var lines = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sample", "data"), "*.jsonl"))
            lines.AddRange((await File.ReadAllLinesAsync(file, Token)).Where(l => l.Length > 0));
        return lines;
    }

    private static List<string> Shuffled(List<string> lines, int seed)
    {
        var shuffled = lines.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }
}

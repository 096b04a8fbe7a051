using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>A publication that fails leaves the old state, and two at the same moment leave the same as one after the other.</summary>
public sealed class PublishFailureTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private Office office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Publish_after_a_party_is_gone_is_refused_and_stores_nothing()
    {
        await office.PublishAsync(TestData.City("Gone"));
        var draft = await office.SubmitAsync(TestData.Agreement("With it", TestData.CityParty("p1", "cn-gone"), TestData.CityParty("p2", "~1")), new Companion { Id = "~1", Content = TestData.City("Stays out") });
        await using (var owner = site.OpenAsOwner())
            await owner.Database.ExecuteSqlAsync($"DELETE FROM cities WHERE id = 'cn-gone'", Token);
        var before = await TablesAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.Reviews.PublishAsync(draft.Id, office.Reviewer, null, Token));

        Assert.Equal(("parties/p1/city", "cn-gone"), Assert.Single(refused.Problems.Select(p => (p.Path, p.Value))));
        Assert.Equal(before, await TablesAsync());
    }

    /// <summary>The audit entry is the last thing written: all before it has to go again.</summary>
    [Fact]
    public async Task Publish_that_the_database_stops_at_its_last_statement_stores_nothing()
    {
        var draft = await office.SubmitAsync(TestData.Agreement("Stopped", TestData.CityParty("p1", "~1")), new Companion { Id = "~1", Content = TestData.City("Stopped") });
        await using var owner = site.OpenAsOwner();
        await owner.Database.ExecuteSqlAsync($"ALTER TABLE audit_entries ADD CONSTRAINT stop CHECK (action <> 'proposal.published') NOT VALID", Token);
        var before = await TablesAsync();

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => office.Reviews.PublishAsync(draft.Id, office.Reviewer, null, Token));

        Assert.Equal(before, await TablesAsync());
        await owner.Database.ExecuteSqlAsync($"ALTER TABLE audit_entries DROP CONSTRAINT stop", Token);
        Assert.Equal(RecordKind.Agreement, (await office.Reviews.PublishAsync(draft.Id, office.Reviewer, null, Token)).Kind);
    }

    [Fact]
    public async Task Publish_of_several_at_the_same_moment_gives_each_its_id_and_its_row()
    {
        var city = (await office.PublishAsync(TestData.City("Crowded"))).Id;
        var drafts = new List<Draft>();
        for (var i = 0; i < 6; i++)
            drafts.Add(await office.SubmitAsync(TestData.Agreement($"Number {i}", TestData.CityParty("p1", city), TestData.CityParty("p2", "~1")), new Companion { Id = "~1", Content = TestData.City("Twin") }));
        var rename = await office.SubmitChangeAsync<CityContent>(city, c => c.Names[0].Text = "Renamed");

        var published = await Task.WhenAll(drafts.Append(rename).Select(d => Task.Run(() => office.Reviews.PublishAsync(d.Id, office.Reviewer, null, Token))));

        await using var db = await site.OpenAsync();
        Assert.Equal(6, published.Where(p => p.Kind == RecordKind.Agreement).Select(p => p.Id).Distinct().Count());
        Assert.Equal(6, await db.Cities.CountAsync(c => c.Id.StartsWith("cn-twin"), Token));
        Assert.All(await db.AgreementListings.Where(l => l.CityIds.Contains(city)).ToListAsync(Token), l => Assert.Equal("Renamed", l.Cities[0]));
        Assert.Empty((await new AuditVerification(db).RunAsync(Token)).Faults);
    }

    [Fact]
    public async Task Publish_of_two_changes_at_the_same_moment_refuses_one_as_stale()
    {
        var city = (await office.PublishAsync(TestData.City("Contested"))).Id;
        var other = await Office.OpenAsync(site);
        var first = await office.SubmitChangeAsync<CityContent>(city, c => c.About = LocalizedText.En("First"));
        var second = await other.SubmitChangeAsync<CityContent>(city, c => c.About = LocalizedText.En("Second"));

        var outcomes = await Task.WhenAll(new[] { first, second }.Select(d => Task.Run(async () => await Xunit.Record.ExceptionAsync(() => office.Reviews.PublishAsync(d.Id, office.Reviewer, null, Token)))));

        Assert.Equal("stale", Assert.IsType<DeskException>(Assert.Single(outcomes.OfType<Exception>())).Code);
    }

    [Fact]
    public async Task Publish_of_one_proposal_twice_at_the_same_moment_publishes_it_once()
    {
        var draft = await office.SubmitAsync(TestData.City("Once"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await Xunit.Record.ExceptionAsync(() => office.Reviews.PublishAsync(draft.Id, office.Reviewer, null, Token)))));

        Assert.Equal(["notSubmitted", "notSubmitted"], outcomes.OfType<Exception>().Select(e => Assert.IsType<DeskException>(e).Code));
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var db = await site.OpenAsync();
        return await TableCounts.ReadAsync(db, Token);
    }
}

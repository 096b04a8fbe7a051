using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>An agreement's row says what the records around it say now, whichever of them was published last.</summary>
public sealed class ListingRowTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private static int count;

    private Office office = null!;
    private string city = "";
    private string partner = "";
    private string source = "";
    private string agreement = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(site);
        var name = $"Place {++count}";
        city = (await office.PublishAsync(TestData.City(name))).Id;
        partner = (await office.PublishAsync(TestData.Partner($"Institute of {name}", PartnerKind.ResearchInstitute, seat: city))).Id;
        source = (await office.PublishAsync(TestData.Source($"News of {name}"))).Id;
        var content = TestData.Agreement($"Agreement of {name}", TestData.PartnerParty("p1", partner));
        content.SigningEvent = new SigningEvent { City = city };
        content.Citations = [new Citation { Key = "ci1", Source = source, Supports = ["title"] }];
        agreement = (await office.PublishAsync(content)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever the test did, the rows are what a rebuild makes of the records.
        await using var db = await site.OpenAsync();
        var kept = await RowsAsync();
        await AgreementListings.ReindexAsync(db, site.Time.GetUtcNow(), Token);
        Assert.Equal(kept, await RowsAsync());
    }

    [Fact]
    public async Task Row_shows_the_new_name_of_a_partner()
    {
        await office.ChangeAsync<PartnerContent>(partner, p => p.Names[0].Text = "Renamed Institute");

        Assert.Equal(["Renamed Institute"], (await RowAsync()).Partners);
        Assert.Contains(agreement, await FindAsync(new AgreementFilter { Q = "renamed institute" }));
    }

    [Fact]
    public async Task Row_shows_the_new_name_of_a_city_as_seat_and_place()
    {
        await office.ChangeAsync<CityContent>(city, c => c.Names[0].Text = "Newtown");

        var row = await RowAsync();
        Assert.Equal(("Newtown", "Newtown"), (row.Cities[0], row.Place));
    }

    [Fact]
    public async Task Row_shows_the_new_title_of_a_source()
    {
        await office.ChangeAsync<SourceContent>(source, s => (s.Title["en"], s.Url) = ("Corrected", "https://example.org/corrected"));

        var row = await RowAsync();
        Assert.Equal(("Corrected, A newspaper", "https://example.org/corrected"), (row.Sources[0], row.SourceUrls[0]));
    }

    [Fact]
    public async Task Row_shows_the_projects_that_name_the_agreement_and_drops_those_that_no_longer_do()
    {
        var other = (await office.PublishAsync(TestData.Agreement("Other", TestData.CityParty("p1", city)))).Id;
        var project = (await office.PublishAsync(TestData.Project("A park", agreement))).Id;
        Assert.Equal([project], (await RowAsync()).Projects);

        await office.ChangeAsync<ProjectContent>(project, p => p.Agreements[0].Agreement = other);

        Assert.Empty((await RowAsync()).Projects);
        Assert.Equal([project], (await RowAsync(other)).Projects);
    }

    [Fact]
    public async Task Filter_by_a_city_includes_its_districts_from_the_moment_they_are()
    {
        var above = (await office.PublishAsync(TestData.City("Above"))).Id;
        var top = (await office.PublishAsync(TestData.City("Top"))).Id;
        Assert.DoesNotContain(agreement, await FindAsync(new AgreementFilter { City = [above] }));

        await office.ChangeAsync<CityContent>(city, c => c.ParentCity = above);
        Assert.Contains(agreement, await FindAsync(new AgreementFilter { City = [above] }));

        await office.ChangeAsync<CityContent>(above, c => c.ParentCity = top);
        Assert.Contains(agreement, await FindAsync(new AgreementFilter { City = [top] }));
        Assert.Equal([city], (await RowAsync()).CityIds);

        await office.ChangeAsync<CityContent>(city, c => c.ParentCity = null);
        Assert.DoesNotContain(agreement, await FindAsync(new AgreementFilter { City = [above, top] }));
    }

    [Fact]
    public async Task Row_follows_the_seat_and_the_kind_of_a_partner()
    {
        var elsewhere = (await office.PublishAsync(TestData.City("Elsewhere", "DE"))).Id;
        await office.ChangeAsync<PartnerContent>(partner, p => p.Seat = elsewhere);
        Assert.Equal((elsewhere, "DE"), ((await RowAsync()).CityIds[0], (await RowAsync()).Countries[0]));

        await office.ChangeAsync<PartnerContent>(partner, p => p.Kind = PartnerKind.Company);
        Assert.Empty((await RowAsync()).CityIds);
        Assert.Equal([PartnerKind.Company], (await RowAsync()).PartnerKinds);
    }

    private async Task<AgreementListing> RowAsync(string? id = null)
    {
        await using var db = await site.OpenAsync();
        return await db.AgreementListings.AsNoTracking().SingleAsync(l => l.AgreementId == (id ?? agreement), Token);
    }

    private async Task<List<string>> FindAsync(AgreementFilter filter)
    {
        await using var db = await site.OpenAsync();
        return await db.AgreementListings.Matching(await db.PrepareAsync(filter, Token)).Select(l => l.AgreementId).ToListAsync(Token);
    }

    private async Task<List<string>> RowsAsync()
    {
        await using var db = await site.OpenAsync();
        return await db.Database.SqlQuery<string>($"SELECT to_jsonb(l)::text AS \"Value\" FROM agreement_listings l ORDER BY 1").ToListAsync(Token);
    }
}

using System.Globalization;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>Nobody edits anything, and the status moves on its day, which begins at midnight UTC.</summary>
public sealed class StatusCalendarTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private Office office = null!;

    public static TheoryData<string, AgreementStatus, string, AgreementStatus> Moves { get; } = new()
    {
        { "term ends on 2026-03-31", AgreementStatus.Signed, "2026-04-01", AgreementStatus.Expired },
        { "term ends in 2026-03", AgreementStatus.Signed, "2026-04-01", AgreementStatus.Expired },
        { "term of 12 months from 2025-06-15", AgreementStatus.Signed, "2026-06-16", AgreementStatus.Expired },
        { "in force in 2026-05", AgreementStatus.Signed, "2026-05-01", AgreementStatus.InForce },
        { "completed on 2026-06-10", AgreementStatus.Signed, "2026-06-10", AgreementStatus.Completed },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site.Time.Set(Start);
        office = await Office.OpenAsync(site);
        await site.LoadAsync(TestData.Line("cn-datong", TestData.City("Datong")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task Status_changes_on_the_day_and_not_before(string agreed, AgreementStatus before, string day, AgreementStatus after)
    {
        var id = (await office.PublishAsync(Agreed(agreed))).Id;
        var midnight = new DateTimeOffset(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);

        Assert.Equal((before, (DateOnly?)DateOnly.FromDateTime(midnight.UtcDateTime)), await OnAsync(id, Start));
        Assert.Equal(before, (await OnAsync(id, midnight.AddTicks(-1))).Status);
        // The same instant as seen in Beijing, where that day began eight hours ago.
        Assert.Equal(before, (await OnAsync(id, midnight.AddTicks(-1).ToOffset(TimeSpan.FromHours(8)))).Status);
        Assert.Equal((after, null), await OnAsync(id, midnight));
        Assert.Equal((after, null), await OnAsync(id, midnight.AddYears(20)));
    }

    [Fact]
    public async Task Status_moves_day_after_day_and_catches_up_after_a_rest()
    {
        var agreement = Agreed("in force in 2026-05");
        agreement.Events.Add(TestData.Event("e3", EventKind.Suspended, "2026-07-01"));
        agreement.Events.Add(TestData.Event("e4", EventKind.Resumed, "2026-08-01"));
        agreement.Term = new Term { End = new EdtfDate("2026-12-31") };
        var id = (await office.PublishAsync(agreement)).Id;

        Assert.Equal((AgreementStatus.InForce, (DateOnly?)new DateOnly(2026, 7, 1)), await OnAsync(id, Start.AddMonths(3)));
        Assert.Equal((AgreementStatus.InForce, (DateOnly?)new DateOnly(2027, 1, 1)), await OnAsync(id, Start.AddMonths(8)));
        Assert.Equal((AgreementStatus.Expired, null), await OnAsync(id, Start.AddYears(5)));
    }

    [Fact]
    public async Task Status_of_a_term_that_renews_itself_or_never_ends_stays()
    {
        var renewing = Agreed("term ends on 2026-03-31");
        renewing.Term!.Renewal = Renewal.Automatic;
        var endless = Agreed("term ends in 9999");

        foreach (var agreement in new[] { renewing, endless })
            Assert.Equal((AgreementStatus.Signed, null), await OnAsync((await office.PublishAsync(agreement)).Id, Start.AddYears(30)));
    }

    [Fact]
    public async Task Refresh_says_how_many_rows_were_due_and_keeps_their_revision()
    {
        var id = (await office.PublishAsync(Agreed("term ends on 2026-03-31"))).Id;
        await OnAsync(id, Start.AddDays(29));
        await using var db = await site.OpenAsync();
        var others = await db.AgreementListings.CountAsync(l => l.AgreementId != id && l.StatusChangesOn <= new DateOnly(2026, 4, 1), Token);

        Assert.Equal(others + 1, await AgreementListings.RefreshDueAsync(db, Start.AddMonths(1), Token));
        Assert.Equal(0, await AgreementListings.RefreshDueAsync(db, Start.AddMonths(1), Token));
        var row = await db.AgreementListings.AsNoTracking().SingleAsync(l => l.AgreementId == id, Token);
        Assert.Equal((1, Start), (row.Revision, row.PublishedAt));
    }

    private static AgreementContent Agreed(string what)
    {
        var agreement = TestData.Agreement(what, TestData.CityParty("p1", "cn-datong"));
        agreement.Events[0].Date = new EdtfDate("2025-06-15");
        var date = new EdtfDate(what.Split(' ')[^1]);
        switch (what.Split(' ')[..2])
        {
            case ["term", "ends"]:
                agreement.Term = new Term { End = date };
                break;
            case ["term", "of"]:
                agreement.Term = new Term { Months = 12 };
                break;
            case ["in", "force"]:
                agreement.Events.Add(TestData.Event("e2", EventKind.InForce, date.Text));
                break;
            default:
                agreement.Events.Add(TestData.Event("e2", EventKind.Completed, date.Text));
                break;
        }
        return agreement;
    }

    private async Task<(AgreementStatus Status, DateOnly? ChangesOn)> OnAsync(string id, DateTimeOffset now)
    {
        site.Time.Set(now);
        await using var db = await site.OpenAsync();
        await AgreementListings.RefreshDueAsync(db, site.Time.GetUtcNow(), Token);
        var row = await db.AgreementListings.AsNoTracking().SingleAsync(l => l.AgreementId == id, Token);
        return (row.Status, row.StatusChangesOn);
    }
}

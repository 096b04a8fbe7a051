using CooperationRegistry.Data.Tasks;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Workspace.Tasks;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>What waits for editors. Each test looks for the agreements that it publishes; today is 1 March 2026.</summary>
public sealed class WorkListsTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private static readonly DateTimeOffset Today = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private Office office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WorkLists Lists => site.Services.GetRequiredService<WorkLists>();

    public async ValueTask InitializeAsync()
    {
        site.Time.Set(Today);
        office = await Office.OpenAsync(site);
        await site.LoadAsync(
            TestData.Line("cn-datong", TestData.City("Datong")),
            TestData.Line("catl", TestData.Partner("CATL")),
            TestData.Line("SR-000001", TestData.Source("News")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("2026-02-28", "1 day", "Announced|28 February 2026")]
    [InlineData("2026-03-01", "0 days", "Announced|1 March 2026")]
    [InlineData("2014-12-04", "4\u202f105 days", "Announced|4 December 2014")]
    [InlineData("2014-12-03/2014-12-06", "4\u202f106 days", "Announced|3 to 6 December 2014")]
    [InlineData("2014-12-04~", "since about 4 December 2014", "Announced")]
    [InlineData("2014-12", "since December 2014", "Announced")]
    [InlineData("2014", "since 2014", "Announced")]
    [InlineData("201X", "since 2010s", "Announced")]
    [InlineData("2014/..", "since 2014", "Announced")]
    [InlineData("XXXX-10-19", "date without a year", "Announced|19 October, year not stated")]
    [InlineData(null, "no date", "Announced")]
    public async Task Announced_counts_days_only_from_a_day_that_is_known(string? date, string measure, string details)
    {
        var id = await PublishAsync(a => a.Events = [TestData.Event("e1", EventKind.Announced, date)]);

        var row = await RowAsync(TaskList.Announced, id);
        Assert.Equal((measure, details), (row.Measure, Details(row)));
        Assert.Equal(($"/agreements/{id}", $"/workspace/agreements/{id}/edit"), (row.PublicAddress, row.EditAddress));
    }

    [Fact]
    public async Task Announced_with_bounds_alone_shows_them()
    {
        var id = await PublishAsync(a => a.Events = [new() { Key = "e1", Kind = EventKind.Sought, NotAfter = new EdtfDate("2021-08-31") }]);

        var row = await RowAsync(TaskList.Announced, id);
        Assert.Equal(("no date", "Sought|not after 31 August 2021"), (row.Measure, Details(row)));
    }

    [Fact]
    public async Task Announced_are_oldest_first_and_those_without_a_year_last()
    {
        string?[] dates = ["XXXX-01-01", "2020", null, "2019-05", "1999-01-01"];
        var ids = new List<string>();
        foreach (var date in dates)
            ids.Add(await PublishAsync(a => a.Events = [TestData.Event("e1", EventKind.Approved, date)]));

        var inOrder = (await Lists.UnsignedAsync(0, 1000, Token)).Lines.Select(l => l.Id).Where(ids.Contains);
        Assert.Equal([ids[4], ids[3], ids[1], ids[0], ids[2]], inOrder);
    }

    [Theory]
    [InlineData("sought 2020, no signing", true)]
    [InlineData("announced 2020, signed 2019 without a source", true)]
    [InlineData("announced 2020, signed 2019 with a source", false)]
    [InlineData("announced 2020, signed 2019 with a source for its date", false)]
    [InlineData("announced 2020, signed 2019 with a source for all events", false)]
    [InlineData("signed 2020", false)]
    [InlineData("announced 2020, mentioned", false)]
    [InlineData("announced 2027", false)]
    public async Task Announced_waits_for_a_source_of_the_signing(string what, bool expected)
    {
        var id = await PublishAsync(a =>
        {
            var words = what.Split(' ');
            a.Events = [TestData.Event("e1", Enum.Parse<EventKind>(words[0], true), words[1].TrimEnd(','))];
            if (what.Contains("signed 2019", StringComparison.Ordinal))
                a.Events.Add(TestData.Event("e10", EventKind.Signed, "2019"));
            if (what.EndsWith("mentioned", StringComparison.Ordinal))
                a.Evidence = Evidence.Mentioned;
            a.Citations = words[^1] switch
            {
                "source" when what.Contains("without", StringComparison.Ordinal) => [Cite("events/e1")],
                "source" => [Cite("events/e10")],
                "events" => [Cite("events")],
                "date" => [Cite("events/e10/date")],
                _ => [],
            };
        });

        Assert.Equal(expected, (await Lists.UnsignedAsync(0, 1000, Token)).Lines.Any(l => l.Id == id));
    }

    [Theory]
    [InlineData("2026-05-30", "90 days left", false)]
    [InlineData("2026-05-31", null, false)]
    [InlineData("2026-03-01", "today", false)]
    [InlineData("2026-02-28", "1 day over", true)]
    [InlineData("2025", "at least 60 days over", true)]
    [InlineData("2025~", "about 60 days over", true)]
    [InlineData("2026-03", "at most 30 days left", false)]
    [InlineData("2026", null, false)]
    [InlineData("../2025-12-31", "at least 60 days over", true)]
    [InlineData("2020/..", null, false)]
    [InlineData("XXXX-03-01", null, false)]
    [InlineData(null, null, false)]
    public async Task Commitment_is_due_from_ninety_days_before(string? due, string? measure, bool late)
    {
        var id = await PublishAsync(a => a.Commitments = [Promise(due)]);

        Assert.Equal((measure, late), await FindAsync(TaskList.Due, id) is { } row ? (row.Measure, row.IsLate) : (null, false));
    }

    [Theory]
    [InlineData(Outcome.Open, true)]
    [InlineData(Outcome.Met, false)]
    [InlineData(Outcome.PartlyMet, false)]
    [InlineData(Outcome.Missed, false)]
    [InlineData(Outcome.Dropped, false)]
    public async Task Commitment_with_an_outcome_is_done_with(Outcome outcome, bool expected)
    {
        var id = await PublishAsync(a =>
        {
            a.Commitments = [Promise("2025-12-31")];
            a.Commitments[0].Outcome = outcome;
        });

        Assert.Equal(expected, await FindAsync(TaskList.Due, id) is not null);
    }

    [Fact]
    public async Task Commitment_names_who_promised_when_and_what_came_of_it()
    {
        var id = await PublishAsync(a =>
        {
            a.Commitments = [Promise("2025-12-31"), Promise("2025-06", "c2")];
            a.Commitments[0].PromisedBy = ["p2", "p1"];
            a.Commitments[1].Progress = [new() { Key = "g1", Date = new EdtfDate("2025-03"), Note = LocalizedText.En("Half") }];
        });

        var rows = (await PartAsync(TaskList.Due)).Rows.Where(r => r.Id == id).ToList();
        Assert.Equal(["all parties|due June 2025|last progress March 2025|Memorandum", "CATL|Datong|due 31 December 2025|no progress noted|Memorandum"], rows.Select(Details));
        Assert.All(rows, row => Assert.Equal(("en", "Build it"), row.Title));
    }

    [Theory]
    [InlineData("to 2026-05-30", "90 days left", "30 May 2026")]
    [InlineData("to 2026-05-31", null, null)]
    [InlineData("to 2026-03-01", "today", "1 March 2026")]
    [InlineData("to 2026-02-28", null, null)]
    [InlineData("to 2026-04", "at most 60 days left", "April 2026")]
    [InlineData("to 2026-04~", "about 60 days left", "about April 2026")]
    [InlineData("to XXXX-04-01", null, null)]
    [InlineData("12 months from 2025-03-31", "30 days left", "12 months, to 31 March 2026")]
    [InlineData("12 months from 2025-03", "at most 30 days left", "12 months, to 31 March 2026 at the latest")]
    [InlineData("12 months from XXXX-03-31", null, null)]
    public async Task Term_is_told_in_its_last_ninety_days(string term, string? measure, string? details)
    {
        var id = await PublishAsync(a => Agree(a, term));

        var row = await FindAsync(TaskList.Ending, id);
        Assert.Equal((measure, details), (row?.Measure, row is null ? null : Details(row)));
    }

    [Theory]
    [InlineData(Renewal.Automatic, null, null)]
    [InlineData(Renewal.ByAgreement, null, "1 April 2026|Renewable if the parties agree")]
    [InlineData(Renewal.None, EventKind.Renewed, null)]
    [InlineData(Renewal.None, EventKind.Terminated, null)]
    [InlineData(Renewal.None, EventKind.Completed, null)]
    [InlineData(Renewal.None, EventKind.Suspended, "1 April 2026|Not renewed")]
    [InlineData(Renewal.None, EventKind.Visit, "1 April 2026|Not renewed")]
    public async Task Term_of_what_goes_on_by_itself_or_is_over_is_no_work(Renewal renewal, EventKind? then, string? details)
    {
        var id = await PublishAsync(a =>
        {
            Agree(a, "to 2026-04-01");
            a.Term!.Renewal = renewal;
            if (then is { } kind)
                a.Events.Add(TestData.Event("e2", kind, "2026-01-01"));
        });

        Assert.Equal(details, await FindAsync(TaskList.Ending, id) is { } row ? Details(row) : null);
    }

    [Fact]
    public async Task Term_is_told_although_another_change_comes_first_and_the_calendar_is_behind()
    {
        var id = await PublishAsync(a =>
        {
            Agree(a, "to 2026-06-30");
            a.Events.Add(TestData.Event("e2", EventKind.InForce, "2026-03-02"));
        });
        Assert.Null(await FindAsync(TaskList.Ending, id));

        site.Time.Set(Today.AddDays(60));
        Assert.Equal("61 days left", (await RowAsync(TaskList.Ending, id)).Measure);
    }

    [Fact]
    public async Task Facts_without_a_source_are_counted_a_record_and_most_come_first()
    {
        var bare = await PublishAsync(a => a.Sectors = ["solar"]);
        var cited = await PublishAsync(a => a.Citations = [Cite("title", "parties", "events/e1/date")]);
        var partly = await PublishAsync(a => a.Citations = [Cite("title", "parties/p1")]);

        var lines = (await Lists.UnsupportedAsync(0, 1000, Token)).Lines.Cast<UnsupportedLine>().ToList();
        Assert.Equal([bare, partly], lines.Select(l => l.Id).Where(id => id == bare || id == cited || id == partly));
        Assert.Equal(["parties/p2", "events/e1"], lines.Single(l => l.Id == partly).Facts);
        var row = await RowAsync(TaskList.Unsourced, bare);
        Assert.Equal(("5 facts", "Agreement|Title, Parties (2), Events, Sectors"), (row.Measure, Details(row)));
    }

    [Fact]
    public async Task Figures_without_a_date_are_told_one_a_line()
    {
        var stat = (await office.PublishAsync(new CapacityStatContent { City = "cn-datong", Metric = CapacityMetric.Renewable, Quantity = Megawatts(5), NotBefore = new EdtfDate("2020") })).Id;
        var dated = (await office.PublishAsync(new CapacityStatContent { City = "cn-datong", AsOf = new EdtfDate("XXXX-07-31"), Quantity = Megawatts(5) })).Id;
        var project = TestData.Project("Wind park");
        project.Capacities = [new() { Key = "k1", Quantity = Megawatts(7), Stage = CapacityStage.Final, Label = LocalizedText.En("Turbines") }, new() { Key = "k2", Quantity = Megawatts(8), Date = new EdtfDate("2020") }];
        var projectId = (await office.PublishAsync(project)).Id;
        await office.ChangeAsync<CityContent>("cn-datong", c => c.Figures =
        [
            new() { Key = "f1", Indicator = LocalizedText.En("Coal mined"), Quantity = Megawatts(1) },
            new() { Key = "f2", Indicator = LocalizedText.En("Goal"), Quantity = Megawatts(2), Nature = FigureNature.Target },
            new() { Key = "f3", Indicator = LocalizedText.En("Counted"), Quantity = Megawatts(3), Date = new EdtfDate("2020") },
        ]);

        var rows = (await PartAsync(TaskList.Undated)).Rows;
        Assert.DoesNotContain(rows, r => r.Id == dated);
        Assert.Equal(
            [
                $"5\u00a0MW Datong /capacity/{stat} /workspace/capacity/{stat}/edit Capacity figure|Renewable capacity|not before 2020",
                "1\u00a0MW Datong /cities/cn-datong /workspace/cities/cn-datong/edit City|Coal mined",
                $"7\u00a0MW Wind park /projects/{projectId} /workspace/projects/{projectId}/edit Project|Final capacity|Turbines",
            ],
            rows.Select(r => $"{r.Measure} {r.Title.Text} {r.PublicAddress} {r.EditAddress} {Details(r)}"));
    }

    [Fact]
    public async Task Part_of_a_list_says_how_many_there_are()
    {
        for (var i = 0; i < 3; i++)
            await PublishAsync(a => a.Commitments = [Promise("1990-01-01"), Promise("1990-01-02", "c2")]);

        var whole = await Lists.DueAsync(0, 1000, Token);
        var part = await Lists.DueAsync(1, 2, Token);
        Assert.Equal((whole.Total, 2), (part.Total, part.Lines.Count));
        Assert.Equal(whole.Lines.Skip(1).Take(2).Select(Named), part.Lines.Select(Named));
        Assert.Empty((await Lists.DueAsync(whole.Total, 20, Token)).Lines);

        static string Named(WorkLine line) => $"{line.Id} {((DueLine)line).Commitment.Key}";
    }

    private static Commitment Promise(string? due, string key = "c1") =>
        new() { Key = key, Text = LocalizedText.En("Build it"), Due = due is null ? null : new EdtfDate(due) };

    private static Citation Cite(params string[] supports) => new() { Key = "ci1", Source = "SR-000001", Supports = [.. supports] };

    private static Quantity Megawatts(decimal amount) => new() { Amount = amount, Unit = Unit.Megawatt };

    private static string Details(TaskRow row) => string.Join('|', row.Details.Select(d => d.Text));

    private static void Agree(AgreementContent agreement, string term)
    {
        var words = term.Split(' ');
        agreement.Term = words[0] == "to" ? new Term { End = new EdtfDate(words[1]) } : new Term { Months = 12 };
        agreement.Events[0].Date = new EdtfDate(words[0] == "to" ? "2020" : words[^1]);
    }

    private async Task<string> PublishAsync(Action<AgreementContent> change)
    {
        var agreement = TestData.Agreement("Memorandum", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "catl"));
        change(agreement);
        return (await office.PublishAsync(agreement)).Id;
    }

    private async Task<TaskPart> PartAsync(TaskList list)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TaskReader>().ReadAsync(list, 0, 1000, Token);
    }

    private async Task<TaskRow?> FindAsync(TaskList list, string id) => (await PartAsync(list)).Rows.SingleOrDefault(r => r.Id == id);

    private async Task<TaskRow> RowAsync(TaskList list, string id) => (await PartAsync(list)).Rows.Single(r => r.Id == id);
}

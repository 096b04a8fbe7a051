using System.Globalization;
using System.Text;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Web.Components.Admin.Audit;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Importing;

public sealed class ImportTests(SampleSite site) : IClassFixture<SampleSite>, IAsyncLifetime
{
    private ImportOffice office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => office = await ImportOffice.OpenAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task List_as_exported_changes_nothing()
    {
        var import = await office.CheckAsync(await site.Client.GetStringAsync(new Uri("/agreements.csv?bom=1", UriKind.Relative), Token));
        Assert.Equal((ImportState.Checked, RecordKind.Agreement), (import.State, import.Kind));
        Assert.Equal((0, 0, await CountAsync(), 0), ImportOffice.Counts(import));
    }

    [Fact]
    public async Task Edited_cells_become_one_review_and_then_revisions()
    {
        var rows = Csv.Read(await site.Client.GetStringAsync(new Uri("/agreements.csv", UriKind.Relative), Token)).Select(r => r.ToArray()).ToList();
        var (title, summary) = (Array.IndexOf(rows[0], "title"), Array.IndexOf(rows[0], "summary"));
        rows[1][title] = "'=A new title";
        rows[2][summary] = "Two lines,\r\nand a \"quote\".";
        var import = await office.CheckAsync(Written(rows));
        Assert.Equal((0, 2, await CountAsync() - 2, 0), ImportOffice.Counts(import));

        var published = await office.PublishAsync(import);
        Assert.Equal((ImportState.Published, 2), (published.State, published.PublishedCount));
        await using var db = await site.OpenAsync();
        var first = await db.Agreements.AsNoTracking().SingleAsync(a => a.Id == rows[1][0], Token);
        Assert.Equal("=A new title", first.Content.Title.Best("en")!.Value.Text);
        var second = await db.Agreements.AsNoTracking().SingleAsync(a => a.Id == rows[2][0], Token);
        Assert.Equal("Two lines,\nand a \"quote\".", second.Content.Summary!.Best("en")!.Value.Text);
        var revision = await db.RevisionsOf(RecordKind.Agreement, second.Id).OrderByDescending(r => r.Number).FirstAsync(Token);
        Assert.Equal((office.Editor.Name, office.Reviewer.Name), (revision.Author, revision.Reviewer));
    }

    [Fact]
    public async Task Joined_cell_is_not_edited_in_a_list()
    {
        var rows = Csv.Read(await site.Client.GetStringAsync(new Uri("/agreements.csv", UriKind.Relative), Token)).Select(r => r.ToArray()).ToList();
        rows[1][Array.IndexOf(rows[0], "partners")] = "Somebody else";
        rows[2][Array.IndexOf(rows[0], "status")] = "expired";
        var import = await office.CheckAsync(Written(rows));
        Assert.Equal((0, 0, await CountAsync() - 2, 2), ImportOffice.Counts(import));
        var refused = await office.LinesAsync(import, ImportOutcome.Refused);
        Assert.All(refused, line => Assert.Equal(Rule.ReadOnlyCell, Assert.Single(line.Problems()).Rule));
        Assert.Equal(["partners", "status"], refused.SelectMany(l => l.Problems()).Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sheet_of_a_bureau_becomes_agreements_with_their_sources()
    {
        const string Sheet = """
            协议名称;签约日期;类别;城市;合作单位;合作领域;链接
            大同与宁德时代储能备忘录;2025年3月15日;谅解备忘录;大同市;宁德时代;Energy storage;https://example.org/news/1
            大同与宁德时代光伏备忘录;2025/3/16;Contract;大同;CATL;储能;https://example.org/news/1
            """;
        var import = await office.CheckAsync(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Sheet));
        Assert.Equal(ImportState.Checked, import.State);
        Assert.Empty((await office.LinesAsync(import, ImportOutcome.Refused)).Select(l => l.Reason(CultureInfo.InvariantCulture)));
        Assert.Equal((2, 0, 0, 0), ImportOffice.Counts(import));

        await office.PublishAsync(import);
        await using var db = await site.OpenAsync();
        var lines = await office.LinesAsync(import, ImportOutcome.New);
        var agreements = (await db.ReadAsync(RecordKind.Agreement, [.. lines.Select(l => l.RecordId!)], Token)).Select(r => (AgreementContent)r.Body).OrderBy(a => a.Events[0].Date!.Text, StringComparer.Ordinal).ToList();
        Assert.Equal(["2025-03-15", "2025-03-16"], agreements.Select(a => a.Events[0].Date!.Text));
        Assert.Equal([AgreementKind.MemorandumOfUnderstanding, AgreementKind.Contract], agreements.Select(a => a.Kind));
        Assert.All(agreements, a => Assert.Equal(("cn-datong", "catl"), (a.Parties[0].City, a.Parties[1].Partner)));
        var source = Assert.Single(agreements.SelectMany(a => a.Citations).Select(c => c.Source).Distinct());
        Assert.Equal("https://example.org/news/1", ((SourceContent)(await db.FindRecordAsync(RecordKind.Source, source, Token))!.Body).Url);
    }

    [Fact]
    public async Task Names_of_columns_that_are_in_doubt_are_asked_about()
    {
        var import = await office.CheckAsync("title;day;cities\r\nAn agreement by the river;2020;Datong\r\n");
        Assert.Equal(ImportState.Received, import.State);
        Assert.Equal(["title", "", "cities"], import.Columns);
        await Assert.ThrowsAsync<RefusedException>(() => office.Desk.CheckAsync(import.Id, RecordKind.Agreement, ["title", "title", "cities"], false, office.Editor, Token));
        await office.Desk.CheckAsync(import.Id, RecordKind.Agreement, ["title", "signed_on", "cities"], false, office.Editor, Token);
        Assert.Equal((1, 0, 0, 0), ImportOffice.Counts(await office.EndOfAsync(import.Id, ImportState.Checking)));
    }

    [Fact]
    public async Task Refused_lines_come_back_mended()
    {
        const string List = "title,signed_on,cities,evidence\r\nAgreement on heat,2021,Datong,reported\r\nAgreement on cold,the other day,Datong,reported\r\n-Agreement on wind,2022,Atlantis,reported\r\n";
        var import = await office.CheckAsync(List);
        Assert.Equal((1, 0, 0, 2), ImportOffice.Counts(import));
        await office.PublishAsync(import);

        var rows = Csv.Read((await RefusedAsync(import)).TrimStart('\uFEFF')).Select(r => r.ToArray()).ToList();
        Assert.Equal(["title", "signed_on", "cities", "evidence", "import_line", "import_reason"], rows[0]);
        Assert.Equal(["3", "4"], rows.Skip(1).Select(r => r[4]));
        Assert.Equal("'-Agreement on wind", rows[2][0]);
        Assert.Contains("the other day", rows[1][5], StringComparison.Ordinal);
        Assert.Contains("cities: 'Atlantis'", rows[2][5], StringComparison.Ordinal);
        rows[1][1] = "2021-05";
        rows[2][2] = "Dongying";
        var mended = await office.CheckAsync(Written(rows));
        Assert.Equal((2, 0, 0, 0), ImportOffice.Counts(mended));
        Assert.Contains("-Agreement on wind", (await office.LinesAsync(mended, ImportOutcome.New)).Select(l => l.Title));
    }

    [Fact]
    public async Task Lines_of_json_name_each_other_in_any_order()
    {
        string[] lines =
        [
            TestData.Line("CR-000901", Related("CR-000902")),
            TestData.Line("CR-000902", Related("CR-000901")),
            TestData.Line("CR-000903", TestData.Agreement("Needs what is refused", TestData.CityParty("p1", "cn-nowhere"))),
            TestData.Line("cn-nowhere", TestData.City("Nowhere", "XX")),
            TestData.Line("CR-000904", Related("CR-000903")),
            TestData.Line("cn-newtown", TestData.City("New Town", "CN", "cn-datong")),
            TestData.Line("CR-000905", TestData.Agreement("In the new town", TestData.CityParty("p1", "cn-newtown"))),
        ];
        var import = await office.CheckAsync(string.Join('\n', lines));
        Assert.Equal((4, 0, 0, 3), ImportOffice.Counts(import));
        var refused = await office.LinesAsync(import, ImportOutcome.Refused);
        Assert.Equal([Rule.DependsOnRefused, Rule.UnknownCode, Rule.DependsOnRefused], refused.Select(l => l.Problems()[0].Rule));
        Assert.Equal(4, (await office.PublishAsync(import)).PublishedCount);

        var again = await office.CheckAsync(string.Join('\n', lines));
        Assert.Equal((0, 0, 4, 3), ImportOffice.Counts(again));

        static AgreementContent Related(string other)
        {
            var agreement = TestData.Agreement($"Signed with {other}", TestData.CityParty("p1", "cn-datong"));
            agreement.Relations = [new Relation { Key = "r1", Kind = RelationKind.SameEvent, Agreement = other }];
            return agreement;
        }
    }

    [Fact]
    public async Task Line_that_is_older_than_the_record_is_refused_where_it_was_edited()
    {
        var records = await Office.OpenAsync(site);
        var id = (await records.PublishAsync(TestData.Agreement("Original", TestData.CityParty("p1", "cn-datong")))).Id;
        var old = Csv.Read(await site.Client.GetStringAsync(new Uri("/agreements.csv", UriKind.Relative), Token)).Select(r => r.ToArray()).Where(r => r[0] == "number" || r[0] == id).ToList();
        await records.ChangeAsync<AgreementContent>(id, a => a.Title["en"] = "Changed since");
        old[1][Array.IndexOf(old[0], "kind")] = "contract";
        var import = await office.CheckAsync(Written(old));
        Assert.Equal(Rule.ChangedSince, Assert.Single((await office.LinesAsync(import, ImportOutcome.Refused)).SelectMany(l => l.Problems())).Rule);
    }

    [Fact]
    public async Task New_line_that_looks_like_a_record_is_refused_unless_it_is_meant()
    {
        await site.LoadAsync(TestData.Line("CR-000950", TestData.Agreement("Memorandum on the cooling of data halls", TestData.CityParty("p1", "cn-datong"))));
        const string List = "title,signed_on,cities\r\nMemorandum on the cooling of data halls,2021,Datong\r\n";
        var import = await office.CheckAsync(List);
        var problem = Assert.Single((await office.LinesAsync(import, ImportOutcome.Refused)).SelectMany(l => l.Problems()));
        Assert.Equal((Rule.LooksLike, "CR-000950"), (problem.Rule, problem.Arguments[0]));
        Assert.Equal((1, 0, 0, 0), ImportOffice.Counts(await office.CheckAsync(List, acceptsLikenesses: true)));
    }

    [Fact]
    public async Task Nobody_publishes_what_they_handed_in_themselves()
    {
        var import = await office.CheckAsync("title,signed_on,cities\r\nAgreement on trams,2021,Datong\r\n");
        await office.Desk.SubmitAsync(import.Id, office.Editor, Token);
        Assert.Equal("notAReviewer", (await Assert.ThrowsAsync<DeskException>(() => office.Desk.PublishAsync(import.Id, office.Editor, null, Token))).Code);
        Assert.Equal("noteMissing", (await Assert.ThrowsAsync<DeskException>(() => office.Desk.ReturnAsync(import.Id, office.Reviewer, " ", Token))).Code);
        await office.Desk.LeaveOutAsync(import.Id, 2, true, office.Reviewer, Token);
        Assert.Equal(0, (await office.EndOfAsync(import.Id, ImportState.Checking)).NewCount);
        await office.Desk.LeaveOutAsync(import.Id, 2, false, office.Reviewer, Token);
        await office.Desk.ReturnAsync(import.Id, office.Reviewer, "Say who signed.", Token);
        await office.Desk.CancelAsync(import.Id, office.Editor, Token);
        Assert.Equal(ImportState.Cancelled, (await office.EndOfAsync(import.Id, ImportState.Checking)).State);
    }

    [Theory]
    [InlineData("received")]
    [InlineData("submitted")]
    [InlineData("accepted")]
    [InlineData("returned")]
    [InlineData("cancelled")]
    [InlineData("published")]
    public void Audit_log_has_words_for_what_happens_to_an_import(string deed)
    {
        using var scope = site.Services.CreateScope();
        Assert.DoesNotContain('.', scope.ServiceProvider.GetRequiredService<AuditSentences>().Name($"import.{deed}"));
    }

    internal static string Written(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(r => string.Join(',', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));

    private async Task<int> CountAsync()
    {
        await using var db = await site.OpenAsync();
        return await db.Agreements.CountAsync(Token);
    }

    private async Task<string> RefusedAsync(Import import)
    {
        using var file = new MemoryStream();
        await RefusedFile.WriteAsync(import, office.Desk.RefusedAsync(import.Id, Token), file, CultureInfo.InvariantCulture, Token);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}

using System.Net;

namespace CooperationRegistry.Web.Tests.Feeds;

public sealed class AgreementCalendarTests(FeedSite site) : IClassFixture<FeedSite>
{
    private const string Calendar = "/agreements.ics";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?lang=zh-Hans")]
    [InlineData("?city=cn-datong&status=signed&sort=title&pageSize=1&lang=zh-Hans")]
    [InlineData("?q=%E5%A4%A7%E5%90%8C,%3B%5C")]
    [InlineData("?city=de-nowhere")]
    public async Task Calendar_keeps_to_the_standard(string query) => await ReadAsync(query);

    [Fact]
    public async Task Each_due_promise_stands_on_its_last_possible_day()
    {
        var events = (await ReadAsync("?lang=en&q=" + FeedSite.Dated)).Parts;
        Assert.Equal(
            [
                ("c1", "20251231", "Due 2025: Build a park", "CONFIRMED"),
                ("c2", "20250315", "Due 15 March 2025: Pay", "CONFIRMED"),
                ("c5", "20301231", "Due until 2030: Until then", "CONFIRMED"),
                ("c6", "20260228", "Due February 2026: Given up", "CANCELLED"),
                ("c8", "99991231", "Due 9999: The last year", "CONFIRMED"),
                ("c9", "20291231", "Due 2020s: The twenties, about", "CONFIRMED"),
                ("term", "20270630", "Term ends June 2027: All its dates", "CONFIRMED"),
            ],
            events.Select(e => (e["UID"].Value.Split('@')[0].Replace("CR-000101-", "", StringComparison.Ordinal), e["DTSTART"].Value, e.Text("SUMMARY"), e["STATUS"].Value)));
        Assert.All(events, e => Assert.EndsWith("@127.0.0.1", e["UID"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_tells_who_promised_what_and_how_it_stands()
    {
        var paid = (await ReadAsync("?lang=en&q=" + FeedSite.Dated)).Parts[1];
        var url = new Uri(site.Client.BaseAddress!, "/agreements/CR-000101?lang=en#c2").AbsoluteUri;
        Assert.Equal(["Pay", "Who: Datong, Contemporary Amperex Technology Co Ltd", "By when: 15 March 2025", "How it stands: Met", "All its dates (CR-000101)", url], paid.Text("DESCRIPTION").Split('\n'));
        Assert.Equal((url, "0", "TRANSPARENT"), (paid["URL"].Value, paid["SEQUENCE"].Value, paid["TRANSP"].Value));
        Assert.Equal(["Memorandum of understanding", "Wind energy", "Energy storage"], paid["CATEGORIES"].Texts);
        await using var db = await site.OpenAsync();
        var published = db.Agreements.Single(a => a.Id == FeedSite.Dated).PublishedAt.ToString("yyyyMMdd'T'HHmmss'Z'", null);
        Assert.Equal((published, published), (paid["DTSTAMP"].Value, paid["LAST-MODIFIED"].Value));
    }

    [Fact]
    public async Task Term_in_months_ends_where_the_status_says_it_does()
    {
        var ending = Assert.Single((await ReadAsync("?lang=en&q=" + FeedSite.Months)).Parts);
        Assert.Equal(("20270228", "Term ends 28 February 2027: Three years"), (ending["DTSTART"].Value, ending.Text("SUMMARY")));
        Assert.Contains("Term ends, from its length: 28 February 2027", ending.Text("DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_agreed_yet_is_tentative_and_what_renews_itself_does_not_end()
    {
        Assert.Equal("TENTATIVE", Assert.Single((await ReadAsync("?q=" + FeedSite.Announced)).Parts)["STATUS"].Value);
        Assert.Empty((await ReadAsync("?q=" + FeedSite.Automatic)).Parts);
    }

    [Fact]
    public async Task Calendar_in_chinese_is_chinese()
    {
        var calendar = await ReadAsync("?lang=zh-Hans&city=cn-datong&partner=catl");
        Assert.StartsWith("承诺到期与协议期满（城市：大同；合作机构：", calendar.Text("NAME"), StringComparison.Ordinal);
        var events = calendar.Parts.Where(e => e["UID"].Value.StartsWith(FeedSite.Dated, StringComparison.Ordinal)).ToList();
        Assert.Equal("2025年到期：Build a park", events[0].Text("SUMMARY"));
        Assert.Equal("2027年6月协议期满：各种日期", events[^1].Text("SUMMARY"));
        Assert.Contains("大同", events[0].Text("DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_narrows_the_calendar()
    {
        var all = (await ReadAsync("")).Parts.Select(e => e["UID"].Value).ToList();
        var announced = (await ReadAsync("?status=announced")).Parts.Select(e => e["UID"].Value).ToList();
        Assert.Equal(["CR-000103-c1@127.0.0.1"], announced);
        Assert.Superset(announced.ToHashSet(), all.ToHashSet());
    }

    [Fact]
    public async Task Hostile_text_arrives_as_it_is()
    {
        var events = (await ReadAsync("?lang=en")).Parts.ToDictionary(e => e["UID"].Value.Split('@')[0]);
        foreach (var (text, i) in FeedSite.Hostile.Select((t, i) => (t, i)))
        {
            Assert.Equal($"Due 31 December 2030: {FeedSite.Clean(text)}", events[$"CR-{FeedSite.FirstHostile + i:D6}-c2"].Text("SUMMARY"));
            Assert.StartsWith(FeedSite.Clean(text) + "大,大", events[$"CR-{FeedSite.FirstHostile + i:D6}-c1"].Text("DESCRIPTION"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Changed_agreement_keeps_its_ids_and_counts_its_changes()
    {
        var before = Assert.Single((await ReadAsync("?q=" + FeedSite.Changed)).Parts);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.LoadAsync(TestData.Line(FeedSite.Changed, FeedSite.Of("Will change", a => a.Commitments = [FeedSite.Due("c1", "To be moved", "2033")])));
        var after = Assert.Single((await ReadAsync("?q=" + FeedSite.Changed)).Parts);
        Assert.Equal(before["UID"], after["UID"]);
        Assert.Equal(("20320506", "0", "20331231", "1"), (before["DTSTART"].Value, before["SEQUENCE"].Value, after["DTSTART"].Value, after["SEQUENCE"].Value));
        Assert.NotEqual(before["LAST-MODIFIED"], after["LAST-MODIFIED"]);
    }

    [Fact]
    public async Task More_agreements_than_are_read_at_once_are_all_there()
    {
        const int Many = 1001;
        await site.LoadAsync(TestData.Line("fj-suva", TestData.City("Suva", "FJ")));
        await site.LoadAsync([.. Enumerable.Range(0, Many).Select(i => TestData.Line($"CR-{10_000 + i:D6}", Promising(i)))]);
        var events = (await ReadAsync("?city=fj-suva&pageSize=1")).Parts;
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"CR-{10_000 + i:D6}-c1@127.0.0.1"), events.Select(e => e["UID"].Value));

        static Domain.Agreements.AgreementContent Promising(int i)
        {
            var agreement = TestData.Agreement($"Number {i}", TestData.CityParty("p1", "fj-suva"));
            agreement.Commitments = [FeedSite.Due("c1", "A promise", "2040")];
            return agreement;
        }
    }

    [Theory]
    [InlineData("status=signd", "status")]
    [InlineData("country=XX", "country")]
    [InlineData("sort=relevance", "sort")]
    public async Task Unreadable_filter_is_a_problem_that_names_it(string filter, string name)
    {
        using var response = await site.AskAsync($"{Calendar}?{filter}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"\"{name}\":", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_is_a_file_under_the_licence_and_the_list_leads_to_it()
    {
        using var response = await site.AskAsync(Calendar);
        Assert.Equal("attachment; filename=agreements.ics", response.Content.Headers.ContentDisposition?.ToString().Split("; filename*")[0]);
        Assert.Equal("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"", Assert.Single(response.Headers.GetValues("Link")));
        var page = await site.PageAsync("/agreements?city=cn-datong&sort=title&lang=zh-Hans");
        Assert.Equal("/agreements.ics?city=cn-datong&lang=zh-Hans", page.QuerySelector("a[type='text/calendar']")?.GetAttribute("href"));
    }

    private async Task<CalendarComponent> ReadAsync(string query) => CalendarReader.Read(await site.BytesAsync(Calendar + query, "text/calendar; charset=utf-8"));
}

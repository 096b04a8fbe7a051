using System.Net;
using System.Text.Json;
using AngleSharp;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Listing;

/// <summary>What readers type, and the agreement that comes first; the queries are in <c>Searches.tsv</c>.</summary>
[Collection(nameof(CrowdedSite))]
public sealed class SearchTests(CrowdedSite site)
{
    public static TheoryData<string, string> Searches
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Listing", "Searches.tsv")).Where(l => l.Length > 0 && !l.StartsWith('#')))
                data.Add(line.Split('\t')[0], line.Split('\t')[1]);
            return data;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Search_shows_first_what_was_meant(string query, string expected)
    {
        var page = await site.PageAsync("/agreements?q=" + Uri.EscapeDataString(Unescaped(query)));

        var found = page.QuerySelectorAll(".rows > li .id").Select(e => e.TextContent).ToList();
        if (expected == "none")
            Assert.Empty(found);
        else
            Assert.Contains(found.FirstOrDefault(), expected.Split(' '));
    }

    [Theory]
    [InlineData("Datong", "Datong")]
    [InlineData("大同", "大同")]
    [InlineData("Kuhlmann", "Kuhlmann")]
    [InlineData("København drinking", "drinking")]
    public async Task What_was_looked_for_is_marked(string query, string marked)
    {
        var page = await site.PageAsync($"/agreements?q={Uri.EscapeDataString(query)}");
        Assert.Contains(page.QuerySelectorAll(".rows > li:first-child mark"), m => m.TextContent == marked);
    }

    [Fact]
    public async Task Misspelt_word_is_named_with_the_one_that_was_looked_for()
    {
        var page = await site.PageAsync("/agreements?q=Dongyin+CATL");
        Assert.Contains(page.QuerySelectorAll(".notes"), n => n.TextContent.Contains("Dongying", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Word_that_nothing_has_is_named()
    {
        var page = await site.PageAsync("/agreements?q=Datong+xyzzyplugh");
        Assert.Contains(page.QuerySelectorAll(".notes"), n => n.TextContent.Contains("xyzzyplugh", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll(".rows > li"));
    }

    [Fact]
    public async Task Query_of_ten_kilobytes_is_refused_in_words_and_kept_in_the_box()
    {
        using var response = await site.Client.GetAsync(new Uri($"/agreements?q={new string('a', 10_240)}", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await BrowsingContext.New().OpenAsync(r => r.Content(response.Content.ReadAsStream(Token)), Token);
        Assert.NotEmpty(page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Theory]
    [InlineData("dato", "en", "Datong")]
    [InlineData("dongyin", "en", "Dongying")]
    [InlineData("大同", "zh-Hans", "大同")]
    [InlineData("Datong", "zh-Hans", "大同")]
    public async Task Suggestions_name_what_is_being_typed(string typed, string language, string expected)
    {
        var offers = await site.Client.GetStringAsync(new Uri($"/suggestions?q={Uri.EscapeDataString(typed)}&lang={language}", UriKind.Relative), Token);
        Assert.Contains(JsonDocument.Parse(offers).RootElement.EnumerateArray(), o => o.GetProperty("text").GetString() == expected);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%00%ff")]
    [InlineData("")]
    [InlineData("%27%22%5C")]
    public async Task Suggestions_for_what_is_no_word_are_none(string typed) =>
        Assert.Equal("[]", await site.Client.GetStringAsync(new Uri($"/suggestions?q={typed}", UriKind.Relative), Token));

    // \u and \0 of the file are what they stand for.
    private static string Unescaped(string query) =>
        System.Text.RegularExpressions.Regex.Replace(query, @"\\u([0-9a-f]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
}

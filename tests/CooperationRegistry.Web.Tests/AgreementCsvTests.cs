using System.Net;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests;

public sealed class AgreementCsvTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Header =
        "number,title,title_zh,kind,status,evidence,signed_on,signed_earliest,signed_latest,place,cities,city_ids,countries,partners,partner_ids,"
        + "partner_kinds,signatories,sectors,commitments,amounts,quantities,projects,relations,summary,sources,source_urls,published_at,revision,url";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_has_the_columns_of_the_contract_and_a_line_per_agreement()
    {
        var rows = await RowsAsync("");
        Assert.Equal(Header.Split(','), rows[0]);
        Assert.Equal(8, rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(29, row.Count));
    }

    [Theory]
    [InlineData("city=cn-shenzhen", "CR-000007", "CR-000008")]
    [InlineData("city=cn-beijing", "CR-000004", "CR-000005")]
    [InlineData("city=dk-copenhagen", "CR-000004", "CR-000005")]
    [InlineData("city=cn-datong&city=cn-dongying", "CR-000001", "CR-000006")]
    [InlineData("city=cn-datong&partner=catl")]
    [InlineData("status=announced", "CR-000004")]
    [InlineData("evidence=mentioned", "CR-000002")]
    [InlineData("signedFrom=2017&signedTo=2017-12&country=US", "CR-000007", "CR-000008")]
    [InlineData("q=%E5%AE%81%E5%BE%B7%E6%97%B6%E4%BB%A3", "CR-000006")]
    public async Task Csv_with_the_lists_filter_has_its_rows(string filter, params string[] expected)
    {
        var numbers = (await RowsAsync(filter)).Skip(1).Select(row => row[0]);
        Assert.Equal(expected, numbers.Order());
    }

    [Theory]
    [InlineData("q=';DROP TABLE agreement_listings;--")]
    [InlineData("q=\\' OR 1=1 --")]
    [InlineData("q=%25%25%5C%5C__")]
    [InlineData("q=%00%01")]
    [InlineData("q=E'\\\\x27' || (SELECT 1)")]
    [InlineData("q=$$ {0} {{1}} @p0 :x ? /* */")]
    public async Task Csv_with_a_hostile_query_answers_like_any_other(string filter)
    {
        using var response = await site.Client.GetAsync(new Uri("/agreements.csv?" + filter.Replace(" ", "%20", StringComparison.Ordinal), UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(Header + "\r\n", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(9, (await RowsAsync("")).Count);
    }

    [Theory]
    [InlineData("status=signd", "status")]
    [InlineData("city=CN-Datong", "city")]
    [InlineData("country=XX", "country")]
    [InlineData("signedFrom=2025-13-40", "signedFrom")]
    [InlineData("signedFrom=XXXX-10-19", "signedFrom")]
    [InlineData("signedFrom=../2017", "signedFrom")]
    [InlineData("signedTo=2012/..", "signedTo")]
    [InlineData("sort=relevance", "sort")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("after=nonsense", "after")]
    [InlineData("bom=yes", "bom")]
    public async Task Csv_with_an_unreadable_filter_is_a_problem_that_names_it(string filter, string name)
    {
        using var response = await site.Client.GetAsync(new Uri("/agreements.csv?" + filter, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"{name}\":", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_names_the_licence_of_the_data()
    {
        using var response = await site.Client.GetAsync(new Uri("/agreements.csv", UriKind.Relative), Token);
        Assert.Equal("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"", Assert.Single(response.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task Csv_for_spreadsheets_starts_with_the_byte_order_mark()
    {
        var bytes = await site.Client.GetByteArrayAsync(new Uri("/agreements.csv?bom=1", UriKind.Relative), Token);
        Assert.Equal<byte>([0xEF, 0xBB, 0xBF, (byte)'n'], bytes[..4]);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(string filter) =>
        Csv.Read(await site.Client.GetStringAsync(new Uri("/agreements.csv?" + filter, UriKind.Relative), Token));
}

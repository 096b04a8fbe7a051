using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>The reference for people says what the description for programs says.</summary>
public sealed class ApiPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("en", "Capacity figures")]
    [InlineData("zh-Hans", "装机数据")]
    public async Task Page_has_every_operation_and_every_refusal(string language, string heading)
    {
        var description = await site.ReadAsync(ApiDescription.Address);
        var page = await site.PageAsync($"/api?lang={language}");
        var expected = description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {p.Key}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), page.QuerySelectorAll(".operation > summary > code").Select(c => c.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains(heading, page.QuerySelectorAll("h2").Select(h => h.TextContent));
        var explained = page.QuerySelectorAll("dt[id^='status-']").Select(d => d.Id!["status-".Length..]).ToList();
        var statuses = description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().SelectMany(o => o.Value!["responses"]!.AsObject().Select(r => r.Key))).Where(s => string.CompareOrdinal(s, "400") >= 0);
        Assert.Empty(statuses.Except(explained));
        Assert.Equal(explained.Distinct(), explained);
    }

    [Theory]
    [InlineData("/data")]
    [InlineData("/")]
    public async Task Page_is_linked(string address) =>
        Assert.NotEmpty((await site.PageAsync(address)).QuerySelectorAll("a[href='/api']"));

    [Fact]
    public async Task Description_says_where_it_is_and_under_which_licence()
    {
        var description = await site.ReadAsync(ApiDescription.Address);
        Assert.StartsWith("3.1", description["openapi"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("CC BY 4.0", description["info"]!["license"]!["name"]!.ToString());
        Assert.Equal(site.Client.BaseAddress!.ToString().TrimEnd('/'), description["servers"]![0]!["url"]!.ToString());
        Assert.Equal("bearer", description["components"]!["securitySchemes"]!["key"]!["scheme"]!.ToString());
    }
}

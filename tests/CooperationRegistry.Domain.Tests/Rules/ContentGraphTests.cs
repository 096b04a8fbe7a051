using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Rules;

public class ContentGraphTests
{
    private static readonly AgreementContent Agreement = Contents.Agreement(a =>
    {
        a.Sectors = ["drinkingWater"];
        a.Signatures = [new() { Key = "s1", Parties = ["p1"] }];
        a.Events[0].Present = [new() { Key = "pr1", Person = "Wu Hongwen", Title = LocalizedText.En("Mayor") }];
    });

    [Theory]
    [InlineData("title")]
    [InlineData("title/en")]
    [InlineData("title/zh-Hans")]
    [InlineData("parties")]
    [InlineData("parties/p1")]
    [InlineData("parties/p1/role")]
    [InlineData("signatures/s1/parties/p1")]
    [InlineData("events/e1/present/pr1/title/en")]
    [InlineData("sectors/drinkingWater")]
    [InlineData("signingEvent/city")]
    [InlineData("term/end")]
    public void Path_leads_to_what_the_content_has_or_may_have(string path) => Assert.True(ContentGraph.Leads(Agreement, path));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/title")]
    [InlineData("titel")]
    [InlineData("Title")]
    [InlineData("title/")]
    [InlineData("title/nowhere")]
    [InlineData("title/en/x")]
    [InlineData("title/count")]
    [InlineData("record")]
    [InlineData("parties/p9")]
    [InlineData("parties/p9/role")]
    [InlineData("parties/role")]
    [InlineData("parties/")]
    [InlineData("parties/p1/")]
    [InlineData("parties/p1/ordinal")]
    [InlineData("parties/p1/role/x")]
    [InlineData("signatures/s1/parties/p2")]
    [InlineData("sectors/tourism")]
    [InlineData("sectors/drinkingWater/x")]
    [InlineData("events/e1/date/text")]
    [InlineData("term/years")]
    public void Path_that_the_content_has_not_leads_nowhere(string path) => Assert.False(ContentGraph.Leads(Agreement, path));

    [Fact]
    public void Every_node_has_a_path_that_leads_to_it()
    {
        var paths = ContentGraph.Nodes(Agreement).Select(n => n.Path).ToList();

        Assert.Contains("events/e1/present/pr1/title", paths);
        Assert.All(paths, path => Assert.True(ContentGraph.Leads(Agreement, path), path));
        Assert.Distinct(paths);
    }
}

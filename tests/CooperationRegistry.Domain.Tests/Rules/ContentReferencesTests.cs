using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Tests.Rules;

public class ContentReferencesTests
{
    private static AgreementContent Agreement => Contents.Agreement(a =>
    {
        a.Parties[0].OnBehalfOfPartner = "~2";
        a.Parties[1].Partner = "~1";
        a.SigningEvent = new() { City = "cn-datong" };
        a.Relations = [new() { Key = "r1", Agreement = "CR-000002" }];
        a.Citations[0].Source = "~3";
        a.Citations[0].Locator = "~1";
    });

    [Fact]
    public void References_are_found_at_any_depth() =>
        Assert.Equal(
            [
                new("parties/p1/city", RecordKind.City, "cn-datong"),
                new("parties/p1/onBehalfOfPartner", RecordKind.Partner, "~2"),
                new("parties/p2/partner", RecordKind.Partner, "~1"),
                new("signingEvent/city", RecordKind.City, "cn-datong"),
                new("relations/r1/agreement", RecordKind.Agreement, "CR-000002"),
                new("citations/c1/source", RecordKind.Source, "~3"),
            ],
            Agreement.References().OrderBy(r => r.Path.StartsWith("citations", StringComparison.Ordinal)));

    [Fact]
    public void Rename_changes_references_and_nothing_else()
    {
        var content = Agreement;
        content.Rename(new Dictionary<string, string> { ["~1"] = "catl", ["~2"] = "china-baowu", ["~3"] = "SR-000007" });

        Assert.Equal(["cn-datong", "china-baowu", "catl", "cn-datong", "CR-000002", "SR-000007"], content.References().OrderBy(r => r.Path.StartsWith("citations", StringComparison.Ordinal)).Select(r => r.Id));
        Assert.Equal("~1", content.Citations[0].Locator);
        Assert.Equal("p2", content.Parties[1].Key);
    }

    [Fact]
    public void Sources_refer_to_nothing() => Assert.Empty(Contents.Source().References());
}

using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests;

public class FactsTests
{
    [Fact]
    public void Facts_are_what_is_filled_in_one_path_an_item()
    {
        var agreement = Contents.Agreement(a =>
        {
            a.InstrumentAsPrinted = " ";
            a.Summary = LocalizedText.En("");
            a.Sectors = ["solar", "windPower"];
            a.SigningEvent = new SigningEvent();
            a.Term = new Term { Months = 12 };
            a.Disputes = [new() { Key = "d1", Path = "title", Reason = LocalizedText.En("Two sources") }];
        });

        Assert.Equal(["title", "kind", "parties/p1", "parties/p2", "events/e1", "term", "sectors"], Facts.Of(agreement));
    }

    [Fact]
    public void Basis_of_a_date_is_no_fact() =>
        Assert.Equal(["city", "asOf", "metric", "quantity"], Facts.Of(Contents.CapacityStat(s => (s.AsOf, s.AsOfBasis) = (new EdtfDate("2021"), DateBasis.Inferred))));

    [Fact]
    public void Nothing_cited_leaves_every_fact_without_support() =>
        Assert.Equal(["title", "parties/p1", "parties/p2", "events/e1"], Facts.Unsupported(Contents.Agreement(a => a.Citations = [])));

    [Theory]
    [InlineData("parties/p1", "title events/e1 parties/p2")]
    [InlineData("parties/p1/role", "title events/e1 parties/p2")]
    [InlineData("parties", "title events/e1")]
    [InlineData("events/e1/date", "title parties/p1 parties/p2")]
    [InlineData("title/en", "events/e1 parties/p1 parties/p2")]
    public void Citation_covers_its_path_and_what_is_under_it_and_counts_for_what_it_is_part_of(string supports, string left) =>
        Assert.Equal(left.Split(' '), Facts.Unsupported(Contents.Agreement(a => a.Citations[0].Supports = [supports])).Order(StringComparer.Ordinal).OrderBy(p => p != "title"));

    [Fact]
    public void Citation_of_a_path_that_only_begins_alike_covers_nothing()
    {
        var agreement = Contents.Agreement(a =>
        {
            a.Events.Add(new() { Key = "e10" });
            a.Citations[0].Supports = ["events/e10"];
        });

        Assert.Contains("events/e1", Facts.Unsupported(agreement));
        Assert.False(agreement.IsSupported("events/e1"));
        Assert.True(agreement.IsSupported("events/e10/date"));
    }

    [Fact]
    public void Citation_of_one_part_is_no_support_for_another()
    {
        var agreement = Contents.Agreement();

        Assert.True(agreement.IsSupported("events/e1"));
        Assert.False(agreement.IsSupported("events/e1/note"));
    }

    [Fact]
    public void General_knowledge_needs_no_source()
    {
        var city = Contents.City(c =>
        {
            c.Names.Add(new() { Key = "n2", Text = "大同", Language = "zh-Hans", Kind = CityNameKind.LocalScript });
            c.Subdivision = "CN-SX";
            c.Coordinates = new Coordinates { Latitude = 40, Longitude = 113 };
            c.ExternalIds = [new() { Key = "x1", Scheme = ExternalIdScheme.Wikidata, Value = "Q1" }];
            c.Figures = [new() { Key = "f1", Indicator = LocalizedText.En("Coal"), Quantity = Contents.Power }];
        });

        Assert.Equal(["names/n1", "figures/f1"], Facts.Unsupported(city));
    }
}

using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests;

/// <summary>Contents with nothing wrong in them and little else, for a test to change.</summary>
internal static class Contents
{
    public static AgreementContent Agreement(Action<AgreementContent>? change = null) =>
        With(
            new AgreementContent
            {
                Title = LocalizedText.En("Memorandum"),
                Parties = [new() { Key = "p1", City = "cn-datong" }, new() { Key = "p2", Partner = "catl" }],
                Events = [new() { Key = "e1", Kind = EventKind.Signed, Date = new EdtfDate("XXXX-10-19") }],
                Citations = [new() { Key = "c1", Source = "SR-000001", Supports = ["events/e1/date"] }],
            },
            change);

    public static CityContent City(Action<CityContent>? change = null) =>
        With(new CityContent { Country = "CN", Names = [new() { Key = "n1", Text = "Datong", Language = "en" }] }, change);

    public static PartnerContent Partner(Action<PartnerContent>? change = null) =>
        With(new PartnerContent { Country = "CN", Kind = PartnerKind.Company, Names = [new() { Key = "n1", Text = "CATL", Language = "en" }] }, change);

    public static ProjectContent Project(Action<ProjectContent>? change = null) =>
        With(new ProjectContent { Title = LocalizedText.En("Battery base"), City = "cn-kenli" }, change);

    public static CapacityStatContent CapacityStat(Action<CapacityStatContent>? change = null) =>
        With(new CapacityStatContent { City = "cn-dongying", Quantity = Power }, change);

    public static SourceContent Source(Action<SourceContent>? change = null) =>
        With(new SourceContent { Title = LocalizedText.En("News"), Publisher = "Xinhua" }, change);

    public static Quantity Power => new() { Amount = 8.42m, Unit = Unit.MillionKilowatts };

    public static Quantity Energy => new() { Amount = 40, Unit = Unit.GigawattHour };

    private static TContent With<TContent>(TContent content, Action<TContent>? change)
    {
        change?.Invoke(content);
        return content;
    }
}

using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Projects, and what is installed in cities.</summary>
internal sealed class GeneratedProjects(GeneratedWorld world)
{
    public ProjectContent Project(int number)
    {
        var random = world.Chance("project", number);
        var (topic, coined) = (random.AnySkewed(Lexicon.Topics), Coinage.Word(random));
        var city = world.Cities[world.CitySkew.Next(random)].Id;
        var year = random.Next(2008, 2026);
        return new ProjectContent
        {
            Title = Chance.Text($"{coined.En} site for {topic.En}", random.Once(0.5) ? $"{coined.Zh}{topic.Zh}基地" : null),
            Kind = random.Any(Enum.GetValues<ProjectKind>()),
            City = city,
            Agreements = [new ProjectAgreement { Key = "a1", Agreement = RecordId.FromNumber(RecordKind.Agreement, random.Next(world.Size.Agreements) + 1) }],
            Organisations = [new ProjectOrganisation { Key = "o1", Partner = world.Partners[world.PartnerSkew.Next(random)].Id, Role = random.Any(Enum.GetValues<OrganisationRole>()) }],
            States = [new ProjectState { Key = "s1", Status = random.Any(Enum.GetValues<ProjectStatus>()), Date = new EdtfDate(year.ToString(CultureInfo.InvariantCulture)) }],
            Sectors = [topic.Sector],
            Capacities = random.Once(0.5) ? [new ProjectCapacity { Key = "c1", Quantity = new Quantity { Amount = random.Next(1, 900), Unit = Unit.Megawatt } }] : [],
            Investments = random.Once(0.4) ? [new ProjectInvestment { Key = "i1", Money = new Money { Amount = random.Next(1, 900) * 1_000_000m, Currency = "EUR", Qualifier = Qualifier.About } }] : [],
            Citations = random.Once(0.8) ? [world.Cite(random, "ci1", "title", "states/s1")] : [],
        };
    }

    public CapacityStatContent CapacityStat(int number)
    {
        var random = world.Chance("stat", number);
        var metric = random.Any(Enum.GetValues<CapacityMetric>());
        var whole = random.Next(100, 20_000);
        var part = random.Next(1, whole);
        return new CapacityStatContent
        {
            City = world.Cities[world.CitySkew.Next(random)].Id,
            AsOf = new EdtfDate(random.Next(2010, 2026).ToString(CultureInfo.InvariantCulture)),
            Metric = metric,
            Technology = metric == CapacityMetric.Technology ? random.AnySkewed(CodeLists.Technologies.All).Value : null,
            Quantity = new Quantity { Amount = part, Unit = Unit.Megawatt },
            Share = random.Once(0.3) ? new ReportedShare { Percent = decimal.Round(100m * part / whole, 1), Whole = new Quantity { Amount = whole, Unit = Unit.Megawatt } } : null,
            Citations = [world.Cite(random, "ci1", "quantity", "asOf")],
        };
    }
}

using System.Globalization;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Bench.Generating;

internal sealed class GeneratedPartners(GeneratedWorld world)
{
    private static readonly PartnerKind[] Kinds =
    [
        PartnerKind.Company, PartnerKind.StateOwnedEnterprise, PartnerKind.University, PartnerKind.ResearchInstitute, PartnerKind.PublicAgency, PartnerKind.Association, PartnerKind.Foundation,
        PartnerKind.RegionalGovernment, PartnerKind.NationalGovernment, PartnerKind.InternationalOrganisation, PartnerKind.DevelopmentBank,
    ];

    public PartnerContent Partner(Random random)
    {
        var kind = random.AnySkewed(Kinds);
        var (seat, city) = world.Cities[world.CitySkew.Next(random)];
        var isInternational = kind is PartnerKind.InternationalOrganisation or PartnerKind.DevelopmentBank && random.Once(0.5);
        var name = Name(random, kind, city);
        var partner = new PartnerContent
        {
            Names = [new PartnerName { Key = "n1", Text = name.En, Language = "en", Kind = PartnerNameKind.Official }],
            Kind = kind,
            Country = isInternational ? null : city.Country,
            Seat = random.Once(0.7) ? seat : null,
            ParentPartner = random.Once(0.03) && world.Partners.Count > 0 ? random.Any(world.Partners).Id : null,
            Website = random.Once(0.3) ? string.Create(CultureInfo.InvariantCulture, $"https://p{random.Next(1_000_000)}.example.org/") : null,
        };
        if (city.Country == "CN" || random.Once(0.35))
            partner.Names.Add(new PartnerName { Key = "n2", Text = name.Zh, Language = "zh-Hans", Kind = city.Country == "CN" ? PartnerNameKind.Official : PartnerNameKind.Translation });
        if (random.Once(0.05))
            partner.Names.Add(new PartnerName { Key = "n3", Text = Name(random, kind, city).En, Language = "en", Kind = PartnerNameKind.Former, Until = new EdtfDate(random.Next(2000, 2018).ToString(CultureInfo.InvariantCulture)) });
        if (random.Once(0.02) && world.Partners.Count > 0 && random.Any(world.Partners) is { Content.Successions.Count: 0 } before)
            partner.Successions = [new Succession { Key = "s1", Side = SuccessionSide.Predecessor, Partner = before.Id, Kind = random.Any(Enum.GetValues<SuccessionKind>()), Date = new EdtfDate("2012") }];
        if (random.Once(0.3))
            partner.Citations = [world.Cite(random, "ci1", "names/n1")];
        return partner;
    }

    private static Pair Name(Random random, PartnerKind kind, CityContent city)
    {
        var (field, coined) = (random.AnySkewed(Lexicon.Fields), Coinage.Word(random));
        var place = new Pair(city.Names[0].Text, city.Names.Find(n => n.Language == "zh-Hans")?.Text ?? coined.Zh);
        return kind switch
        {
            PartnerKind.Company => random.Once(0.5) ? new($"{coined.En} {field.En} Company", $"{coined.Zh}{field.Zh}公司") : new($"{coined.En} {field.En} Group", $"{coined.Zh}{field.Zh}集团"),
            PartnerKind.StateOwnedEnterprise => new($"{place.En} {field.En} Holding", $"{place.Zh}{field.Zh}控股集团"),
            PartnerKind.University => random.Once(0.5) ? new($"University of {place.En}", $"{place.Zh}大学") : new($"{coined.En} College of {field.En}", $"{coined.Zh}{field.Zh}学院"),
            PartnerKind.ResearchInstitute => new($"{coined.En} Institute for {field.En}", $"{coined.Zh}{field.Zh}研究院"),
            PartnerKind.PublicAgency => new($"{place.En} Agency for {field.En}", $"{place.Zh}{field.Zh}局"),
            PartnerKind.Association => new($"{coined.En} {field.En} Association", $"{coined.Zh}{field.Zh}协会"),
            PartnerKind.Foundation => new($"{coined.En} Foundation", $"{coined.Zh}基金会"),
            PartnerKind.RegionalGovernment => new($"Government of the Region of {coined.En}", $"{coined.Zh}省政府"),
            PartnerKind.NationalGovernment => new($"State Office for {field.En} at {place.En}", $"{place.Zh}国家{field.Zh}署"),
            PartnerKind.InternationalOrganisation => new($"International {coined.En} Council on {field.En}", $"国际{coined.Zh}{field.Zh}理事会"),
            _ => new($"{coined.En} Development Bank", $"{coined.Zh}开发银行"),
        };
    }
}

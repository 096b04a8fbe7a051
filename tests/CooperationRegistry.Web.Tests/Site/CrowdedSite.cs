using System.Globalization;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>
/// The sample registry among 5,000 random agreements that share its words, dates and kinds: other cities with other partners. The seed is
/// that of <c>TEST_SEED</c>, else another one each time; it is printed.
/// </summary>
public sealed class CrowdedSite(TestCluster cluster) : SampleSite(cluster)
{
    public const int Crowd = 5000;

    /// <summary>Of the random ones; those of the sample are below.</summary>
    public const int FirstNumber = 1001;

    private static readonly string[] Heads = ["Bei", "Chang", "Dong", "Da", "Shen", "Kai", "Lin", "Nan", "Ping", "Xin", "Yong", "Zheng"];
    private static readonly string[] Tails = ["yang", "hai", "feng", "ling", "quan", "zhou"];
    private static readonly string[] ChineseHeads = ["北", "昌", "东", "大", "沈", "开", "林", "南", "平", "新", "永", "郑"];
    private static readonly string[] ChineseTails = ["阳", "海", "丰", "岭", "泉", "州"];

    private static readonly (string En, string Zh)[] Partners =
    [
        ("German Railway Agency", "德国铁路署"), ("Energy Institute of Bavaria", "巴伐利亚能源研究所"), ("California Water Commission", "加州水务委员会"),
        ("Technology Company of Amperes", "安培科技公司"), ("National Coal Group", "国家煤炭集团"), ("University of the North Sea", "北海大学"),
        ("Clean Water Foundation", "清洁水基金会"), ("Nordic Heating Company", "北欧供热公司"), ("State Bank of Development", "国家开发银行"), ("Battery Research Centre", "电池研究中心"),
    ];

    private static readonly (string En, string Zh)[] Topics =
    [
        ("strategic cooperation", "战略合作"), ("low-carbon development", "低碳发展"), ("drinking water", "饮用水"), ("clean technology", "清洁技术"), ("wind power", "风电"),
        ("district heating", "区域供热"), ("an industrial park", "产业园"), ("green electricity", "绿色电力"), ("technology transfer", "技术转移"), ("coal chemistry", "煤化工"),
    ];

    // Names of the sample stand here and there in passing.
    private static readonly string[] Asides =
    [
        "As Datong had done before.", "A delegation from Shenzhen looked on.", "Dongying is named as an example.", "Like a German agency for energy.", "The mayor of Copenhagen sent his regards.",
        "Beijing is the capital.", "Batteries are made elsewhere.", "The university of Tsinghua advised.", "California has a similar plan.", "No sums are named.",
    ];

    private Random random = new(0);

    public int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    public static IReadOnlyList<string> Cities { get; } =
        [.. Heads.SelectMany(h => Tails.Select(t => $"{(h == "Zheng" ? "de" : "cn")}-{h}{t}".ToLowerInvariant()))];

    public static IReadOnlyList<string> PartnerIds { get; } = [.. Partners.Select(p => p.En.ToLowerInvariant().Replace(' ', '-'))];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Console.WriteLine($"{nameof(CrowdedSite)}: TEST_SEED={Seed}");
        random = new Random(Seed);
        await LoadAsync([.. Cities.Select((id, i) => TestData.Line(id, City(i)))]);
        await LoadAsync([.. PartnerIds.Select((id, i) => TestData.Line(id, Partner(i)))]);
        for (var at = 0; at < Crowd; at += 1000)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await LoadAsync([.. Enumerable.Range(at, 1000).Select(i => TestData.Line($"CR-{i + FirstNumber:D6}", Agreement()))]);
        }
    }

    /// <summary>One more, as all the others.</summary>
    public string Another(int number) => TestData.Line($"CR-{number:D6}", Agreement());

    public T Any<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static CityContent City(int i)
    {
        var city = TestData.City(Heads[i / Tails.Length] + Tails[i % Tails.Length], Cities[i][..2].ToUpperInvariant(), i % 7 == 5 ? Cities[i - 1] : null);
        city.Names.Add(new CityName { Key = "n2", Text = ChineseHeads[i / Tails.Length] + ChineseTails[i % Tails.Length], Language = "zh-Hans", Kind = CityNameKind.LocalScript });
        return city;
    }

    private static PartnerContent Partner(int i)
    {
        var partner = TestData.Partner(Partners[i].En, (PartnerKind)i, i % 2 == 0 ? "DE" : "CN");
        partner.Names.Add(new PartnerName { Key = "n2", Text = Partners[i].Zh, Language = "zh-Hans", Kind = PartnerNameKind.Translation });
        return partner;
    }

    private AgreementContent Agreement()
    {
        var (city, partner, topic) = (random.Next(Cities.Count), random.Next(Partners.Length), Any(Topics));
        var cityName = Heads[city / Tails.Length] + Tails[city % Tails.Length];
        var agreement = TestData.Agreement(
            $"{Any(["Memorandum of understanding", "Strategic cooperation agreement", "Framework agreement"])} on {topic.En} between {cityName} and the {Partners[partner].En}",
            TestData.CityParty("p1", Cities[city]),
            TestData.PartnerParty("p2", PartnerIds[partner]));
        agreement.Title["zh-Hans"] = $"{ChineseHeads[city / Tails.Length]}{ChineseTails[city % Tails.Length]}市与{Partners[partner].Zh}{topic.Zh}谅解备忘录";
        agreement.Summary = LocalizedText.En($"The city and its partner agree on {topic.En} and on {Any(Topics).En}. {Any(Asides)} {Any(Asides)}");
        agreement.Kind = Any(Enum.GetValues<AgreementKind>());
        agreement.Evidence = Any(Enum.GetValues<Evidence>());
        agreement.Events = [TestData.Event("e1", Any([EventKind.Signed, EventKind.Signed, EventKind.Signed, EventKind.Announced]), Date())];
        agreement.Sectors = [.. CodeLists.Sectors.All.Select(c => c.Value).Where(_ => random.Next(8) == 0)];
        if (random.Next(4) == 0)
            agreement.Parties[1].OnBehalfOfCity = Any(Cities);
        return agreement;
    }

    private string? Date() =>
        random.Next(8) switch
        {
            0 => null,
            1 => "XXXX-10-19",
            2 => $"{random.Next(2008, 2027)}",
            3 => $"201X",
            4 => $"{random.Next(2008, 2020)}/..",
            5 => "2014-12-03/2016-01-06",
            _ => $"{random.Next(2008, 2027)}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}",
        };
}

[CollectionDefinition(nameof(CrowdedSite))]
public sealed class CrowdedSiteCollection : ICollectionFixture<CrowdedSite>;

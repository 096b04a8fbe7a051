using System.Globalization;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Bench.Generating;

/// <summary>What agreements are about: cities, partners, sources and projects, all in memory.</summary>
internal sealed class GeneratedWorld
{
    private const string China = "CN";
    private const double ChineseCities = 0.3;

    // Where most of the others are.
    private static readonly string[] Usual = [China, "DE", "DK", "US", "GB", "FR", "NL", "SE", "NO", "FI", "JP", "KR", "ES", "IT", "BR", "ZA", "IN", "KE", "CA", "AU", "PL", "PT", "CL", "MX", "SG", "MY", "TH", "VN", "ID", "EG"];

    private readonly int seed;
    private readonly string[] countries;
    private readonly Zipf otherCountries;
    private readonly ILookup<string, string> subdivisions = CodeLists.Subdivisions.All.ToLookup(s => s.Value[..2], s => s.Value);

    public GeneratedWorld(RegistrySize size, int seed)
    {
        (Size, this.seed) = (size, seed);
        countries = [.. Usual.Concat(CodeLists.Countries.All.Select(c => c.Value)).Distinct().Take(size.Countries)];
        otherCountries = new Zipf(countries.Length - 1, 1);
        MakeCities();
        Sources = [.. Enumerable.Range(1, size.Sources).Select(n => (RecordId.FromNumber(RecordKind.Source, n), Source(n)))];
        CitySkew = new Zipf(size.Cities, 0.8);
        PartnerSkew = new Zipf(size.Partners, 0.7);
        SourceSkew = new Zipf(size.Sources, 0.4);
        MakePartners();
        Projects = [.. Enumerable.Range(1, size.Projects).Select(n => (RecordId.FromNumber(RecordKind.Project, n), new GeneratedProjects(this).Project(n)))];
        Around = new ListingSurroundings(
            Cities.ToDictionary(c => c.Id, c => c.Content),
            Partners.ToDictionary(p => p.Id, p => p.Content),
            Predecessors(),
            Sources.ToDictionary(s => s.Id, s => s.Content),
            Projects.SelectMany(p => p.Content.Agreements, (p, a) => (a.Agreement, p.Id)).ToLookup(x => x.Agreement, x => x.Id));
    }

    public RegistrySize Size { get; }

    public List<(string Id, CityContent Content)> Cities { get; } = [];

    public List<(string Id, PartnerContent Content)> Partners { get; } = [];

    public IReadOnlyList<(string Id, SourceContent Content)> Sources { get; }

    public IReadOnlyList<(string Id, ProjectContent Content)> Projects { get; }

    public ListingSurroundings Around { get; }

    public Zipf CitySkew { get; }

    public Zipf PartnerSkew { get; }

    public Zipf SourceSkew { get; }

    public Random Chance(string what, int number) => Generating.Chance.Of(seed, what, number);

    /// <summary>A citation of any source.</summary>
    public Citation Cite(Random random, string key, params List<string> supports) => new() { Key = key, Source = Sources[SourceSkew.Next(random)].Id, Supports = supports };

    private void MakeCities()
    {
        var given = new HashSet<string>();
        for (var n = 0; n < Size.Cities; n++)
        {
            var random = Chance("city", n);
            // Every country has one at least.
            var country = n < countries.Length ? countries[n] : random.Once(ChineseCities) ? China : countries[1 + otherCountries.Next(random)];
            var content = City(random, country);
            Cities.Add((FreeId(content, given), content));
        }
    }

    private CityContent City(Random random, string country)
    {
        var name = country == China ? Coinage.ChineseCity(random) : Coinage.ForeignCity(random);
        var parent = random.Once(0.05) && Cities.Count > 100 ? random.Any(Cities) : default;
        var city = new CityContent
        {
            Names = [new CityName { Key = "n1", Text = name.En, Language = "en", Kind = CityNameKind.Official }],
            Kind = parent.Content?.Country == country ? CityKind.District : random.AnySkewed([CityKind.City, CityKind.Municipality, CityKind.PrefectureLevelCity, CityKind.Town, CityKind.County]),
            Country = country,
            ParentCity = parent.Content?.Country == country && parent.Content.ParentCity is null ? parent.Id : null,
            Coordinates = random.Once(0.7) ? new Coordinates { Latitude = Degrees(random, 60), Longitude = Degrees(random, 170) } : null,
            About = random.Once(0.1) ? Generating.Chance.Text($"{name.En} lies by a river and makes machines.", $"{name.Zh}临河，以机械制造为业。") : null,
        };
        if (subdivisions[country].ToList() is { Count: > 0 } parts && random.Once(0.5))
            city.Subdivision = random.Any(parts);
        if (country == China)
            city.Names.Add(new CityName { Key = "n2", Text = name.Zh + (city.Kind switch { CityKind.District => "区", CityKind.County => "县", CityKind.Town => "镇", _ => "市" }), Language = "zh-Hans", Kind = CityNameKind.LocalScript });
        else if (random.Once(0.5))
            city.Names.Add(new CityName { Key = "n2", Text = name.Zh, Language = "zh-Hans", Kind = CityNameKind.Variant });
        if (random.Once(0.03))
            city.Names.Add(new CityName { Key = "n3", Text = "Old " + Coinage.ForeignCity(random).En, Language = "en", Kind = CityNameKind.Former, Until = new EdtfDate(random.Next(1980, 2012).ToString(CultureInfo.InvariantCulture)) });
        return city;
    }

    private void MakePartners()
    {
        var given = new HashSet<string>();
        for (var n = 0; n < Size.Partners; n++)
        {
            var content = new GeneratedPartners(this).Partner(Chance("partner", n));
            Partners.Add((FreeId(content, given), content));
        }
    }

    // No predecessor has one of its own: see GeneratedPartners.
    private ILookup<string, PartnerContent> Predecessors()
    {
        var byId = Partners.ToDictionary(p => p.Id, p => p.Content);
        return Partners.SelectMany(p => p.Content.Successions, (p, s) => (p.Id, s.Partner)).ToLookup(x => x.Id, x => byId[x.Partner]);
    }

    private SourceContent Source(int number)
    {
        var random = Chance("source", number);
        var (topic, other, coined) = (random.AnySkewed(Lexicon.Topics), random.Any(Lexicon.Topics), Coinage.Word(random));
        var place = random.Any(Cities).Content.Names[0].Text;
        var headline = random.Any(Lexicon.Headlines);
        var paper = random.AnySkewed(Lexicon.Newspapers);
        var day = new DateOnly(2004, 1, 1).AddDays((int)(8100 * Math.Sqrt(random.NextDouble())));
        var chinese = random.Once(0.4);
        var owner = new Pair(random.AnySkewed(Cities).Content.Names[0].Text, coined.Zh);
        return new SourceContent
        {
            Title = chinese ? Generating.Chance.Text(Filled(headline.En, topic.En, other.En, place, random.Next(2, 90)), Filled(headline.Zh, topic.Zh, other.Zh, coined.Zh, random.Next(2, 90))) : LocalizedText.En(Filled(headline.En, topic.En, other.En, place, random.Next(2, 90))),
            TitleSupplied = random.Once(0.05),
            Kind = random.AnySkewed([SourceKind.News, SourceKind.OfficialNotice, SourceKind.AgreementText, SourceKind.Report, SourceKind.Filing, SourceKind.Interview]),
            Publisher = Filled(paper.En, "", "", owner.En, 0),
            Url = random.Once(0.8) ? string.Create(CultureInfo.InvariantCulture, $"https://{(chinese ? "zh" : "news")}.example.org/{day:yyyy/MM}/{number}.html") : null,
            Published = random.Once(0.9) ? new EdtfDate(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
            Language = chinese ? "zh-Hans" : "en",
            RetrievedOn = random.Once(0.5) ? new DateOnly(2026, 1, 1).AddDays(random.Next(100)) : null,
        };
    }

    public static string Filled(string pattern, string topic, string other, string coined, int count, int year = 0) =>
        Capital(string.Format(CultureInfo.InvariantCulture, pattern, topic, other, coined, count, year));

    private static string FreeId(RecordContent content, HashSet<string> given)
    {
        var stem = NewIds.Stem(content)!;
        for (var n = 1; ; n++)
        {
            var id = n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
            if (given.Add(id))
                return id;
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static decimal Degrees(Random random, int most) => random.Next(-most * 1000, most * 1000) / 1000m;
}

using System.Globalization;
using System.Text;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Bench.Works;

/// <summary>Agreements that nobody made, between cities and partners that a registry has; no two of them alike.</summary>
internal sealed class NewAgreements(IReadOnlyList<string> cities, IReadOnlyList<string> partners, int seed)
{
    private const int MostNames = 20_000;
    private const int FirstDay = 20 * 365;
    private const int Days = 25 * 365;

    // One line in so many cites a source that the registry does not have.
    private const int Cited = 5;

    private static readonly string[] Things = ["tram lines", "heat networks", "river ports", "seed banks", "night schools", "wind parks", "clinics", "archives", "fish farms", "data halls", "orchards", "rail yards"];
    private static readonly string[] ThingsZh = ["电车", "供热", "内河港口", "种质资源", "夜校", "风电", "诊所", "档案", "渔业", "数据中心", "果园", "铁路"];
    private static readonly string[] Deeds = ["building", "repairing", "sharing", "measuring", "financing", "teaching about", "connecting", "opening"];
    private static readonly AgreementKind[] Kinds = [AgreementKind.MemorandumOfUnderstanding, AgreementKind.Contract, AgreementKind.StrategicCooperationAgreement];

    private readonly Random random = new(seed);
    private int made;

    public static async Task<NewAgreements> OfAsync(RegistryCopy copy, int seed, CancellationToken cancellationToken)
    {
        await using var source = copy.OpenOwner();
        return new NewAgreements(
            await source.ListAsync<string>($"SELECT id FROM cities ORDER BY md5(id) LIMIT {MostNames}", cancellationToken),
            await source.ListAsync<string>($"SELECT id FROM partners ORDER BY md5(id) LIMIT {MostNames}", cancellationToken),
            seed);
    }

    public AgreementContent Next() =>
        new()
        {
            Title = LocalizedText.En(Title(++made)),
            Kind = Any(Kinds),
            Evidence = Evidence.Reported,
            Parties = [new Party { Key = "p1", City = Any(cities) }, new Party { Key = "p2", Partner = Any(partners) }],
            Events = [new AgreementEvent { Key = "e1", Kind = EventKind.Signed, Date = new EdtfDate(Day()) }],
            Sectors = [Sector()],
        };

    /// <summary>A list as the registry takes it in, by the names of its own columns.</summary>
    public async Task WriteCsvAsync(string file, int lines, CancellationToken cancellationToken)
    {
        await using var csv = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await csv.WriteAsync("title,title_zh,kind,evidence,signed_on,place,city_ids,partner_ids,sectors,commitments,summary,sources,source_urls\r\n");
        for (var line = 0; line < lines; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            made++;
            var (title, titleZh) = (Title(made), $"关于{Any(ThingsZh)}与{Any(ThingsZh)}的第{made.ToString(CultureInfo.InvariantCulture)}号协议");
            var (kind, day) = (ContentJson.Name(Any(Kinds)), Day());
            var parties = $"{Any(cities)},{(random.Next(2) == 0 ? Any(partners) : $"{partners[line % partners.Count]}; {partners[(line + 1) % partners.Count]}")}";
            var (sectors, commitment) = ($"{Sector()}", $"{Any(Deeds)} {Any(Things)} within {random.Next(2, 20).ToString(CultureInfo.InvariantCulture)} years");
            var summary = $"Both sides agree on {Any(Deeds)} {Any(Things)}, and on {Any(Deeds)} {Any(Things)} later. Number {made.ToString(CultureInfo.InvariantCulture)} of its kind.";
            var source = made % Cited == 0 ? $"Notice {made.ToString(CultureInfo.InvariantCulture)},https://news.example.org/{seed.ToString(CultureInfo.InvariantCulture)}/{made.ToString(CultureInfo.InvariantCulture)}" : ",";
            await csv.WriteAsync($"{title},{titleZh},{kind},reported,{day},the town hall,{parties},{sectors},{commitment},\"{summary}\",{source}\r\n");
        }
    }

    // The number is in words that no other has, so that none is refused for looking like another.
    private string Title(int number) =>
        $"{Any(Deeds)} {Any(Things)} and {Any(Things)}: instrument {number.ToString(CultureInfo.InvariantCulture)} {number.ToString("x", CultureInfo.InvariantCulture)}";

    private string Sector() => CodeLists.Sectors.All[random.Next(CodeLists.Sectors.All.Count)].Value;

    private string Day() => new DateOnly(1980, 1, 1).AddDays(FirstDay + random.Next(Days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}

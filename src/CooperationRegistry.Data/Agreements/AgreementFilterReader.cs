using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using Microsoft.Extensions.Primitives;

namespace CooperationRegistry.Data.Agreements;

/// <summary>A filter as read, and what could not be read: the path of a problem is the parameter's name.</summary>
public sealed record FilterReading(AgreementFilter Filter, IReadOnlyList<Problem> Problems);

/// <summary>Reads the filter from an address. Empty values are a form's empty fields; parameters of other names are not its business.</summary>
public sealed class AgreementFilterReader
{
    private const int LongestQuery = 500;

    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, List<string>> given;

    private AgreementFilterReader(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        given = query
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(p => p.Value).OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Distinct().ToList());

    /// <summary>The names of the parameters that narrow the list, as CONTRACT gives them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["q", "city", "country", "partner", "partnerKind", "kind", "status", "evidence", "sector", "year", "signedFrom", "signedTo"];

    public static FilterReading Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var reader = new AgreementFilterReader(query);
        return new FilterReading(reader.Filter(), reader.problems);
    }

    private AgreementFilter Filter() =>
        new()
        {
            Q = Query(),
            City = Ids("city", RecordKind.City),
            Country = Codes("country", CodeLists.Countries),
            Partner = Ids("partner", RecordKind.Partner),
            PartnerKind = Enums<Domain.Partners.PartnerKind>("partnerKind"),
            Kind = Enums<Domain.Agreements.AgreementKind>("kind"),
            Status = Enums<Domain.Agreements.AgreementStatus>("status"),
            Evidence = Enums<Domain.Agreements.Evidence>("evidence"),
            Sector = Codes("sector", CodeLists.Sectors),
            SignedFrom = Date("signedFrom", d => d.Earliest),
            SignedTo = Date("signedTo", d => d.Latest),
            Sort = Sort(),
            Year = Years(),
            After = Cursor("after"),
            Before = Cursor("before"),
            PageSize = PageSize(),
        };

    private List<string> All(string name) => given.GetValueOrDefault(name) ?? [];

    private string? One(string name) => All(name).LastOrDefault();

    private string? Query()
    {
        if (One("q") is { Length: > LongestQuery } query)
            problems.Add(Problem.At("q", Rule.TooLong, query, LongestQuery.ToString(CultureInfo.InvariantCulture), query.Length.ToString(CultureInfo.InvariantCulture)));
        return One("q") is { Length: <= LongestQuery } fine ? fine : null;
    }

    private List<string> Ids(string name, RecordKind kind) =>
        Readable(name, id => RecordId.IsWellFormed(kind, id), Rule.MalformedId, RecordId.Example(kind));

    private List<string> Codes(string name, CodeList list) => Readable(name, list.Contains, Rule.UnknownCode, list.All[0].Value);

    private List<TEnum> Enums<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var known = Enum.GetValues<TEnum>().ToDictionary(ContentJson.Name);
        return Readable(name, known.ContainsKey, Rule.UnknownValue, string.Join(", ", known.Keys)).ConvertAll(v => known[v]);
    }

    private List<string> Readable(string name, Func<string, bool> isReadable, Rule otherwise, string mend)
    {
        problems.AddRange(All(name).Where(v => !isReadable(v)).Select(v => Problem.At(name, otherwise, v, mend)));
        return [.. All(name).Where(isReadable)];
    }

    private EdtfDate? Date(string name, Func<EdtfDate, DateOnly?> bound)
    {
        if (One(name) is not { } text)
            return null;
        var date = new EdtfDate(text);
        if (date.IsReadable && bound(date) is not null)
            return date;
        problems.Add(Problem.At(name, date.IsReadable ? Rule.UnboundedDate : Rule.UnreadableDate, text));
        return null;
    }

    private AgreementSort Sort()
    {
        if (One("sort") is not { } text)
            return One("q") is null ? AgreementSort.NewestSigned : AgreementSort.Relevance;
        if (AgreementSorts.Names.FirstOrDefault(s => s.Value == text) is { Value: not null } known && (known.Key != AgreementSort.Relevance || One("q") is not null))
            return known.Key;
        problems.Add(Problem.At("sort", Rule.UnknownValue, text, string.Join(", ", AgreementSorts.Names.Values.Where(n => n != "relevance" || One("q") is not null))));
        return AgreementSort.NewestSigned;
    }

    private List<int> Years() =>
        Readable("year", y => Year(y) is not null, Rule.UnknownValue, "2017, unknown").ConvertAll(y => Year(y)!.Value);

    /// <summary>A year as the address has it.</summary>
    public static string Written(int year) => year == AgreementFilter.UnknownYear ? "unknown" : year.ToString("D4", CultureInfo.InvariantCulture);

    private static int? Year(string text) =>
        text == "unknown" ? AgreementFilter.UnknownYear
        : text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? year
        : null;

    private string? Cursor(string name)
    {
        if (One(name) is not { } text || AgreementCursor.Read(text) is not null)
            return One(name);
        problems.Add(Problem.At(name, Rule.WrongPattern, text, "the address of the next page"));
        return null;
    }

    private int PageSize()
    {
        if (One("pageSize") is not { } text)
            return 50;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 200)
            return size;
        problems.Add(Problem.At("pageSize", Rule.OutOfRange, text, "1", "200"));
        return 50;
    }
}

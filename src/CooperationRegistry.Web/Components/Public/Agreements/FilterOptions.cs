using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>What can be chosen in the filter: only what some agreement has.</summary>
public sealed class FilterOptions
{
    private const int MostOptions = 300;

    private readonly Dictionary<string, List<(string Value, string Text)>> byName = [];

    private FilterOptions()
    {
    }

    public IReadOnlyList<(string Value, string Text)> Of(string name) => byName[name];

    /// <summary>The words for a value; the value itself where it is not known.</summary>
    public string Text(string name, string value) =>
        byName.TryGetValue(name, out var options) && options.Find(o => o.Value == value) is { Text: { } text } ? text : value;

    public static async Task<FilterOptions> LoadAsync(RegistryDbContext db, Words words, CancellationToken cancellation)
    {
        var rows = db.AgreementListings;
        var cities = await Some(rows.SelectMany(l => l.CityScope), cancellation);
        var partners = await Some(rows.SelectMany(l => l.PartnerIds), cancellation);
        var names = await RecordNames.LoadAsync(
            db, words.Language, cities.Select(c => (RecordKind.City, c)).Concat(partners.Select(p => (RecordKind.Partner, p))), cancellation);
        var options = new FilterOptions();
        options.Add("status", Enum.GetValues<AgreementStatus>().Select(s => (ContentJson.Name(s), words.Label(s))));
        options.Add("kind", Enum.GetValues<AgreementKind>().Select(k => (ContentJson.Name(k), words.Label(k))));
        options.Add("evidence", Enum.GetValues<Evidence>().Select(e => (ContentJson.Name(e), words.Label(e))));
        options.Add("partnerKind", Enum.GetValues<PartnerKind>().Select(k => (ContentJson.Name(k), words.Label(k))));
        options.Add("city", ByText(cities.Select(c => (c, names.Of(RecordKind.City, c).Text))));
        options.Add("partner", ByText(partners.Select(p => (p, names.Of(RecordKind.Partner, p).Text))));
        options.Add("country", ByText((await Some(rows.SelectMany(l => l.Countries), cancellation)).Select(c => (c, words.Country(c)))));
        var sectors = await Some(rows.SelectMany(l => l.Sectors), cancellation);
        options.Add("sector", CodeLists.Sectors.All.Where(s => sectors.Contains(s.Value)).Select(s => (s.Value, words.Sector(s.Value))));
        return options;
    }

    private void Add(string name, IEnumerable<(string Value, string Text)> options) => byName[name] = [.. options];

    private static IOrderedEnumerable<(string Value, string Text)> ByText(IEnumerable<(string Value, string Text)> options) =>
        options.OrderBy(o => o.Text, StringComparer.Ordinal);

    private static Task<List<string>> Some(IQueryable<string> values, CancellationToken cancellation) =>
        values.Distinct().OrderBy(v => v).Take(MostOptions).ToListAsync(cancellation);
}

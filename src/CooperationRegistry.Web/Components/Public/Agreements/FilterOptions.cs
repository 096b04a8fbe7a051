using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <param name="Value">As the address has it.</param>
/// <param name="Text">In the reader's words.</param>
/// <param name="Count">Agreements that choosing it would show.</param>
public sealed record FilterOption(string Value, string Text, int Count);

/// <summary>What can be chosen in the filter: what some agreement has that fits the rest of it, and what is chosen.</summary>
public sealed class FilterOptions
{
    private readonly Dictionary<string, List<FilterOption>> byName = [];

    private FilterOptions()
    {
    }

    public IReadOnlyList<FilterOption> Of(string name) => byName[name];

    /// <summary>The words for a value; the value itself where it is not known.</summary>
    public string Text(string name, string value) =>
        byName.TryGetValue(name, out var options) && options.Find(o => o.Value == value) is { } option ? option.Text : value;

    /// <summary>The words for a parameter as applied.</summary>
    public string Text(KeyValuePair<string, string> applied, Words words) =>
        applied.Key is "signedFrom" or "signedTo" ? words.Date(new EdtfDate(applied.Value)) : Text(applied.Key, applied.Value);

    /// <param name="db">A context.</param>
    /// <param name="filter">Prepared.</param>
    /// <param name="words">Of the reader's language.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<FilterOptions> LoadAsync(RegistryDbContext db, AgreementFilter filter, Words words, CancellationToken cancellation)
    {
        var facets = await db.AgreementListings.FacetsAsync(filter, cancellation);
        var named = facets["city"].Select(c => (RecordKind.City, c.Value)).Concat(facets["partner"].Select(p => (RecordKind.Partner, p.Value)));
        var names = await RecordNames.LoadAsync(db, words.Language, named, cancellation);
        var options = new FilterOptions();
        options.Add("status", facets, v => words.Label(Named<AgreementStatus>(v)));
        options.Add("kind", facets, v => words.Label(Named<AgreementKind>(v)));
        options.Add("evidence", facets, v => words.Label(Named<Evidence>(v)));
        options.Add("partnerKind", facets, v => words.Label(Named<PartnerKind>(v)));
        options.Add("year", facets, v => words.Year(v));
        options.Add("sector", facets, words.Sector);
        options.AddByCount("city", facets, v => names.Of(RecordKind.City, v).Text);
        options.AddByCount("partner", facets, v => names.Of(RecordKind.Partner, v).Text);
        options.AddByCount("country", facets, words.Country);
        // As the code list has them, narrower ones below the broader.
        options.byName["sector"] = [.. CodeLists.Sectors.All.Join(options.byName["sector"], s => s.Value, o => o.Value, (_, o) => o)];
        return options;
    }

    private void Add(string name, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> facets, Func<string, string> text) =>
        byName[name] = [.. facets[name].Select(f => new FilterOption(f.Value, text(f.Value), f.Count))];

    private void AddByCount(string name, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> facets, Func<string, string> text)
    {
        Add(name, facets, text);
        byName[name] = [.. byName[name].OrderByDescending(o => o.Count).ThenBy(o => o.Text, StringComparer.Ordinal)];
    }

    private static TEnum Named<TEnum>(string value)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(value, ignoreCase: true);
}

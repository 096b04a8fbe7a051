using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <param name="Value">As the address has it.</param>
/// <param name="Text">In the reader's words.</param>
/// <param name="Count">Agreements that choosing it would show.</param>
/// <param name="IsAtLeast">There may be more.</param>
public sealed record FilterOption(string Value, string Text, int Count, bool IsAtLeast);

/// <summary>What can be chosen in the filter: what some agreement has that fits the rest of it, and what is chosen.</summary>
/// <param name="counts">Of the filter.</param>
/// <param name="words">With the names of what the counts have.</param>
public sealed class FilterOptions(AgreementCounts counts, FilterWords words)
{
    /// <summary>The cities and partners that are offered.</summary>
    public static IEnumerable<(RecordKind Kind, string Id)> In(AgreementCounts counts) =>
        counts.Facets["city"].Select(c => (RecordKind.City, c.Value)).Concat(counts.Facets["partner"].Select(p => (RecordKind.Partner, p.Value)));

    /// <param name="name">Of the parameter.</param>
    public IReadOnlyList<FilterOption> Of(string name)
    {
        var options = counts.Facets[name].Select(f => new FilterOption(f.Value, words.Text(name, f.Value), f.Count, f.IsAtLeast));
        return
        [
            .. name switch
            {
                "city" or "partner" or "country" => options.OrderByDescending(o => o.Count).ThenBy(o => o.Text, StringComparer.Ordinal),
                // As the code list has them, narrower ones below the broader.
                "sector" => CodeLists.Sectors.All.Join(options, s => s.Value, o => o.Value, (_, o) => o),
                _ => options,
            },
        ];
    }
}

using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <summary>Keeps the names that search and the finder of duplicates read in step with what is published.</summary>
internal static class SearchNames
{
    private const int Page = 500;

    /// <summary>Names in all variants and scripts, titles in all languages; of a source its publisher and address too.</summary>
    public static IReadOnlyList<string> Of(RecordContent content)
    {
        IEnumerable<string> names = content switch
        {
            CityContent city => city.Names.Select(n => Folding.Name(RecordKind.City, n.Text)),
            PartnerContent partner => partner.Names.Select(n => Folding.Text(n.Text)),
            AgreementContent agreement => Folded(agreement.Title),
            ProjectContent project => Folded(project.Title),
            SourceContent source => Folded(source.Title).Append(Folding.Text(source.Publisher ?? "")).Append(Folding.Address(source.Url) ?? ""),
            _ => [],
        };
        return [.. names.Where(n => n.Length > 0).Distinct()];
    }

    public static IEnumerable<SearchName> Of(Record record) => Of(record.Body).Select(name => new SearchName { Kind = record.Kind, RecordId = record.Id, Folded = name });

    public static async Task RemoveAsync(RegistryDbContext db, IEnumerable<Record> records, CancellationToken cancellationToken)
    {
        foreach (var kind in records.GroupBy(r => r.Kind, r => r.Id))
        {
            var ids = kind.ToList();
            await db.SearchNames.Where(n => n.Kind == kind.Key && ids.Contains(n.RecordId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    public static async Task RewriteAllAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        await db.SearchNames.ExecuteDeleteAsync(cancellationToken);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            await foreach (var page in db.ReadAllAsync(kind, cancellationToken).Chunk(Page).WithCancellation(cancellationToken))
                await db.AddRowsAsync([.. page.SelectMany(Of)], cancellationToken);
        }
    }

    private static IEnumerable<string> Folded(LocalizedText title) => title.Values.Select(Folding.Text);
}

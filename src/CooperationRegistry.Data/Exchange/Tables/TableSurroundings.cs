using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>The records that a page of rows names, and how many agreements each has.</summary>
internal sealed class TableSurroundings
{
    private readonly Dictionary<(RecordKind, string), RecordContent> named = [];
    private IReadOnlyDictionary<string, int> agreements = new Dictionary<string, int>();

    public static async Task<TableSurroundings> LoadAsync(RegistryDbContext db, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var around = new TableSurroundings();
        foreach (var kind in records.SelectMany(r => r.Body.References()).GroupBy(r => r.Kind, r => r.Id))
        {
            foreach (var record in await db.ReadAsync(kind.Key, [.. kind.Distinct()], cancellationToken))
                around.named[(kind.Key, record.Id)] = record.Body;
        }
        around.agreements = await AgreementsAsync(db, records, cancellationToken);
        return around;
    }

    /// <summary>The name or title in English, else in any language; null for null.</summary>
    public string? Name(RecordKind kind, string? id) => id is null ? null : named.TryGetValue((kind, id), out var content) ? RecordTitles.Of(content, "en") : id;

    public SourceContent? Source(string id) => named.GetValueOrDefault((RecordKind.Source, id)) as SourceContent;

    public int Agreements(string id) => agreements.GetValueOrDefault(id);

    private static async Task<IReadOnlyDictionary<string, int>> AgreementsAsync(RegistryDbContext db, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var name = (records.Count == 0 ? null : (RecordKind?)records[0].Kind) switch
        {
            RecordKind.City => "city",
            RecordKind.Partner => "partner",
            _ => null,
        };
        return name is null ? new Dictionary<string, int>() : await db.AgreementsByAsync(name, records.Select(r => r.Id), cancellationToken);
    }
}

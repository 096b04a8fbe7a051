using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>What records are called that a draft refers to. Remembers for as long as a form is open.</summary>
public sealed class RecordNames(IDbContextFactory<RegistryDbContext> contexts, Words words)
{
    private readonly Dictionary<string, string> known = [];

    public string Of(string? id) => id is null ? "" : known.GetValueOrDefault(id, id);

    public void Note(string id, string name) => known[id] = name;

    public void Note(string id, RecordContent content) => known[id] = NameOf(content);

    public string NameOf(RecordContent content) => RecordTitles.Of(content, words.Language);

    /// <summary>Finds the names of all published records that the contents refer to.</summary>
    public async Task LoadAsync(IEnumerable<RecordContent> contents, CancellationToken cancellationToken)
    {
        var wanted = contents.SelectMany(c => c.References()).Where(r => !known.ContainsKey(r.Id)).ToLookup(r => r.Kind, r => r.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await LoadAsync(db.Cities, wanted[RecordKind.City], cancellationToken);
        await LoadAsync(db.Partners, wanted[RecordKind.Partner], cancellationToken);
        await LoadAsync(db.Sources, wanted[RecordKind.Source], cancellationToken);
    }

    private async Task LoadAsync<TRecord>(IQueryable<TRecord> records, IEnumerable<string> ids, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
            return;
        foreach (var record in await records.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToListAsync(cancellationToken))
            Note(record.Id, record.Body);
    }
}

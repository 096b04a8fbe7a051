using System.Globalization;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>
/// Publishes the lines of an import, some in each transaction: a line and the note that it was published are written together, so that
/// one that is cut off goes on with the next.
/// </summary>
internal sealed class ImportPublication(IDbContextFactory<RegistryDbContext> contexts, PublicationNotice notice, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Called with the import's lock held.</summary>
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        // What others name comes first.
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            while (await PublishAsync(id, kind, Batch, cancellationToken))
                await notice.RaiseAsync(cancellationToken);
        }
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Publishing)
            return;
        import.Published(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await db.ImportPieces.Where(p => p.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        await AuditLog.AppendAsync(db, import.ChangedAt, import.ReviewerName!, [new AuditLine("import.published", $"import {id}", string.Create(CultureInfo.InvariantCulture, $"{import.PublishedCount} lines"))], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // False where nothing of the noun is left to do, or the import was given up.
    private async Task<bool> PublishAsync(long id, RecordKind kind, int size, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(id, kind, size, cancellationToken);
        }
        catch (DbUpdateException failed) when (!cancellationToken.IsCancellationRequested && failed.InnerException is Npgsql.PostgresException { IsTransient: false })
        {
            // One line that the store does not take must not hold the others up: they go one by one, and it is refused.
            if (size > 1)
                return await PublishAsync(id, kind, 1, cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
            var lines = await NextAsync(db, id, kind, 1, cancellationToken);
            lines.ForEach(l => l.Refuse([Problem.At("", Rule.NotRead, l.Title)]));
            await db.SaveChangesAsync(cancellationToken);
            await ImportStaging.CountAsync(db, import, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }

    private async Task<bool> TryAsync(long id, RecordKind kind, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await Publication.BeginAsync(db, cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Publishing)
            return false;
        var lines = await NextAsync(db, id, kind, size, cancellationToken);
        if (lines.Count == 0)
            return false;
        var sound = await StillSoundAsync(db, kind, lines, cancellationToken);
        var batch = await WithLastingIdsAsync(db, sound, cancellationToken);
        var now = time.GetUtcNow();
        var note = $"Import {import.Id.ToString(CultureInfo.InvariantCulture)}: {import.FileName}{(import.Note is null ? "" : $". {import.Note}")}";
        var records = await Publication.PublishAsync(db, batch, new Signoff(import.AuthorName, import.ReviewerName!, note, null, now), cancellationToken);
        var published = records.ToDictionary(r => (r.Kind, r.Id), r => r.Revision);
        foreach (var (line, _) in sound)
            line.Revision = published[(kind, line.RecordId!)];
        import.CountPublished(sound.Count);
        if (sound.Count < lines.Count)
        {
            await db.SaveChangesAsync(cancellationToken);
            await ImportStaging.CountAsync(db, import, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // Whole groups: lines that name each other are published together, however many they are.
    private static async Task<List<ImportLine>> NextAsync(RegistryDbContext db, long id, RecordKind kind, int size, CancellationToken cancellationToken)
    {
        var waiting = db.ImportLines.Where(l => l.ImportId == id && l.Kind == kind && l.Revision == null && (l.Outcome == ImportOutcome.New || l.Outcome == ImportOutcome.Changed));
        var last = await waiting.OrderBy(l => l.Together).ThenBy(l => l.Number).Select(l => (int?)l.Together).Take(size).MaxAsync(cancellationToken);
        return last is null ? [] : await waiting.Where(l => l.Together <= last).OrderBy(l => l.Together).ThenBy(l => l.Number).ToListAsync(cancellationToken);
    }

    // Since the dry run something may have been published, merged or withdrawn.
    private static async Task<List<(ImportLine Line, List<Publishable> Records)>> StillSoundAsync(RegistryDbContext db, RecordKind kind, List<ImportLine> lines, CancellationToken cancellationToken)
    {
        var last = await db.LastRevisionsAsync(kind, [.. lines.Select(l => l.RecordId).OfType<string>()], cancellationToken);
        foreach (var line in lines.Where(l => l.RecordId is { } id && last.GetValueOrDefault(id) != l.BaseRevision))
            line.Refuse([Problem.At("id", Rule.ChangedSince, line.RecordId, line.BaseRevision.ToString(CultureInfo.InvariantCulture), last.GetValueOrDefault(line.RecordId!).ToString(CultureInfo.InvariantCulture))]);
        while (true)
        {
            var sound = lines.Where(l => l.Outcome != ImportOutcome.Refused).Select(l => (Line: l, Records: l.ReadCompanions().Append(new Publishable(l.RecordId ?? $"~{l.Number}", l.ReadContent()!)).ToList())).ToList();
            var places = sound.SelectMany(s => s.Records.Select(_ => s.Line)).ToList();
            var problems = await References.CheckAsync(db, [.. sound.SelectMany(s => s.Records)], temporaryIds: true, cancellationToken);
            if (problems.Count == 0)
                return sound;
            // What named a line that falls now is looked at again without it.
            foreach (var place in problems.GroupBy(p => places[p.Key]))
                place.Key.Refuse([.. place.SelectMany(p => p)]);
        }
    }

    private static async Task<List<Publishable>> WithLastingIdsAsync(RegistryDbContext db, List<(ImportLine Line, List<Publishable> Records)> lines, CancellationToken cancellationToken)
    {
        var (lasting, sources, batch) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new List<Publishable>());
        foreach (var (line, records) in lines)
        {
            foreach (var companion in records.SkipLast(1))
            {
                // Several lines may be the first to name one source.
                var address = Folding.Address(((SourceContent)companion.Content).Url) ?? companion.Id;
                if (!sources.TryGetValue(address, out var id))
                {
                    var known = await NameSearch.CalledAsync(db, RecordKind.Source, [address], 1, cancellationToken);
                    id = known.Count > 0 ? known[0] : await NewIds.ForAsync(db, companion.Content, [], cancellationToken);
                    if (known.Count == 0)
                        batch.Add(new Publishable(id, companion.Content));
                    sources[address] = id;
                }
                lasting[companion.Id] = id;
            }
            line.RecordId ??= await NewIds.ForAsync(db, records[^1].Content, [.. batch.Select(b => b.Id)], cancellationToken);
            lasting[$"~{line.Number}"] = line.RecordId;
            records[^1].Content.Rename(lasting);
            batch.Add(new Publishable(line.RecordId, records[^1].Content));
        }
        foreach (var kind in batch.Where(b => RecordId.IsNumbered(b.Content.Record)).GroupBy(b => b.Content.Record))
            await RecordNumbers.RaiseAsync(db, kind.Key, kind.Max(b => RecordId.NumberOf(b.Id)), cancellationToken);
        return batch;
    }
}

using System.Globalization;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CooperationRegistry.Data.Importing;

/// <summary>
/// Publishes the lines of an import, some in each transaction: a line and the note that it was published are written together, so that
/// one that is cut off goes on with the next.
/// </summary>
internal sealed class ImportPublication(IDbContextFactory<RegistryDbContext> contexts, PublicationNotice notice, TimeProvider time)
{
    // So many that what a transaction costs by itself is small, so few that an editor who publishes meanwhile hardly waits.
    private const int Batch = 2500;

    /// <summary>Called with the import's lock held.</summary>
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        // What others name comes first.
        foreach (var kind in Enum.GetValues<RecordKind>())
            await PublishAllAsync(id, kind, cancellationToken);
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

    // Lines are read while those before them are written: nobody changes them any more.
    private async Task PublishAllAsync(long id, RecordKind kind, CancellationToken cancellationToken)
    {
        var next = NextAsync(id, kind, 0, Batch, cancellationToken);
        try
        {
            while (await next is { Count: > 0 } lines)
            {
                next = Task.Run(() => NextAsync(id, kind, lines[^1].Line.Together, Batch, cancellationToken), cancellationToken);
                if (!await PublishAsync(id, kind, lines, cancellationToken))
                    return;
            }
        }
        finally
        {
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // False where the import was given up.
    private async Task<bool> PublishAsync(long id, RecordKind kind, List<WaitingLine> lines, CancellationToken cancellationToken)
    {
        try
        {
            if (!await TryAsync(id, kind, lines, cancellationToken))
                return false;
            await notice.RaiseAsync(cancellationToken);
            return true;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested && (failed as PostgresException ?? failed.InnerException) is PostgresException { IsTransient: false })
        {
            // One line that the store does not take must not hold the others up: it is looked for by halves, and refused.
            var groups = lines.GroupBy(l => l.Line.Together, l => l.Line.Number).ToList();
            if (groups.Count == 1)
                return await RefuseAsync(id, [.. groups[0]], cancellationToken);
            foreach (var half in groups.Chunk((groups.Count + 1) / 2))
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                // Read anew: ids were given to them.
                var again = await ReadAsync(db, id, kind, half[0].Key - 1, half[^1].Key, cancellationToken);
                if (again.Count > 0 && !await PublishAsync(id, kind, again, cancellationToken))
                    return false;
            }
            return true;
        }
    }

    private async Task<bool> RefuseAsync(long id, List<int> numbers, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        foreach (var line in await db.ImportLines.Where(l => l.ImportId == id && numbers.Contains(l.Number)).ToListAsync(cancellationToken))
            line.Refuse([Problem.At("", Rule.NotRead, line.Title)]);
        await db.SaveChangesAsync(cancellationToken);
        await ImportStaging.CountAsync(db, import, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<bool> TryAsync(long id, RecordKind kind, List<WaitingLine> waiting, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await Publication.BeginAsync(db, cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Publishing)
            return false;
        var sound = await StillSoundAsync(db, kind, waiting, cancellationToken);
        var batch = await WithLastingIdsAsync(db, kind, sound, cancellationToken);
        var now = time.GetUtcNow();
        var note = $"Import {import.Id.ToString(CultureInfo.InvariantCulture)}: {import.FileName}{(import.Note is null ? "" : $". {import.Note}")}";
        var records = await Publication.PublishAsync(db, batch, new Signoff(import.AuthorName, import.ReviewerName!, note, null, now), cancellationToken);
        var published = records.ToDictionary(r => (r.Kind, r.Id), r => r.Revision);
        await NoteAsync(db, id, sound.ConvertAll(l => (l.Line.Number, l.Line.RecordId!, published[(kind, l.Line.RecordId!)])), cancellationToken);
        import.CountPublished(sound.Count);
        if (sound.Count < waiting.Count)
        {
            db.ImportLines.UpdateRange(waiting.Select(w => w.Line).Where(l => l.Outcome == ImportOutcome.Refused));
            await db.SaveChangesAsync(cancellationToken);
            await ImportStaging.CountAsync(db, import, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // That they were published, all in one statement.
    private static Task<int> NoteAsync(RegistryDbContext db, long id, List<(int Number, string RecordId, int Revision)> lines, CancellationToken cancellationToken)
    {
        var (numbers, ids, revisions) = (lines.Select(l => l.Number).ToArray(), lines.Select(l => l.RecordId).ToArray(), lines.Select(l => l.Revision).ToArray());
        return db.Database.ExecuteSqlAsync($"""
            UPDATE import_lines l SET record_id = p.record_id, revision = p.revision
            FROM unnest({numbers}, {ids}, {revisions}) AS p(number, record_id, revision)
            WHERE l.import_id = {id} AND l.number = p.number
            """, cancellationToken);
    }

    // Whole groups: lines that name each other are published together, however many they are.
    private async Task<List<WaitingLine>> NextAsync(long id, RecordKind kind, int after, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await Waiting(db, id, kind).Where(l => l.Together > after).OrderBy(l => l.Together).ThenBy(l => l.Number).Select(l => (int?)l.Together).Take(size).MaxAsync(cancellationToken);
        return last is null ? [] : await ReadAsync(db, id, kind, after, last.Value, cancellationToken);
    }

    private static IQueryable<ImportLine> Waiting(RegistryDbContext db, long id, RecordKind kind) =>
        db.ImportLines.AsNoTracking().Where(l => l.ImportId == id && l.Kind == kind && l.Revision == null && (l.Outcome == ImportOutcome.New || l.Outcome == ImportOutcome.Changed));

    private static async Task<List<WaitingLine>> ReadAsync(RegistryDbContext db, long id, RecordKind kind, int after, int last, CancellationToken cancellationToken)
    {
        var lines = await Waiting(db, id, kind).Where(l => l.Together > after && l.Together <= last).OrderBy(l => l.Together).ThenBy(l => l.Number).ToListAsync(cancellationToken);
        return lines.ConvertAll(l => new WaitingLine(l, [.. l.ReadCompanions(), new Publishable(l.RecordId ?? $"~{l.Number}", l.ReadContent()!)]));
    }

    // Since the dry run something may have been published, merged or withdrawn.
    private static async Task<List<WaitingLine>> StillSoundAsync(RegistryDbContext db, RecordKind kind, List<WaitingLine> waiting, CancellationToken cancellationToken)
    {
        var last = await db.LastRevisionsAsync(kind, [.. waiting.Select(w => w.Line.RecordId).OfType<string>()], cancellationToken);
        foreach (var line in waiting.Select(w => w.Line).Where(l => l.RecordId is { } id && last.GetValueOrDefault(id) != l.BaseRevision))
            line.Refuse([Problem.At("id", Rule.ChangedSince, line.RecordId, line.BaseRevision.ToString(CultureInfo.InvariantCulture), last.GetValueOrDefault(line.RecordId!).ToString(CultureInfo.InvariantCulture))]);
        while (true)
        {
            var sound = waiting.FindAll(w => w.Line.Outcome != ImportOutcome.Refused);
            var places = sound.SelectMany(s => s.Records.Select(_ => s.Line)).ToList();
            var problems = await References.CheckAsync(db, [.. sound.SelectMany(s => s.Records)], temporaryIds: true, cancellationToken);
            if (problems.Count == 0)
                return sound;
            // What named a line that falls now is looked at again without it.
            foreach (var place in problems.GroupBy(p => places[p.Key]))
                place.Key.Refuse([.. place.SelectMany(p => p)]);
        }
    }

    private static async Task<List<Publishable>> WithLastingIdsAsync(RegistryDbContext db, RecordKind kind, List<WaitingLine> lines, CancellationToken cancellationToken)
    {
        var sources = await SourcesAsync(db, lines, cancellationToken);
        var numbers = RecordId.IsNumbered(kind) ? await RecordNumbers.NextAsync(db, kind, lines.Count(l => l.Line.RecordId is null), cancellationToken) : null;
        var (batch, given) = (new List<Publishable>(), new HashSet<string>());
        foreach (var (line, records) in lines)
        {
            var lasting = new Dictionary<string, string>();
            foreach (var companion in records.SkipLast(1))
            {
                var source = sources[AddressOf(companion)];
                lasting[companion.Id] = source.Id;
                if (source.IsNew && given.Add(source.Id))
                    batch.Add(new Publishable(source.Id, companion.Content));
            }
            line.RecordId ??= numbers?.Dequeue() ?? await NewIds.ForAsync(db, records[^1].Content, given, cancellationToken);
            given.Add(line.RecordId);
            if (lasting.Count > 0)
                records[^1].Content.Rename(lasting);
            batch.Add(new Publishable(line.RecordId, records[^1].Content));
        }
        foreach (var brought in batch.Where(b => RecordId.IsNumbered(b.Content.Record)).GroupBy(b => b.Content.Record))
            await RecordNumbers.RaiseAsync(db, brought.Key, brought.Max(b => RecordId.NumberOf(b.Id)), cancellationToken);
        return batch;
    }

    // Several lines may be the first to name one source.
    private static async Task<Dictionary<string, (string Id, bool IsNew)>> SourcesAsync(RegistryDbContext db, List<WaitingLine> lines, CancellationToken cancellationToken)
    {
        var addresses = lines.SelectMany(l => l.Records.SkipLast(1)).Select(AddressOf).Distinct().ToList();
        var known = await NameSearch.CalledEachAsync(db, RecordKind.Source, addresses, 1, cancellationToken);
        var numbers = await RecordNumbers.NextAsync(db, RecordKind.Source, addresses.Count(a => !known.Contains(a)), cancellationToken);
        return addresses.ToDictionary(a => a, a => known[a].FirstOrDefault() is { } id ? (id, false) : (numbers.Dequeue(), true));
    }

    private static string AddressOf(Publishable companion) => Folding.Address(((SourceContent)companion.Content).Url) ?? companion.Id;

    /// <param name="Line">Not tracked.</param>
    /// <param name="Records">The sources that it brings along, and last its own.</param>
    private sealed record WaitingLine(ImportLine Line, List<Publishable> Records);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>The dry run: reads the file, says of each line what it would do, and changes nothing. Cut off, it goes on where it was.</summary>
internal sealed class ImportCheck(IDbContextFactory<RegistryDbContext> contexts, Duplicates duplicates, TimeProvider time)
{
    private const int Batch = 1000;

    // In characters: lines may be long.
    private const int LargestBatch = 8 * 1024 * 1024;

    /// <summary>Called with the import's lock held.</summary>
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
                await using var file = await ImportFile.OpenAsync(db, id, cancellationToken);
                if (!await CheckAsync(import, file, cancellationToken))
                    return;
                if (import.Format == ImportFormat.JsonLines)
                    await new ImportReferences(contexts).CheckAsync(id, cancellationToken);
            }
            await EndAsync(id, import => import.Checked(time.GetUtcNow()), cancellationToken);
        }
        catch (RefusedException refused)
        {
            await EndAsync(id, import => import.Refuse(ImportJson.Write(refused.Problems[0]), time.GetUtcNow()), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not System.Data.Common.DbException { IsTransient: true })
        {
            // Else it would be tried for ever.
            await EndAsync(id, import => import.Refuse(ImportJson.Write(Problem.At("", Rule.CheckFailed)), time.GetUtcNow()), cancellationToken);
            throw;
        }
    }

    // Lines are read and looked at while those before them are laid down. False where the import was given up meanwhile.
    private async Task<bool> CheckAsync(Import import, FileStream file, CancellationToken cancellationToken)
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var batches = BatchesAsync(import, file, givenUp.Token).GetAsyncEnumerator(givenUp.Token);
        var next = NextAsync();
        try
        {
            while (await next is { } lines)
            {
                next = NextAsync();
                if (!await StageAsync(import.Id, lines, cancellationToken))
                    return false;
            }
            return true;
        }
        finally
        {
            await givenUp.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        Task<List<CheckedLine>?> NextAsync() => Task.Run(async () => await batches.MoveNextAsync() ? await LookAtAsync(import, batches.Current, givenUp.Token) : null, givenUp.Token);
    }

    private static async IAsyncEnumerable<List<FileLine>> BatchesAsync(Import import, FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (batch, length) = (new List<FileLine>(Batch), 0L);
        var isFirst = import.Format != ImportFormat.JsonLines;
        await foreach (var line in ImportFile.LinesAsync(file, import.Format, cancellationToken))
        {
            // The header.
            if (isFirst && line.Cells is not null)
            {
                isFirst = false;
                continue;
            }
            if (line.Number <= import.LinesRead)
                continue;
            batch.Add(line);
            length += (line.Text?.Length ?? 0) + (line.Cells?.Sum(c => (long)c.Length) ?? 0);
            if (batch.Count < Batch && length < LargestBatch)
                continue;
            yield return batch;
            (batch, length) = (new List<FileLine>(Batch), 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    // What can be told of each line by itself.
    private async Task<List<CheckedLine>> LookAtAsync(Import import, List<FileLine> batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = import.Kind is null ? await new JsonRecords(db).ReadAsync(batch, cancellationToken) : await new ListLines(db, import).ReadAsync(batch, cancellationToken);
        foreach (var line in lines.Where(l => l.Content is not null && l.Problems.Count == 0))
        {
            line.Problems.AddRange(line.Publishables().SelectMany(p => ContentRules.Check(p.Content, temporaryIds: true).Select(problem => InColumn(import, line, p.Content, problem))));
            // Written here already, beside the work of the database.
            _ = line.Json;
        }
        if (import.Kind is not null)
            await CheckReferencesAsync(db, import, lines, cancellationToken);
        return lines;
    }

    // False where it was given up meanwhile.
    private async Task<bool> StageAsync(long id, List<CheckedLine> lines, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Checking)
            return false;
        await CheckTwinsAsync(db, import, lines, cancellationToken);
        if (!import.AcceptsLikenesses)
            await CheckLikenessesAsync(lines, cancellationToken);
        await ImportStaging.StageAsync(db, lines.Select(l => l.Staged(id)), cancellationToken);
        import.CountRead(lines[^1].Line.Number, lines[^1].Line.Share);
        import.CountMore(Count(ImportOutcome.New), Count(ImportOutcome.Changed), Count(ImportOutcome.Same), Count(ImportOutcome.Refused));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;

        int Count(ImportOutcome outcome) => lines.Count(l => l.Outcome == outcome);
    }

    private static async Task CheckReferencesAsync(RegistryDbContext db, Import import, List<CheckedLine> lines, CancellationToken cancellationToken)
    {
        var sound = lines.Where(l => l.Outcome is ImportOutcome.New or ImportOutcome.Changed).ToList();
        var contents = sound.SelectMany(l => l.Publishables().Select(p => (Line: l, Publishable: p))).ToList();
        var unknown = await References.CheckAsync(db, contents.ConvertAll(c => c.Publishable), temporaryIds: true, cancellationToken);
        foreach (var place in unknown)
            contents[place.Key].Line.Problems.AddRange(place.Select(p => InColumn(import, contents[place.Key].Line, contents[place.Key].Publishable.Content, p)));
    }

    // The same record, or the same new one, in another line.
    private static async Task CheckTwinsAsync(RegistryDbContext db, Import import, List<CheckedLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Where(l => l.RecordId is not null).Select(l => l.RecordId!).ToList();
        var titles = lines.Where(l => l is { RecordId: null, Outcome: ImportOutcome.New }).Select(l => l.Title).ToList();
        // Two questions, each by its own index.
        var staged = db.ImportLines.AsNoTracking().Where(l => l.ImportId == import.Id);
        var before = ids.Count == 0 ? [] : await staged.Where(l => ids.Contains(l.RecordId!)).Select(l => new { l.Number, l.Kind, l.RecordId, l.Content }).ToListAsync(cancellationToken);
        if (titles.Count > 0)
            before.AddRange(await staged.Where(l => l.RecordId == null && titles.Contains(l.Title)).Select(l => new { l.Number, l.Kind, l.RecordId, l.Content }).ToListAsync(cancellationToken));
        before.Sort((one, other) => one.Number.CompareTo(other.Number));
        var byId = before.Where(l => l.RecordId is not null).GroupBy(l => (l.Kind!.Value, l.RecordId!)).ToDictionary(g => g.Key, g => g.First().Number);
        var byContent = before.Where(l => l is { RecordId: null, Content: not null }).GroupBy(l => l.Content!).ToDictionary(g => g.Key, g => g.First().Number);
        foreach (var line in lines)
        {
            if (line is { RecordId: { } record, Kind: { } kind } && !byId.TryAdd((kind, record), line.Line.Number))
                line.Refuse(import.Kind is null ? "id" : ListTable.Of(kind).IdColumn.Name, Rule.LineTwice, record, Written(byId[(kind, record)]));
            else if (line is { RecordId: null, Outcome: ImportOutcome.New } && line.Json is var json && !byContent.TryAdd(json, line.Line.Number))
                line.Refuse("", Rule.LineTwice, null, Written(byContent[json]));
        }
    }

    private async Task CheckLikenessesAsync(List<CheckedLine> lines, CancellationToken cancellationToken)
    {
        var added = lines.FindAll(l => l is { RecordId: null, Outcome: ImportOutcome.New });
        var agreements = added.FindAll(l => l.Content is AgreementContent);
        var alike = await duplicates.FindPublishedAsync(agreements.ConvertAll(l => ((AgreementContent)l.Content!, Companions(l))), cancellationToken);
        for (var at = 0; at < agreements.Count; at++)
            Refuse(agreements[at], alike[at]);
        foreach (var line in added.Where(l => l.Content is not AgreementContent))
            Refuse(line, await duplicates.FindPublishedAsync(line.Content!, Companions(line), cancellationToken));

        static List<Companion> Companions(CheckedLine line) => line.Companions.ConvertAll(c => new Companion { Id = c.Id, Content = c.Content });

        static void Refuse(CheckedLine line, Likeness? alike)
        {
            if (alike is not null)
                line.Refuse("", Rule.LooksLike, RecordTitles.Of(line.Content!, "en"), alike.Id!);
        }
    }

    private static Problem InColumn(Import import, CheckedLine line, RecordContent of, Problem problem) =>
        import.Kind is not { } kind ? problem
        // Of a source that the line is the first to name.
        : of != line.Content ? problem with { Path = "source_urls" }
        : problem with { Path = ListLines.ColumnOf(ListTable.Of(kind), line, problem, (column) => import.Columns.IndexOf(column) is >= 0 and var at && at < line.Line.Cells!.Count ? line.Line.Cells[at] : null) };

    private async Task EndAsync(long id, Action<Import> end, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Checking)
            return;
        await ImportStaging.CountAsync(db, import, cancellationToken);
        end(import);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}

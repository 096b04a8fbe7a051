using System.Globalization;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>The dry run: reads the file, says of each line what it would do, and changes nothing. Cut off, it goes on where it was.</summary>
internal sealed class ImportCheck(IDbContextFactory<RegistryDbContext> contexts, Duplicates duplicates, TimeProvider time)
{
    private const int Batch = 500;

    /// <summary>Called with the import's lock held.</summary>
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
                await using var file = await ImportFile.OpenAsync(db, id, cancellationToken);
                var batch = new List<FileLine>(Batch);
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
                    if (batch.Count == Batch && !await CheckAsync(id, batch, cancellationToken))
                        return;
                }
                if (batch.Count > 0 && !await CheckAsync(id, batch, cancellationToken))
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

    // False where it was given up meanwhile.
    private async Task<bool> CheckAsync(long id, List<FileLine> batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Checking)
            return false;
        var lines = import.Kind is null ? await new JsonRecords(db).ReadAsync(batch, cancellationToken) : await new ListLines(db, import).ReadAsync(batch, cancellationToken);
        foreach (var line in lines.Where(l => l.Content is not null && l.Problems.Count == 0))
            line.Problems.AddRange(line.Publishables().SelectMany(p => ContentRules.Check(p.Content, temporaryIds: true).Select(problem => InColumn(import, line, p.Content, problem))));
        if (import.Kind is not null)
            await CheckReferencesAsync(db, import, lines, cancellationToken);
        await CheckTwinsAsync(db, import, lines, cancellationToken);
        if (!import.AcceptsLikenesses)
            await CheckLikenessesAsync(lines, cancellationToken);
        await ImportStaging.StageAsync(db, lines.Select(l => l.Staged(id)), cancellationToken);
        import.CountRead(batch[^1].Number, batch[^1].Share);
        import.CountMore(Count(ImportOutcome.New), Count(ImportOutcome.Changed), Count(ImportOutcome.Same), Count(ImportOutcome.Refused));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        batch.Clear();
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
        var titles = lines.Where(l => l is { RecordId: null, Outcome: ImportOutcome.New }).Select(l => l.Staged(import.Id).Title).ToList();
        var before = await db.ImportLines.AsNoTracking()
            .Where(l => l.ImportId == import.Id && (ids.Contains(l.RecordId!) || (l.RecordId == null && titles.Contains(l.Title))))
            .OrderBy(l => l.Number)
            .Select(l => new { l.Number, l.Kind, l.RecordId, l.Content })
            .ToListAsync(cancellationToken);
        var byId = before.Where(l => l.RecordId is not null).GroupBy(l => (l.Kind!.Value, l.RecordId!)).ToDictionary(g => g.Key, g => g.First().Number);
        var byContent = before.Where(l => l is { RecordId: null, Content: not null }).GroupBy(l => l.Content!).ToDictionary(g => g.Key, g => g.First().Number);
        foreach (var line in lines)
        {
            if (line is { RecordId: { } record, Kind: { } kind } && !byId.TryAdd((kind, record), line.Line.Number))
                line.Refuse(import.Kind is null ? "id" : ListTable.Of(kind).IdColumn.Name, Rule.LineTwice, record, Written(byId[(kind, record)]));
            else if (line is { RecordId: null, Outcome: ImportOutcome.New } && ContentJson.Write(line.Content!) is var json && !byContent.TryAdd(json, line.Line.Number))
                line.Refuse("", Rule.LineTwice, null, Written(byContent[json]));
        }
    }

    private async Task CheckLikenessesAsync(List<CheckedLine> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines.Where(l => l is { RecordId: null, Outcome: ImportOutcome.New }))
        {
            var companions = line.Companions.ConvertAll(c => new Companion { Id = c.Id, Content = c.Content });
            if (await duplicates.FindPublishedAsync(line.Content!, companions, cancellationToken) is { } alike)
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

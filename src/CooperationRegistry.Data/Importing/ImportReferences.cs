using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>
/// What lines of JSON name: records of the registry, or of other lines in any order. A line that needs a refused one is refused too;
/// lines of one noun that name each other are published together.
/// </summary>
internal sealed class ImportReferences(IDbContextFactory<RegistryDbContext> contexts)
{
    private const int Batch = 500;

    // Which lines wait for which others of the file, by number.
    private readonly List<(int Line, int On, string Path, string Id)> waits = [];
    private readonly Dictionary<int, int> together = [];

    /// <summary>Finds the same again when it was cut off.</summary>
    public async Task CheckAsync(long importId, CancellationToken cancellationToken)
    {
        for (var after = 0; await CheckAsync(importId, after, cancellationToken) is { } last;)
            after = last;
        await SpreadAsync(importId, cancellationToken);
        await GroupAsync(importId, cancellationToken);
    }

    private async Task<int?> CheckAsync(long importId, int after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await db.ImportLines
            .Where(l => l.ImportId == importId && l.Number > after && (l.Outcome == ImportOutcome.New || l.Outcome == ImportOutcome.Changed))
            .OrderBy(l => l.Number)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (lines.Count == 0)
            return null;
        var contents = lines.ConvertAll(l => new Publishable(l.RecordId ?? $"~{l.Number}", l.ReadContent()!));
        var beside = await BesideAsync(db, importId, contents, cancellationToken);
        var problems = await References.CheckAsync(db, contents, temporaryIds: false, cancellationToken);
        for (var place = 0; place < lines.Count; place++)
        {
            var (line, content) = (lines[place], contents[place].Content);
            foreach (var reference in content.References())
            {
                if (!beside.TryGetValue((reference.Kind, reference.Id), out var other) || other.Number == line.Number)
                    continue;
                // What is published already is there whatever becomes of the other line.
                if (other.IsNew)
                    waits.Add((line.Number, other.Number, reference.Path, reference.Id));
                if (other.IsNew && reference.Kind == line.Kind)
                    Join(line.Number, other.Number);
            }
            var wrong = problems[place].Where(p => !(p.Rule == Rule.UnknownRecord && p.Value is not null && content.References().Any(r => r.Path == p.Path && beside.ContainsKey((r.Kind, r.Id))))).ToList();
            if (wrong.Count > 0)
                line.Refuse(wrong);
        }
        await db.SaveChangesAsync(cancellationToken);
        return lines[^1].Number;
    }

    private static async Task<Dictionary<(RecordKind, string), (int Number, bool IsNew)>> BesideAsync(RegistryDbContext db, long importId, List<Publishable> contents, CancellationToken cancellationToken)
    {
        var beside = new Dictionary<(RecordKind, string), (int, bool)>();
        foreach (var kind in contents.SelectMany(c => c.Content.References()).GroupBy(r => r.Kind, r => r.Id))
        {
            var ids = kind.Distinct().ToList();
            var found = await db.ImportLines.AsNoTracking()
                .Where(l => l.ImportId == importId && l.Kind == kind.Key && ids.Contains(l.RecordId!))
                .OrderByDescending(l => l.Number)
                .Select(l => new { l.Number, l.RecordId, l.BaseRevision })
                .ToListAsync(cancellationToken);
            foreach (var line in found)
                beside[(kind.Key, line.RecordId!)] = (line.Number, line.BaseRevision == 0);
        }
        return beside;
    }

    private async Task SpreadAsync(long importId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var refused = (await db.ImportLines.Where(l => l.ImportId == importId && l.Outcome == ImportOutcome.Refused).Select(l => l.Number).ToListAsync(cancellationToken)).ToHashSet();
        var fallen = new Dictionary<int, (string Path, string Id)>();
        bool isMore;
        do
        {
            isMore = false;
            foreach (var (line, on, path, id) in waits.Where(w => refused.Contains(w.On) && !refused.Contains(w.Line)).ToList())
            {
                fallen.TryAdd(line, (path, id));
                isMore |= refused.Add(line);
            }
        }
        while (isMore);
        foreach (var page in fallen.Keys.Chunk(Batch))
        {
            foreach (var line in await db.ImportLines.Where(l => l.ImportId == importId && page.Contains(l.Number)).ToListAsync(cancellationToken))
                line.Refuse([Problem.At(fallen[line.Number].Path, Rule.DependsOnRefused, fallen[line.Number].Id, fallen[line.Number].Id)]);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task GroupAsync(long importId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var group in together.Keys.GroupBy(Root).ToList())
        {
            var (first, numbers) = (group.Key, group.ToList());
            await db.ImportLines.Where(l => l.ImportId == importId && numbers.Contains(l.Number)).ExecuteUpdateAsync(s => s.SetProperty(l => l.Together, first), cancellationToken);
        }
    }

    private void Join(int one, int other)
    {
        var (a, b) = (Root(one), Root(other));
        together[Math.Max(a, b)] = Math.Min(a, b);
        together.TryAdd(Math.Min(a, b), Math.Min(a, b));
    }

    private int Root(int number)
    {
        while (together.TryGetValue(number, out var above) && above != number)
            number = above;
        return number;
    }
}

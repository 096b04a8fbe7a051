using System.Text.Json;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Exchange;

/// <param name="Line">From 1.</param>
/// <param name="Id">Null where the line could not be read so far.</param>
public sealed record FileProblem(string File, int Line, string? Id, Problem Problem)
{
    public override string ToString() => $"{File}:{Line}{(Id is null ? "" : $" {Id}")} {Problem}";
}

/// <summary>A file of which nothing was stored, with every reason.</summary>
public sealed class FileRefusedException(IReadOnlyList<FileProblem> problems) : Exception($"Refused, nothing was stored: {problems.Count} problem(s).")
{
    public IReadOnlyList<FileProblem> Problems { get; } = problems;
}

/// <summary>Records as JSON Lines, in any order, references by id: all of it or nothing.</summary>
public sealed class RecordFiles(IDbContextFactory<RegistryDbContext> contexts, PublicationNotice notice, TimeProvider time)
{
    /// <summary>Publishes what is new or differs; a record that says the same already stays at its revision.</summary>
    /// <returns>How many records were published.</returns>
    /// <exception cref="FileRefusedException">Something in the files is wrong.</exception>
    public async Task<int> LoadAsync(IReadOnlyList<string> files, string actor, CancellationToken cancellationToken)
    {
        var (lines, problems) = await ReadAsync(files, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await Publication.BeginAsync(db, cancellationToken);
        problems.AddRange(await BeyondTheLineAsync(db, lines, cancellationToken));
        if (problems.Count > 0)
            throw new FileRefusedException([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);

        var changed = new List<Publishable>();
        foreach (var line in lines)
        {
            if (await db.FindRecordAsync(line.Content.Record, line.Id, cancellationToken) is not { } record || ContentJson.Write(record.Body) != ContentJson.Write(line.Content))
                changed.Add(new Publishable(line.Id, line.Content));
        }
        await RaiseNumbersAsync(db, changed, cancellationToken);
        await Publication.PublishAsync(db, changed, new Signoff(actor, actor, "Loaded from a file.", null, time.GetUtcNow()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await notice.RaiseAsync(cancellationToken);
        return changed.Count;
    }

    /// <summary>Every published record as one consistent state. The same registry always gives the same bytes.</summary>
    public async Task<int> ExportAsync(Stream destination, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var count = 0;
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            await foreach (var record in db.ReadAllAsync(kind, cancellationToken))
            {
                var content = JsonSerializer.SerializeToElement(record.Body, record.Body.GetType(), ContentJson.Options);
                await JsonSerializer.SerializeAsync(destination, new RecordLine(kind, record.Id, content), ContentJson.Options, cancellationToken);
                await destination.WriteAsync("\n"u8.ToArray(), cancellationToken);
                count++;
            }
        }
        return count;
    }

    private static async Task<(List<FileLine> Lines, List<FileProblem> Problems)> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var lines = new List<FileLine>();
        var problems = new List<FileProblem>();
        foreach (var file in files)
        {
            var (name, number) = (Path.GetFileName(file), 0);
            await foreach (var text in File.ReadLinesAsync(file, cancellationToken))
            {
                number++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                var (id, content, problem) = RecordLineReader.Read(text);
                if (problem is not null)
                    problems.Add(new FileProblem(name, number, id, problem));
                else
                    lines.Add(new FileLine(name, number, id!, content!));
                problems.AddRange((content is null ? [] : ContentRules.Check(content)).Select(p => new FileProblem(name, number, id, p)));
            }
        }
        return (lines, problems);
    }

    private static async Task<List<FileProblem>> BeyondTheLineAsync(RegistryDbContext db, List<FileLine> lines, CancellationToken cancellationToken)
    {
        var problems = lines
            .GroupBy(l => (l.Content.Record, l.Id))
            .SelectMany(g => g.Skip(1))
            .Select(l => l.Refused(Problem.At("id", Rule.RecordTwice, l.Id)))
            .ToList();
        var unknown = await References.CheckAsync(db, lines.ConvertAll(l => new Publishable(l.Id, l.Content)), temporaryIds: false, cancellationToken);
        problems.AddRange(unknown.SelectMany(place => place.Select(lines[place.Key].Refused)));
        // Somebody had a reason to withdraw it: a file that is older than that does not undo it unasked.
        foreach (var kind in lines.GroupBy(l => l.Content.Record))
        {
            var withdrawn = (await db.WithdrawnAsync(kind.Key, [.. kind.Select(l => l.Id)], cancellationToken)).ToHashSet();
            problems.AddRange(kind.Where(l => withdrawn.Contains(l.Id)).Select(l => l.Refused(Problem.At("id", Rule.RecordWithdrawn, l.Id))));
        }
        return problems;
    }

    private static async Task RaiseNumbersAsync(RegistryDbContext db, List<Publishable> records, CancellationToken cancellationToken)
    {
        foreach (var kind in records.Where(r => RecordId.IsNumbered(r.Content.Record)).GroupBy(r => r.Content.Record))
            await RecordNumbers.RaiseAsync(db, kind.Key, kind.Max(r => RecordId.NumberOf(r.Id)), cancellationToken);
    }

    private sealed record FileLine(string File, int Line, string Id, RecordContent Content)
    {
        public FileProblem Refused(Problem problem) => new(File, Line, Id, problem);
    }
}

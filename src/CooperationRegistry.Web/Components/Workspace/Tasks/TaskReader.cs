using CooperationRegistry.Data;
using CooperationRegistry.Data.Tasks;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using Microsoft.EntityFrameworkCore;
using PublicNames = CooperationRegistry.Web.Components.Public.RecordNames;

namespace CooperationRegistry.Web.Components.Workspace.Tasks;

/// <summary>Reads a list of work and the names that it shows.</summary>
public sealed class TaskReader(WorkLists lists, IDbContextFactory<RegistryDbContext> contexts, TaskWords writer, Words words)
{
    public async Task<TaskPart> ReadAsync(TaskList list, int skip, int take, CancellationToken cancellationToken)
    {
        var work = await FindAsync(list, skip, take, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await PublicNames.LoadAsync(db, words.Language, work.Lines.SelectMany(Named), cancellationToken);
        return new TaskPart(list, [.. work.Lines.Select(line => writer.Row(line, names))], work.Total);
    }

    private Task<WorkList> FindAsync(TaskList list, int skip, int take, CancellationToken cancellationToken) =>
        list switch
        {
            TaskList.Due => lists.DueAsync(skip, take, cancellationToken),
            TaskList.Ending => lists.EndingAsync(skip, take, cancellationToken),
            TaskList.Announced => lists.UnsignedAsync(skip, take, cancellationToken),
            TaskList.Unsourced => lists.UnsupportedAsync(skip, take, cancellationToken),
            _ => lists.UndatedAsync(skip, take, cancellationToken),
        };

    private static IEnumerable<(RecordKind Kind, string Id)> Named(WorkLine line) =>
        line switch
        {
            DueLine due => due.PromisedBy.Select(p => p.City is { } city ? (RecordKind.City, city) : (RecordKind.Partner, p.Partner!)).Append((due.Kind, due.Id)),
            UndatedStatLine stat => [(RecordKind.City, stat.Stat.City)],
            UnsupportedLine { Content: CapacityStatContent stat } => [(RecordKind.City, stat.City)],
            _ => [(line.Kind, line.Id)],
        };
}

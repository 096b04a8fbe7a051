using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain.Importing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>Does what imports wait for: the dry run, the publishing. Whatever program is at hand does it, and goes on where another died.</summary>
public sealed class ImportWork(IDbContextFactory<RegistryDbContext> contexts, Duplicates duplicates, PublicationNotice notice, TimeProvider time) : IDisposable
{
    private const long Lock = 0x494D504F52540000;

    private readonly SemaphoreSlim begun = new(0);

    /// <summary>Does all there is to do at the moment, one import after the other.</summary>
    /// <returns>Whether there was anything that no other program was doing.</returns>
    /// <exception cref="AggregateException">Something failed that no file is at fault for; the other imports are done.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Imports.Where(i => i.State == ImportState.Checking || i.State == ImportState.Publishing).OrderBy(i => i.ChangedAt).Select(i => i.Id).ToListAsync(cancellationToken);
        var isDone = false;
        var failed = new List<Exception>();
        foreach (var id in waiting)
        {
            try
            {
                isDone |= await RunAsync(id, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One that fails must not hold the others up.
                failed.Add(fault);
            }
        }
        return failed.Count == 0 ? isDone : throw new AggregateException(failed);
    }

    /// <summary>Returns when an import was begun here, or after the time in which one may have been left by another program.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => begun.WaitAsync(longest, cancellationToken);

    public void Dispose() => begun.Dispose();

    internal void Wake() => begun.Release();

    // The lock is the connection's: a program that dies lets go of it.
    private async Task<bool> RunAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Lock + id}) AS \"Value\"").SingleAsync(cancellationToken))
            return false;
        try
        {
            var state = await db.Imports.Where(i => i.Id == id).Select(i => i.State).SingleAsync(cancellationToken);
            if (state == ImportState.Checking)
                await new ImportCheck(contexts, duplicates, time).RunAsync(id, cancellationToken);
            else if (state == ImportState.Publishing)
                await new ImportPublication(contexts, notice, time).RunAsync(id, cancellationToken);
            return true;
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock + id})", CancellationToken.None);
        }
    }
}

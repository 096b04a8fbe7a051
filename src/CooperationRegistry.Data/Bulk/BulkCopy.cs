using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CooperationRegistry.Data.Bulk;

/// <summary>Adds many entities at once by PostgreSQL's binary COPY, into the tables and columns that the model maps them to.</summary>
public static class BulkCopy
{
    private const int Page = 10_000;

    /// <summary>
    /// Adds the entities and all that they own, in the context's transaction or in one of its own. The context does not track them, and what
    /// they refer to is to be stored before. Identity columns and computed ones are left to the database and not read back; other
    /// columns get what the entity has, so that a default of the database never counts.
    /// </summary>
    /// <exception cref="NotSupportedException">The entity is stored in a way that is not known here: several tables, documents, lists within owned lists.</exception>
    /// <exception cref="PostgresException">A row breaks a constraint; nothing is added.</exception>
    public static async Task CopyAsync<TEntity>(this RegistryDbContext db, IReadOnlyCollection<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
    {
        await using var transaction = await BeginAsync(db, cancellationToken);
        await WriteAsync(db, entities, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same for more of them than memory holds; they are read in the order given.</summary>
    public static async Task CopyAsync<TEntity>(this RegistryDbContext db, IAsyncEnumerable<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
    {
        await using var transaction = await BeginAsync(db, cancellationToken);
        await foreach (var page in entities.Chunk(Page).WithCancellation(cancellationToken))
            await WriteAsync(db, page, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<IDbContextTransaction?> BeginAsync(RegistryDbContext db, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;

    private static async Task WriteAsync<TEntity>(RegistryDbContext db, IReadOnlyCollection<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
    {
        if (entities.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(TEntity)) ?? throw new NotSupportedException($"{typeof(TEntity).Name} has no table of its own.");
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var table in CopyPlan.Of(type))
            await table.WriteAsync(connection, entities, cancellationToken);
    }
}

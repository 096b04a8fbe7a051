using System.Collections;
using Npgsql;

namespace CooperationRegistry.Data.Bulk;

/// <summary>One table that an entity is written to, and how its rows come from the entity.</summary>
/// <param name="command">COPY … FROM STDIN.</param>
/// <param name="columns">In the order of the command.</param>
/// <param name="items">The rows that an entity has there; null where the entity itself is the row.</param>
internal sealed class CopyTable(string command, IReadOnlyList<CopyColumn> columns, Func<object, IEnumerable?>? items)
{
    public async Task WriteAsync(NpgsqlConnection connection, IEnumerable<object> entities, CancellationToken cancellationToken)
    {
        // COPY is not begun for what has no rows: most lists of most entities are empty.
        NpgsqlBinaryImporter? importer = null;
        try
        {
            foreach (var (entity, item) in entities.SelectMany(Rows))
            {
                importer ??= await connection.BeginBinaryImportAsync(command, cancellationToken);
                await importer.StartRowAsync(cancellationToken);
                foreach (var column in columns)
                    await column.WriteAsync(importer, entity, item, cancellationToken);
            }
            if (importer is not null)
                await importer.CompleteAsync(cancellationToken);
        }
        finally
        {
            if (importer is not null)
                await importer.DisposeAsync();
        }
    }

    private IEnumerable<(object Entity, object Item)> Rows(object entity) =>
        items is null ? [(entity, entity)] : items(entity)?.Cast<object>().Select(item => (entity, item)) ?? [];
}

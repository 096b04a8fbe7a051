using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CooperationRegistry.Data.Importing;

/// <summary>Lays checked lines down, many at once.</summary>
internal static class ImportStaging
{
    public static async Task StageAsync(RegistryDbContext db, IEnumerable<ImportLine> lines, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY import_lines (import_id, number, outcome, kind, record_id, base_revision, title, content, companions, problems, raw, together) FROM STDIN (FORMAT binary)",
            cancellationToken);
        foreach (var line in lines)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(line.ImportId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(line.Number, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(ContentJson.Name(line.Outcome), NpgsqlDbType.Text, cancellationToken);
            await WriteAsync(line.Kind is { } kind ? ContentJson.Name(kind) : null, NpgsqlDbType.Text);
            await WriteAsync(line.RecordId, NpgsqlDbType.Text);
            await copy.WriteAsync(line.BaseRevision, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(line.Title, NpgsqlDbType.Text, cancellationToken);
            await WriteAsync(line.Content, NpgsqlDbType.Json);
            await copy.WriteAsync(line.Companions, NpgsqlDbType.Json, cancellationToken);
            await copy.WriteAsync(line.Problems, NpgsqlDbType.Json, cancellationToken);
            await WriteAsync(line.Raw, NpgsqlDbType.Text);
            await copy.WriteAsync(line.Together, NpgsqlDbType.Integer, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);

        Task WriteAsync(string? value, NpgsqlDbType type) => value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);
    }

    /// <summary>Counts the outcomes anew from what is laid down.</summary>
    public static async Task CountAsync(RegistryDbContext db, Import import, CancellationToken cancellationToken)
    {
        var counts = await db.ImportLines.Where(l => l.ImportId == import.Id).GroupBy(l => l.Outcome).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken);
        import.Count(counts.GetValueOrDefault(ImportOutcome.New), counts.GetValueOrDefault(ImportOutcome.Changed), counts.GetValueOrDefault(ImportOutcome.Same), counts.GetValueOrDefault(ImportOutcome.Refused));
    }
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Sources;

/// <param name="IsPublic">Whether a published record holds it.</param>
public sealed record KeptFile(string Sha256, string MediaType, int Length, bool IsPublic);

/// <summary>Keeps the files of sources and agreements in the database, each once.</summary>
public sealed class AttachmentStore(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>Bytes: 20 MB as file managers count them.</summary>
    public const int Largest = 20 * 1024 * 1024;

    private const int Piece = 256 * 1024;

    /// <returns>The attachment as a content holds it; its key is the caller's to give.</returns>
    /// <exception cref="RefusedException">It is empty, too large, or not of a kind that is kept.</exception>
    public async Task<Attachment> KeepAsync(Stream content, string fileName, Actor actor, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(content, fileName, cancellationToken);
        var type = AttachmentType.Of(bytes) ?? throw Refused(bytes.Length == 0 ? Rule.AttachmentEmpty : Rule.AttachmentType, fileName);
        var attachment = new Attachment
        {
            FileName = AttachmentName.Tidy(fileName, type),
            MediaType = type.MediaType,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Length = bytes.Length,
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var at = time.GetUtcNow();
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO files (sha256, bytes, media_type, length, file_name, uploaded_by_id, uploaded_by, uploaded_at)
            VALUES ({attachment.Sha256}, {bytes}, {attachment.MediaType}, {bytes.Length}, {attachment.FileName}, {actor.Id}, {actor.Name}, {at})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
        if (added > 0)
            await AuditLog.AppendAsync(db, at, actor.Name, [new AuditLine("file.kept", attachment.Sha256, attachment.FileName)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return attachment;
    }

    /// <returns>Null where no such file is kept.</returns>
    public async Task<KeptFile?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isPublic = await db.Database.SqlQuery<bool>($"""
            SELECT EXISTS (SELECT FROM sources WHERE attachment @> jsonb_build_object('sha256', {sha256}::text))
              OR EXISTS (SELECT FROM agreements WHERE attachments @> jsonb_build_array(jsonb_build_object('sha256', {sha256}::text))) AS "Value"
            """).SingleAsync(cancellationToken);
        return await db.Files.Where(f => f.Sha256 == sha256).Select(f => new KeptFile(f.Sha256, f.MediaType, f.Length, isPublic)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The bytes piece by piece, each in a query of its own: a slow reader holds neither the file in memory nor a connection.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync(KeptFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var from = 0; from < file.Length; from += Piece)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            yield return await db.Database.SqlQuery<byte[]>($"SELECT substring(bytes FROM {from + 1} FOR {Piece}) AS \"Value\" FROM files WHERE sha256 = {file.Sha256}").SingleAsync(cancellationToken);
        }
    }

    // Counted as it comes: what the sender says of its length is not asked.
    private static async Task<byte[]> ReadAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var piece = new byte[Piece];
        while (await content.ReadAsync(piece, cancellationToken) is > 0 and var count)
        {
            if (kept.Length + count > Largest)
                throw Refused(Rule.AttachmentTooLarge, fileName, "20 MB");
            kept.Write(piece.AsSpan(0, count));
        }
        return kept.ToArray();
    }

    private static RefusedException Refused(Rule rule, string fileName, params string[] arguments) =>
        new([Problem.At("file", rule, AttachmentName.Tidy(fileName, type: null), arguments)]);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CooperationRegistry.Data.Importing;

/// <summary>Where files of records are handed in, checked, and published as one. Each method opens its own context.</summary>
public sealed class ImportDesk(IDbContextFactory<RegistryDbContext> contexts, ImportWork work, TimeProvider time)
{
    /// <summary>Bytes.</summary>
    public const long LargestFile = FileLimits.File;

    private const int Piece = 64 * 1024;

    /// <summary>Keeps the file, and reads its first line. Where all of that is understood, the dry run begins at once.</summary>
    /// <param name="file">Read to its end.</param>
    /// <param name="fileName">As the sender calls it.</param>
    /// <param name="kind">The noun of a list, where the sender says it.</param>
    /// <param name="acceptsLikenesses">Whether lines that look like records of the registry are imported as new ones.</param>
    /// <param name="actor">Who hands it in.</param>
    /// <param name="cancellationToken">Cancels before anything is kept.</param>
    /// <exception cref="RefusedException">It is empty, too large, or no file of records.</exception>
    public async Task<Import> ReceiveAsync(Stream file, string fileName, RecordKind? kind, bool acceptsLikenesses, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var piece = new byte[Piece];
        var read = await file.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
            throw new RefusedException([Problem.At("file", Rule.Required)]);
        var import = Import.Receive(AttachmentName.Tidy(fileName, null), ImportFile.FormatOf(piece.AsSpan(0, read)), actor, time.GetUtcNow());
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        var length = await KeepAsync(db, import.Id, piece.AsMemory(0, read), file, cancellationToken);
        import.Measure(length);
        await DescribeAsync(db, import, kind, acceptsLikenesses, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await AuditLog.AppendAsync(db, import.ChangedAt, actor.Name, [new AuditLine("import.received", $"import {import.Id}", import.FileName)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        work.Wake();
        return import;
    }

    public async Task<Import?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
    }

    /// <summary>Newest first: the actor's own, and for reviewers those that were handed in.</summary>
    public async Task<IReadOnlyList<Import>> ListAsync(Actor actor, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Visible(db, actor).OrderByDescending(i => i.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Those that wait for a reviewer, the longest first.</summary>
    public async Task<IReadOnlyList<Import>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Submitted).OrderBy(i => i.ChangedAt).ToListAsync(cancellationToken);
    }

    /// <summary>The first lines of a list as they stand in the file, to see what its columns hold.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> BeginningAsync(long id, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var format = await db.Imports.Where(i => i.Id == id).Select(i => i.Format).SingleAsync(cancellationToken);
        await using var file = await ImportFile.OpenAsync(db, id, cancellationToken);
        return await ImportFile.LinesAsync(file, format, cancellationToken).Where(l => l.Cells is not null).Select(l => l.Cells!).Skip(1).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>A page of lines with one outcome, in the order of the file.</summary>
    public async Task<IReadOnlyList<ImportLine>> LinesAsync(long id, ImportOutcome outcome, int after, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ImportLines.AsNoTracking().Where(l => l.ImportId == id && l.Outcome == outcome && l.Number > after).OrderBy(l => l.Number).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>All lines that were refused, in the order of the file.</summary>
    public async IAsyncEnumerable<ImportLine> RefusedAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var line in db.ImportLines.AsNoTracking().AsSingleQuery().Where(l => l.ImportId == id && l.Outcome == ImportOutcome.Refused).OrderBy(l => l.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return line;
    }

    /// <summary>What the revisions were that changed lines started from, by record.</summary>
    public async Task<IReadOnlyDictionary<string, RecordContent>> BeganAsync(IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var began = new Dictionary<string, RecordContent>();
        foreach (var kind in lines.Where(l => l is { RecordId: not null, BaseRevision: > 0 }).GroupBy(l => l.Kind!.Value))
        {
            var ids = kind.Select(l => l.RecordId!).ToList();
            var bases = kind.ToDictionary(l => l.RecordId!, l => l.BaseRevision);
            foreach (var revision in await db.Revisions.AsNoTracking().Where(r => r.Kind == kind.Key && ids.Contains(r.RecordId)).Select(r => new { r.RecordId, r.Number, r.Content }).ToListAsync(cancellationToken))
            {
                if (bases[revision.RecordId] == revision.Number)
                    began[revision.RecordId] = ContentJson.Read(kind.Key, revision.Content);
            }
        }
        return began;
    }

    /// <summary>Says what the columns mean, and begins the dry run.</summary>
    /// <exception cref="RefusedException">Two columns have one meaning, or none is that of any list.</exception>
    /// <exception cref="DeskException">It is not the actor's, or at another point of its way.</exception>
    public Task CheckAsync(long id, RecordKind? kind, IReadOnlyList<string> columns, bool acceptsLikenesses, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            async (db, import) =>
            {
                if (import.Format != ImportFormat.JsonLines && MappingProblem(kind, import.Header, columns) is { } problem)
                    throw new RefusedException([problem]);
                import.Check(actor, import.Format == ImportFormat.JsonLines ? null : kind, columns, acceptsLikenesses, time.GetUtcNow());
                await db.ImportLines.Where(l => l.ImportId == id).ExecuteDeleteAsync(cancellationToken);
                return null;
            },
            actor,
            cancellationToken);

    /// <summary>Hands all its lines in, as one.</summary>
    /// <exception cref="DeskException">It is not the actor's, not checked, or changes nothing.</exception>
    public Task SubmitAsync(long id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, (_, import) => Done(import, i => i.Submit(actor, time.GetUtcNow()), "import.submitted"), actor, cancellationToken);

    /// <summary>Begins to publish its lines: a reviewer what was handed in, an administrator at once.</summary>
    /// <exception cref="DeskException">Not this person's to publish, or at another point of its way.</exception>
    public Task PublishAsync(long id, Actor actor, string? note, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            async (db, import) =>
            {
                import.Publish(actor, await db.Settings.Select(s => s.OnePersonOffice).SingleAsync(cancellationToken), string.IsNullOrWhiteSpace(note) ? null : note.Trim(), time.GetUtcNow());
                return "import.accepted";
            },
            actor,
            cancellationToken);

    /// <exception cref="DeskException">No note, not a reviewer, or not waiting.</exception>
    public Task ReturnAsync(long id, Actor actor, string? note, CancellationToken cancellationToken) =>
        ChangeAsync(id, (_, import) => Done(import, i => i.Return(actor, note?.Trim(), time.GetUtcNow()), "import.returned"), actor, cancellationToken);

    /// <summary>Gives it up. What was published of it stays.</summary>
    /// <exception cref="DeskException">Not the actor's, or over.</exception>
    public Task CancelAsync(long id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            async (db, import) =>
            {
                import.Cancel(actor, time.GetUtcNow());
                await db.ImportPieces.Where(p => p.ImportId == id).ExecuteDeleteAsync(cancellationToken);
                return "import.cancelled";
            },
            actor,
            cancellationToken);

    /// <summary>Takes a line out before it is decided, or back in.</summary>
    /// <exception cref="DeskException">Not a reviewer, or not waiting.</exception>
    public async Task LeaveOutAsync(long id, int number, bool isOut, Actor reviewer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await LoadAsync(db, id, cancellationToken);
        if (!reviewer.CanReview || import.State != ImportState.Submitted)
            throw new DeskException("notSubmitted", "This import is not waiting for review.");
        var line = await db.ImportLines.SingleAsync(l => l.ImportId == id && l.Number == number, cancellationToken);
        if (line.Outcome is ImportOutcome.New or ImportOutcome.Changed or ImportOutcome.LeftOut)
            line.Outcome = isOut ? ImportOutcome.LeftOut : line.BaseRevision == 0 ? ImportOutcome.New : ImportOutcome.Changed;
        await db.SaveChangesAsync(cancellationToken);
        await ImportStaging.CountAsync(db, import, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<Import> Visible(RegistryDbContext db, Actor actor)
    {
        Guid? own = actor.Id == Guid.Empty ? null : actor.Id;
        return db.Imports.AsNoTracking().Where(i => i.AuthorId == own || (actor.CanReview && i.State != ImportState.Received && i.State != ImportState.Checking && i.State != ImportState.Checked) || actor.IsAdministrator);
    }

    // In pieces below what the runtime takes for large, through one buffer: a file costs no memory of its size.
    private static async Task<long> KeepAsync(RegistryDbContext db, long importId, Memory<byte> beginning, Stream file, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync("COPY import_pieces (import_id, number, bytes) FROM STDIN (FORMAT binary)", cancellationToken);
        var (length, piece, read) = (0L, beginning, beginning.Length);
        var buffer = new byte[Piece];
        for (var number = 0; read > 0; number++)
        {
            if ((length += read) > FileLimits.File)
                throw new RefusedException([Problem.At("file", Rule.FileTooLarge, null, (FileLimits.File / 1024 / 1024).ToString(CultureInfo.InvariantCulture))]);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(importId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(piece, NpgsqlDbType.Bytea, cancellationToken);
            read = await file.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, cancellationToken);
            piece = buffer.AsMemory(0, read);
        }
        await copy.CompleteAsync(cancellationToken);
        return length;
    }

    private static async Task DescribeAsync(RegistryDbContext db, Import import, RecordKind? kind, bool acceptsLikenesses, Actor actor, CancellationToken cancellationToken)
    {
        if (import.Format == ImportFormat.JsonLines)
        {
            import.Check(actor, null, [], acceptsLikenesses, import.CreatedAt);
            return;
        }
        await using var file = await ImportFile.OpenAsync(db, import.Id, cancellationToken);
        var header = await ImportFile.LinesAsync(file, import.Format, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (header?.Cells is not { } names || names.All(string.IsNullOrWhiteSpace))
            throw new RefusedException([Problem.At("file", Rule.NoHeader)]);
        names = [.. names.Select(n => Shown(n))];
        var reading = ColumnNames.Read(kind, names);
        import.Describe(reading.Kind, names, reading.Columns);
        if (reading is { IsSure: true, Kind: not null } && MappingProblem(reading.Kind, names, reading.Columns) is null)
            import.Check(actor, reading.Kind, reading.Columns, acceptsLikenesses, import.CreatedAt);
    }

    private static Problem? MappingProblem(RecordKind? kind, IReadOnlyList<string> header, IReadOnlyList<string> columns)
    {
        if (kind is not { } noun)
            return Problem.At("kind", Rule.Required);
        var known = ListTable.Of(noun).Columns.Select(c => c.Name).ToList();
        if (columns.Count != header.Count)
            return Problem.At("columns", Rule.RaggedRow, null, columns.Count.ToString(CultureInfo.InvariantCulture), header.Count.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Length > 0 && !known.Contains(columns[i]))
                return Problem.At(header[i], Rule.UnknownColumn, columns[i], string.Join(", ", known));
            if (columns[i].Length > 0 && columns.Take(i).Contains(columns[i]))
                return Problem.At(header[i], Rule.ColumnTwice, columns[i]);
        }
        return columns.All(c => c.Length == 0) ? Problem.At("columns", Rule.Required) : null;
    }

    private async Task ChangeAsync(long id, Func<RegistryDbContext, Import, Task<string?>> change, Actor actor, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var import = await LoadAsync(db, id, cancellationToken);
            var action = await change(db, import);
            await ProposalDesk.SaveAsync(db, cancellationToken);
            if (action is not null)
                await AuditLog.AppendAsync(db, import.ChangedAt, actor.Name, [new AuditLine(action, $"import {id}", import.Note ?? import.FileName)], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        work.Wake();
    }

    private static Task<string?> Done(Import import, Action<Import> change, string action)
    {
        change(import);
        return Task.FromResult<string?>(action);
    }

    private static async Task<Import> LoadAsync(RegistryDbContext db, long id, CancellationToken cancellationToken) =>
        await db.Imports.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw new DeskException("unknownImport", "There is no such import.");

    private static string Shown(string name) => name.Replace('\0', '\uFFFD').Trim() is { Length: > 200 } longer ? longer[..200] : name.Replace('\0', '\uFFFD').Trim();
}

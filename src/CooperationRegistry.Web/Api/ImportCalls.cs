using System.Globalization;
using System.Text.Json;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Auth;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>How an import stands.</summary>
/// <param name="Record">What the lines of a list are; null of JSON Lines.</param>
/// <param name="Columns">The registry's column that each of the file is taken for; empty for one that is left out.</param>
/// <param name="ShareRead">How far the file is read, from 0 to 1.</param>
/// <param name="Note">The reviewer's last word.</param>
/// <param name="Fault">What is wrong with the file as a whole.</param>
public sealed record ImportStatus(
    long Id, string FileName, ImportFormat Format, ImportState State, RecordKind? Record, IReadOnlyList<string> Header, IReadOnlyList<string> Columns,
    int LinesRead, double ShareRead, int New, int Changed, int Same, int Refused, int Published, string? Note, ApiError? Fault, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static ImportStatus Of(Import import) =>
        new(
            import.Id, import.FileName, import.Format, import.State, import.Kind, import.Header, import.Columns, import.LinesRead, import.ShareRead, import.NewCount, import.ChangedCount, import.SameCount, import.RefusedCount,
            import.PublishedCount, import.Note, import.FaultProblem() is { } fault ? ApiError.Of(fault) : null, import.CreatedAt, import.ChangedAt);
}

/// <summary>What columns mean, as a program says it.</summary>
public sealed record ImportColumns(RecordKind? Record, IReadOnlyList<string>? Columns, bool AcceptLikenesses = false);

/// <summary>Programs hand files in as editors do: a dry run, then a review of all lines as one.</summary>
internal sealed class ImportCalls(ImportDesk desk)
{
    private const int LargestColumns = 64 * 1024;

    private static readonly string[] Files =
        ["text/csv", "text/tab-separated-values", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/jsonl", "application/x-ndjson", "application/octet-stream"];

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !Files.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            return ApiProblems.Result(StatusCodes.Status415UnsupportedMediaType, "The body has to be a file of records.", $"Send it with one of {string.Join(", ", Files)}.");
        var (record, likenesses) = (context.Request.Query["record"].ToString(), context.Request.Query["acceptLikenesses"].ToString());
        var problems = new List<Problem>();
        var kind = Enum.GetValues<RecordKind>().Cast<RecordKind?>().FirstOrDefault(k => ContentJson.Name(k!.Value) == record);
        if (record.Length > 0 && kind is null)
            problems.Add(Problem.At("record", Rule.UnknownValue, record, string.Join(", ", Enum.GetValues<RecordKind>().Select(ContentJson.Name))));
        if (likenesses is not ("" or "true" or "false"))
            problems.Add(Problem.At("acceptLikenesses", Rule.UnknownValue, likenesses, "true, false"));
        if (problems.Count > 0)
            return ApiProblems.Unreadable(problems);
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = ImportDesk.LargestFile + 1;
        return await AnswerAsync(context, StatusCodes.Status202Accepted, async actor =>
            (await desk.ReceiveAsync(context.Request.Body, context.Request.Query["fileName"].ToString() is { Length: > 0 } name ? name : "file", kind, likenesses == "true", actor, context.RequestAborted)).Id);
    }

    public async Task<IResult> FindAsync(long id, HttpContext context) =>
        await desk.FindAsync(id, context.User.Actor(), context.RequestAborted) is { } import ? Told(context, import, StatusCodes.Status200OK) : Unknown();

    public async Task<IResult> RefusedAsync(long id, HttpContext context) =>
        await desk.FindAsync(id, context.User.Actor(), context.RequestAborted) is { } import ? ImportFiles.Refused(import, desk) : Unknown();

    public async Task<IResult> CheckAsync(long id, HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return ApiProblems.Result(StatusCodes.Status415UnsupportedMediaType, "The body has to be JSON.", "Send it with Content-Type: application/json.");
        if (context.Request.ContentLength is not (> 0 and <= LargestColumns))
            return ApiProblems.Result(StatusCodes.Status413PayloadTooLarge, "The body is too large, or its length is not said.", string.Create(CultureInfo.InvariantCulture, $"At most {LargestColumns} bytes are read."));
        ImportColumns? columns;
        try
        {
            columns = await JsonSerializer.DeserializeAsync<ImportColumns>(context.Request.Body, ContentJson.Options, context.RequestAborted);
        }
        catch (JsonException unreadable)
        {
            return ApiProblems.Unreadable([Problem.At("", Rule.NotJson, null, unreadable.Message.Split(" Path:")[0])]);
        }
        return await ChangeAsync(id, context, (import, actor) => desk.CheckAsync(id, columns?.Record ?? import.Kind, columns?.Columns ?? import.Columns, columns?.AcceptLikenesses == true, actor, context.RequestAborted));
    }

    public Task<IResult> SubmitAsync(long id, HttpContext context) => ChangeAsync(id, context, (_, actor) => desk.SubmitAsync(id, actor, context.RequestAborted));

    public Task<IResult> PublishAsync(long id, HttpContext context) => ChangeAsync(id, context, (_, actor) => desk.PublishAsync(id, actor, null, context.RequestAborted));

    public Task<IResult> CancelAsync(long id, HttpContext context) => ChangeAsync(id, context, (_, actor) => desk.CancelAsync(id, actor, context.RequestAborted), StatusCodes.Status200OK);

    private async Task<IResult> ChangeAsync(long id, HttpContext context, Func<Import, Actor, Task> change, int status = StatusCodes.Status202Accepted)
    {
        if (await desk.FindAsync(id, context.User.Actor(), context.RequestAborted) is not { } import)
            return Unknown();
        return await AnswerAsync(context, status, async actor =>
        {
            await change(import, actor);
            return id;
        });
    }

    private async Task<IResult> AnswerAsync(HttpContext context, int status, Func<Actor, Task<long>> act)
    {
        var actor = context.User.Actor();
        try
        {
            return Told(context, (await desk.FindAsync(await act(actor), actor, context.RequestAborted))!, status);
        }
        catch (RefusedException refused) when (refused.Problems[0].Rule == Rule.FileTooLarge)
        {
            return ApiProblems.Result(StatusCodes.Status413PayloadTooLarge, "The file is too large.", "Send it in parts.", refused.Problems);
        }
        catch (RefusedException refused)
        {
            return ApiProblems.Result(StatusCodes.Status422UnprocessableEntity, "The file, or what is said of it, cannot be taken.", "What is wrong stands in errors, with how to mend it.", refused.Problems);
        }
        catch (DeskException refused)
        {
            return ApiProblems.Result(StatusCodes.Status409Conflict, "This cannot be done with the import as it stands.", refused.Sentence);
        }
    }

    private static IResult Told(HttpContext context, Import import, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status202Accepted)
            context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{Nouns.Root}/imports/{import.Id}");
        return Results.Json(ImportStatus.Of(import), ContentJson.Options, statusCode: status);
    }

    private static IResult Unknown() => ApiProblems.Result(StatusCodes.Status404NotFound, "There is no such import, or it is not yours to read.");
}

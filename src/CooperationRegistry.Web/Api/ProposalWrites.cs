using System.Globalization;
using System.Security.Claims;
using System.Text;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Auth;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>What became of a proposal.</summary>
/// <param name="RecordId">Null until a new record is published.</param>
/// <param name="BaseRevision">The revision that it changes; 0 for a new record.</param>
/// <param name="Note">The reviewer's word on the whole.</param>
/// <param name="Notes">The reviewer's notes on single places, by path.</param>
public sealed record ProposalStatus(long Id, ProposalState State, RecordKind Record, string? RecordId, int BaseRevision, DateTimeOffset? SubmittedAt, string? Note, IReadOnlyDictionary<string, string> Notes)
{
    public static ProposalStatus Of(Draft draft) =>
        new(draft.Id, draft.State, draft.Kind, draft.RecordId, draft.BaseRevision, draft.SubmittedAt, draft.Note, draft.Notes);
}

/// <summary>Programs propose as editors do: what they send waits for a reviewer.</summary>
internal sealed class ProposalWrites(ProposalDesk desk, RecordReads records)
{
    public const int LargestBody = 2 * 1024 * 1024;

    private const int MostCompanions = 200;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public Task<IResult> ProposeNewAsync(RecordKind kind, HttpContext context) =>
        IsJson(context.Request) ? HandInAsync(kind, null, 0, context) : Task.FromResult(NotJson());

    public async Task<IResult> ProposeChangeAsync(RecordKind kind, string id, HttpContext context)
    {
        if (!IsJson(context.Request))
            return NotJson();
        var (revision, absent) = await records.RevisionAsync(kind, id, context);
        if (absent is not null)
            return absent;
        var seen = context.Request.GetTypedHeaders().IfMatch;
        if (seen.Count == 0 || seen.Any(tag => tag.Equals(EntityTagHeaderValue.Any)))
            return ApiProblems.Result(StatusCodes.Status428PreconditionRequired, "Say which revision you change.", "Send the ETag that you were given with the record in If-Match.");
        var current = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{revision}\""));
        return seen.Any(tag => tag.Compare(current, useStrongComparison: true)) ? await HandInAsync(kind, id, revision, context) : Stale($"{id} is at revision {revision}.");
    }

    public async Task<IResult> FindAsync(long id, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await desk.FindAsync(id, context.User.Actor(), context.RequestAborted) is { } draft
            ? Results.Json(ProposalStatus.Of(draft), ContentJson.Options)
            : ApiProblems.Result(StatusCodes.Status404NotFound, "There is no such proposal, or it is not yours to read.");
    }

    private async Task<IResult> HandInAsync(RecordKind kind, string? id, int revision, HttpContext context)
    {
        if (await ReadBodyAsync(context) is not { } body)
            return ApiProblems.Result(StatusCodes.Status413PayloadTooLarge, "The body is too large.", string.Create(CultureInfo.InvariantCulture, $"At most {LargestBody} bytes are read."));
        var actor = context.User.Actor();
        var (draft, problem) = Read(body, kind, id, revision, actor);
        if (draft is null)
            return ApiProblems.Unreadable([problem!]);
        try
        {
            draft = await desk.HandInAsync(draft, actor, $"API: {context.User.FindFirstValue(ApiKeyHandler.PrefixClaim)}…", context.RequestAborted);
        }
        catch (RefusedException refused)
        {
            return ApiProblems.Result(StatusCodes.Status422UnprocessableEntity, "The content does not hold to the rules.", "What is wrong stands in errors, with how to mend it. Nothing was kept.", refused.Problems);
        }
        catch (DeskException refused)
        {
            return Stale(refused.Sentence);
        }
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{Nouns.Root}/proposals/{draft.Id}");
        return Results.Json(ProposalStatus.Of(draft), ContentJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static (Draft? Draft, Problem? Problem) Read(byte[] body, RecordKind kind, string? id, int revision, Actor actor)
    {
        if (TextOf(body) is not { } json)
            return (null, Problem.At("", Rule.NotJson, null, "it is not UTF-8."));
        var (proposed, unread) = RecordLineReader.ReadProposed(json);
        if (proposed is null)
            return (null, unread);
        if (FaultOf(proposed, kind, id, revision) is { } fault)
            return (null, fault);
        var (content, problem) = RecordLineReader.ReadContent(kind, proposed.Content);
        if (content is null)
            return (null, problem);
        var draft = new Draft { Kind = kind, RecordId = id, BaseRevision = revision, Content = content, Author = actor.Name, AuthorId = actor.Id };
        foreach (var line in proposed.Companions ?? [])
        {
            (content, problem) = RecordLineReader.ReadContent(line.Record, line.Content);
            if (content is null)
                return (null, problem! with { Path = $"{line.Id}/{problem.Path}" });
            draft.Companions.Add(new Companion { Id = line.Id, Content = content });
        }
        return (draft, null);
    }

    // What stands in the body beside the content may be left away, but not say something else than the request.
    private static Problem? FaultOf(ProposedRecord proposed, RecordKind kind, string? id, int revision) =>
        proposed switch
        {
            { Record: { } record } when record != kind => Problem.At("record", Rule.UnknownValue, ContentJson.Name(record), ContentJson.Name(kind)),
            { Id: { } other } when id is null => Problem.At("id", Rule.UnknownValue, other, "no id: a new record is given one when it is published"),
            { Id: { } other } when other != id => Problem.At("id", Rule.UnknownValue, other, id!),
            { Revision: { } seen } when id is not null && seen != revision =>
                Problem.At("revision", Rule.UnknownValue, seen.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{revision}, as If-Match says; or leave it away")),
            { Companions: { } companions } when companions.Any(line => line is null) => Problem.At("companions", Rule.Required),
            { Companions.Count: > MostCompanions and var count } =>
                Problem.At("companions", Rule.TooMany, null, MostCompanions.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };

    private static string? TextOf(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
            return null;
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(piece.AsSpan(0, read));
        }
        return body.ToArray();
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static IResult NotJson() => ApiProblems.Result(StatusCodes.Status415UnsupportedMediaType, "The body has to be JSON.", "Send it with Content-Type: application/json.");

    private static IResult Stale(string detail) =>
        ApiProblems.Result(StatusCodes.Status412PreconditionFailed, "The record has changed since you read it.", $"{detail} Read it again and make your change there.");
}

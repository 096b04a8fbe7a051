using System.Globalization;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>Scans and PDFs: sent by editors, for everyone to download once a published record holds them.</summary>
internal static class AttachmentFiles
{
    /// <summary>More than is kept, so that what is too large is read to its end and refused in words, not by a broken connection.</summary>
    private const int LargestRequest = 64 * 1024 * 1024;

    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/attachments/{sha256}/{fileName}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync).AllowAnonymous();
        var workspace = routes.MapGroup("/workspace/attachments").RequireAuthorization(Policies.Edit);
        workspace.MapPost("", KeepAsync).WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        workspace.MapGet("/{sha256}/text", TextAsync);
    }

    private static async Task<IResult> DownloadAsync(string sha256, string fileName, HttpContext context, AttachmentStore store, IAuthorizationService authorization)
    {
        var file = await store.FindAsync(sha256, context.RequestAborted);
        // What is not published does not exist for others: its fingerprint cannot be tried out.
        if (file is null || !(file.IsPublic || (await authorization.AuthorizeAsync(context.User, Policies.Edit)).Succeeded))
            return Results.NotFound();

        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = file.IsPublic ? "public, max-age=31536000, immutable" : "private, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false)))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        // The name in the address is the link's, so it is trusted no more than an upload's; a slash in it is still written %2F.
        var name = fileName.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(AttachmentName.Tidy(name, AttachmentType.Named(file.MediaType)));
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = file.Length;
        if (HttpMethods.IsHead(context.Request.Method))
            return Results.Empty;
        await foreach (var piece in store.ReadAsync(file, context.RequestAborted))
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        return Results.Empty;
    }

    private static async Task<IResult> KeepAsync(HttpContext context, AttachmentStore store, RegistryOptions options)
    {
        if (!SameOrigin.Holds(context.Request, options))
            return Results.Problem("Send the file from a page of the registry.", title: "This request comes from another site.", statusCode: StatusCodes.Status403Forbidden);
        try
        {
            return Results.Json(await AttachmentUpload.ReceiveAsync(context.Request, (file, name) => store.KeepAsync(file, name, context.User.Actor(), context.RequestAborted)), ContentJson.Options);
        }
        catch (RefusedException refused)
        {
            await AttachmentUpload.ReadToEndAsync(context.Request);
            return Refusal(refused.Problems[0]);
        }
        catch (BadHttpRequestException beyond) when (beyond.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refusal(Problem.At("file", Rule.AttachmentTooLarge, null, "20 MB"));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return Results.Problem("Send it anew.", title: "The file did not arrive whole.", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> TextAsync(string sha256, AttachmentText texts, CancellationToken cancellationToken) =>
        await texts.ReadAsync(sha256, cancellationToken) is { } text ? Results.Json(text, ContentJson.Options) : Results.NotFound();

    private static IResult Refusal(Problem problem)
    {
        var sentence = $"{problem.Sentence(CultureInfo.CurrentUICulture)} {problem.Mend(CultureInfo.CurrentUICulture)}";
        var status = problem.Rule switch
        {
            Rule.AttachmentTooLarge => StatusCodes.Status413PayloadTooLarge,
            Rule.AttachmentType => StatusCodes.Status415UnsupportedMediaType,
            _ => StatusCodes.Status400BadRequest,
        };
        return Results.ValidationProblem(new Dictionary<string, string[]> { [problem.Path] = [sentence] }, sentence, statusCode: status, title: "The file is not kept.");
    }
}

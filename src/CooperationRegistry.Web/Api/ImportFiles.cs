using System.Globalization;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationRegistry.Web.Api;

/// <summary>Files of records between the workspace and the server: handed in with a form, and the refused lines taken out.</summary>
internal static class ImportFiles
{
    // The form's fields and its borders besides the file.
    private const long LargestForm = ImportDesk.LargestFile + (1024 * 1024);

    public static void MapImportFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workspace/imports/file", ReceiveAsync).RequireAuthorization(Policies.Edit);
        routes.MapGet("/workspace/imports/{id:long}/refused", RefusedAsync).RequireAuthorization(Policies.Edit);
    }

    /// <summary>The refused lines as a file to be mended.</summary>
    public static IResult Refused(Import import, ImportDesk desk) =>
        Results.Stream(
            stream => RefusedFile.WriteAsync(import, desk.RefusedAsync(import.Id, CancellationToken.None), stream, CultureInfo.CurrentUICulture, CancellationToken.None),
            import.Format == ImportFormat.JsonLines ? "application/jsonl; charset=utf-8" : "text/csv; charset=utf-8; header=present",
            $"import-{import.Id.ToString(CultureInfo.InvariantCulture)}-refused.{(import.Format == ImportFormat.JsonLines ? "jsonl" : "csv")}");

    private static async Task<IResult> RefusedAsync(long id, HttpContext context, ImportDesk desk) =>
        await desk.FindAsync(id, context.User.Actor(), context.RequestAborted) is { } import ? Refused(import, desk) : Results.NotFound();

    private static async Task<IResult> ReceiveAsync(HttpContext context, ImportDesk desk, RegistryOptions options)
    {
        if (!SameOrigin.Holds(context.Request, options))
            return Results.Problem("Send the file from a page of the registry.", title: "This request comes from another site.", statusCode: StatusCodes.Status403Forbidden);
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestForm;
        try
        {
            return Seen($"/workspace/imports/{(await ReadAsync(context, desk)).Id.ToString(CultureInfo.InvariantCulture)}");
        }
        catch (RefusedException refused)
        {
            await AttachmentUpload.ReadToEndAsync(context.Request);
            return Seen($"/workspace/imports?fault={refused.Problems[0].Rule}");
        }
        catch (BadHttpRequestException beyond) when (beyond.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Seen($"/workspace/imports?fault={Rule.FileTooLarge}");
        }

        // See other: what was posted is not posted again.
        static IResult Seen(string address) => Results.Redirect(address);
    }

    private static async Task<Import> ReadAsync(HttpContext context, ImportDesk desk)
    {
        RecordKind? kind = null;
        var acceptsLikenesses = false;
        if (AttachmentUpload.BoundaryOf(context.Request) is { } boundary)
        {
            var form = new MultipartReader(boundary, context.Request.Body);
            while (await form.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (section.AsFileSection() is { FileStream: { } file } part)
                    return await desk.ReceiveAsync(file, part.FileName, kind, acceptsLikenesses, context.User.Actor(), context.RequestAborted);
                if (section.AsFormDataSection() is not { } field)
                    continue;
                var value = await field.GetValueAsync(context.RequestAborted);
                if (field.Name == "record" && Enum.TryParse<RecordKind>(value, ignoreCase: true, out var named))
                    kind = named;
                acceptsLikenesses |= field.Name == "likenesses" && value == "1";
            }
        }
        throw new RefusedException([Problem.At("file", Rule.Required)]);
    }
}

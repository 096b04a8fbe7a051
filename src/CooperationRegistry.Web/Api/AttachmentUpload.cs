using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>A form with one file, read as it comes in: nothing of it is laid down before it is known to be kept.</summary>
internal static class AttachmentUpload
{
    /// <exception cref="RefusedException">There is no file, or more than one.</exception>
    public static async Task<Attachment> ReceiveAsync(HttpRequest request, Func<Stream, string, Task<Attachment>> keep)
    {
        Attachment? kept = null;
        if (BoundaryOf(request) is { } boundary)
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                if (section.AsFileSection() is not { FileStream: { } file } part)
                    continue;
                if (kept is not null)
                    throw new RefusedException([Problem.At("file", Rule.TooMany, null, "1", "2")]);
                kept = await keep(file, part.FileName);
            }
        }
        return kept ?? throw new RefusedException([Problem.At("file", Rule.Required)]);
    }

    /// <summary>A browser reads the answer only when it has sent everything.</summary>
    public static async Task ReadToEndAsync(HttpRequest request)
    {
        try
        {
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        }
        catch (IOException)
        {
            // Larger than is read at all: then the connection ends with the answer.
        }
    }

    /// <returns>Null where the request is no form with files.</returns>
    public static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary ? boundary : null
            : null;
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Components.Public.Citations;
using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Api;

/// <summary>What to cite of an entry, as files for programs that keep references.</summary>
internal sealed class CitationFiles(IDbContextFactory<RegistryDbContext> contexts, RecordHeadings headings, Site site, IStringLocalizer<PublicTexts> texts)
{
    private sealed record Format(string Name, string MediaType, Func<EntryCitation, string> Write);

    private static readonly Format[] Formats = [new("bib", "text/x-bibtex", BibTeX.Write), new("ris", "application/x-research-info-systems", Ris.Write)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var format in Formats)
            {
                routes.MapMethods(
                    $"{RecordNames.Address(kind, "{id}")}/cite.{format.Name}",
                    [HttpMethods.Get, HttpMethods.Head],
                    (string id, string? revision, HttpContext context, CitationFiles files) => files.AnswerAsync(kind, id, revision, format, context)).AllowAnonymous();
            }
        }
    }

    private async Task<IResult> AnswerAsync(RecordKind kind, string id, string? revision, Format format, HttpContext context)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await db.FindPublishedAsync(kind, id, revision, context.RequestAborted) is not { } found)
            return await ElsewhereAsync(db, kind, id, format, context);
        if (found.Record is not { } record)
            return Results.Problem(title: texts[found.Standing.Unreadable is null ? "WithdrawnLead" : "RevisionUnreadable"], statusCode: found.Standing.Refusal);

        var names = await RecordNames.LoadAsync(db, InterfaceLanguage.Current, [record.Body], context.RequestAborted);
        var entry = CiteThis.Cite(record, headings.Of(record, names), texts["Registry"], InterfaceLanguage.Current, site, new Uri(context.Request.GetEncodedUrl()));
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{entry.Key}.{format.Name}\"";
        return Results.Text(format.Write(entry), $"{format.MediaType}; charset=utf-8");
    }

    private static async Task<IResult> ElsewhereAsync(RegistryDbContext db, RecordKind kind, string id, Format format, HttpContext context) =>
        RecordId.IsWellFormed(kind, id) && await db.SurvivorAsync(kind, id, context.RequestAborted) is { } survivor
            ? Results.Redirect($"{RecordNames.Address(kind, survivor)}/cite.{format.Name}{context.Request.QueryString}", permanent: true)
            : Results.NotFound();
}

internal static class CitationFilesSetup
{
    public static void MapCitationFiles(this IEndpointRouteBuilder routes) => CitationFiles.Map(routes);
}

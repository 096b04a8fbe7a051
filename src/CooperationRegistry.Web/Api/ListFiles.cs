using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Components.Public.Downloads;
using CooperationRegistry.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>The list of each noun as files, with the filter of the list: one state of the registry, written as it is read.</summary>
internal sealed class ListFiles(IDbContextFactory<RegistryDbContext> contexts, RegistryOptions options, Site site, ColumnMeanings meanings, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var format in FileFormat.All)
            {
                routes.MapMethods(format.Of(kind), [HttpMethods.Get, HttpMethods.Head], (HttpContext context, ListFiles files) => files.AnswerAsync(kind, format, context)).AllowAnonymous();
            }
        }
    }

    private async Task<IResult> AnswerAsync(RecordKind kind, FileFormat format, HttpContext context)
    {
        var selection = await ListSelection.ReadAsync(kind, contexts, context.Request.Query, context.RequestAborted);
        var mark = context.Request.Query["bom"].ToString();
        var problems = format != FileFormat.Csv || mark is "" or "0" or "1" ? selection.Problems : [.. selection.Problems, Problem.At("bom", Rule.UnknownValue, mark, "0, 1")];
        if (problems.Count > 0)
            return FilterProblems.Result(problems);

        var snapshot = await RegistrySnapshot.OpenAsync(contexts, context.RequestAborted);
        context.Response.RegisterForDisposeAsync(snapshot);
        var (tag, modified) = await StateAsync(kind, snapshot, context.Request, context.RequestAborted);
        context.Response.Headers.Link = $"<{site.LicenceUrl}>; rel=\"license\"";
        context.Response.Headers.CacheControl = "public, no-cache";
        // Answers HEAD, If-None-Match and If-Modified-Since without asking for the rows.
        return Results.Stream(
            _ => WriteAsync(selection, format, mark == "1", snapshot, context),
            format.MediaType,
            FileFormat.Dated(FileFormat.NameOf(kind), snapshot.LastChange, format.Ending),
            modified,
            tag);
    }

    private async Task WriteAsync(ListSelection selection, FileFormat format, bool withMark, RegistrySnapshot snapshot, HttpContext context)
    {
        var (kind, table, pipe, aborted) = (selection.Kind, ListTable.Of(selection.Kind), context.Response.BodyWriter, context.RequestAborted);
        var publicUrl = options.AddressFor(context.Request);
        var heading = new FileHeading(site.LicenceName, site.LicenceUrl, snapshot.LastChange, $"{publicUrl}{context.Request.Path}{context.Request.QueryString}");
        if (format == FileFormat.Csv && selection.Agreements is { } filter)
        {
            await AgreementCsv.WriteAsync(snapshot, pipe, filter, publicUrl, withMark, aborted);
            return;
        }
        var ids = await selection.IdsAsync(snapshot, aborted);
        Task<IAsyncEnumerable<IReadOnlyList<ListRow>>> RowsAsync() => snapshot.RowsAsync(kind, ids, publicUrl, aborted).BegunAsync(aborted);
        Task<IAsyncEnumerable<IReadOnlyList<Record>>> RecordsAsync() => snapshot.RecordsAsync(kind, ids, aborted).BegunAsync(aborted);
        string Address(Record record) => publicUrl + RecordNames.Address(kind, record.Id);

        if (format == FileFormat.Csv)
            await CsvFile.WriteAsync(pipe, table, await RowsAsync(), withMark, aborted);
        else if (format == FileFormat.Xlsx)
            await new Workbook(table, heading, column => meanings.Of(kind, column)).WriteAsync(pipe, FileFormat.NameOf(kind), ids.Count, await RowsAsync(), aborted);
        else if (format == FileFormat.Json)
            await JsonFile.WriteAsync(pipe, heading, await RecordsAsync(), Address, aborted);
        else
            await JsonFile.WriteLinesAsync(pipe, await RecordsAsync(), Address, aborted);
    }

    // A status moves with the calendar: so does the tag of what has one, and the rows that still wait for the change count.
    private async Task<(EntityTagHeaderValue Tag, DateTimeOffset? Modified)> StateAsync(RecordKind kind, RegistrySnapshot snapshot, HttpRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (moves, due) = kind == RecordKind.Agreement ? (true, await snapshot.DueAsync(today, cancellationToken)) : (false, 0);
        var state = string.Create(
            CultureInfo.InvariantCulture,
            $"{typeof(ListTable).Module.ModuleVersionId} {snapshot.LastChange:O} {snapshot.Changes} {(moves ? today : default):O} {due} {site.LicenceUrl} {site.LicenceName} {options.AddressFor(request)}{request.Path}{request.QueryString}");
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state))[..16])}\"", isWeak: true);
        var modified = moves && snapshot.LastChange < now.Date ? new DateTimeOffset(now.Date, TimeSpan.Zero) : snapshot.LastChange;
        return (tag, due > 0 ? null : modified);
    }
}

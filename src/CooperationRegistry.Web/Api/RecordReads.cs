using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Options;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record RecordList(IReadOnlyList<RecordLine> Items, string? Next);

/// <summary>What is published, for programs.</summary>
internal sealed class RecordReads(IDbContextFactory<RegistryDbContext> contexts, RegistryOptions options, Site site, TimeProvider time)
{
    public async Task<IResult> ListAsync(RecordKind kind, HttpContext context)
    {
        await using var db = await OpenAsync(context);
        var (page, problems) = await RecordPage.ReadAsync(db, kind, context.Request.Query, context.RequestAborted);
        if (page is null)
            return ApiProblems.Unreadable(problems);
        // Read first: what is published meanwhile makes a list that is newer than it says, and is read again.
        var (tag, changed) = await StateAsync(db, context);
        if (Conditions.IsKnown(context, tag, changed))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        var (ids, after) = await page(context.RequestAborted);
        var found = (await db.ReadAsync(kind, ids, context.RequestAborted)).ToDictionary(r => r.Id);
        var next = after is null ? null : Next(context, after);
        NameLicence(context);
        if (next is not null)
            context.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
        return Results.Json(new RecordList([.. ids.Where(found.ContainsKey).Select(id => LineOf(found[id], context, null))], next), ContentJson.Options);
    }

    public async Task<IResult> OneAsync(RecordKind kind, string id, HttpContext context)
    {
        await using var db = await OpenAsync(context);
        var revision = context.Request.Query.TryGetValue("revision", out var asked) ? asked.ToString() : null;
        if (await db.FindPublishedAsync(kind, id, revision, context.RequestAborted) is not { } found)
            return await ElsewhereAsync(db, kind, id, context);
        if (found.Record is not { } record)
            return Refused(found.Standing);
        if (Conditions.IsKnown(context, Conditions.TagOf(record), record.PublishedAt))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        NameLicence(context);
        return Results.Json(LineOf(record, context, revision), ContentJson.Options);
    }

    /// <returns>The revision that is published; else the answer that says why there is none.</returns>
    public async Task<(int Revision, IResult? Absent)> RevisionAsync(RecordKind kind, string id, HttpContext context)
    {
        await using var db = await OpenAsync(context);
        if (await db.FindPublishedAsync(kind, id, null, context.RequestAborted) is not { } found)
            return (0, await ElsewhereAsync(db, kind, id, context));
        return found.Record is { } record ? (record.Revision, null) : (0, Refused(found.Standing));
    }

    private async Task<RegistryDbContext> OpenAsync(HttpContext context)
    {
        var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return db;
    }

    private static IResult Refused(Standing standing) =>
        standing.Unreadable is { } revision
            ? ApiProblems.Unreadable([Problem.At("revision", Rule.WrongPattern, revision, "a whole number from 1")])
            : ApiProblems.Result(StatusCodes.Status410Gone, "This record was withdrawn.", standing.Withdrawn!.Reason);

    private static async Task<IResult> ElsewhereAsync(RegistryDbContext db, RecordKind kind, string id, HttpContext context) =>
        RecordId.IsWellFormed(kind, id) && await db.SurvivorAsync(kind, id, context.RequestAborted) is { } survivor
            ? Results.Redirect(Nouns.Address(kind, survivor) + context.Request.QueryString, permanent: true, preserveMethod: true)
            : ApiProblems.Result(StatusCodes.Status404NotFound, "No such record is published.", "Nothing stands under this identifier, or not in this revision.");

    private RecordLine LineOf(Record record, HttpContext context, string? revision) =>
        RecordLine.Of(record, options.AddressFor(context.Request) + (revision is null ? RecordNames.Address(record.Kind, record.Id) : RecordNames.Revision(record.Kind, record.Id, record.Revision)));

    private void NameLicence(HttpContext context) => context.Response.Headers.Append("Link", $"<{site.LicenceUrl}>; rel=\"license\"");

    /// <summary>What a list says follows from what is published, what is asked and the day, because statuses move with the calendar.</summary>
    private async Task<(EntityTagHeaderValue Tag, DateTimeOffset Changed)> StateAsync(RegistryDbContext db, HttpContext context)
    {
        var midnight = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var changed = await db.LastChangeAsync(context.RequestAborted) ?? midnight;
        var state = string.Create(CultureInfo.InvariantCulture, $"{changed.UtcTicks} {midnight.UtcTicks} {options.AddressFor(context.Request)} {context.Request.GetEncodedPathAndQuery()}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 12));
        return (new EntityTagHeaderValue($"\"{hash}\"", isWeak: true), changed > midnight ? changed : midnight);
    }

    private string Next(HttpContext context, string after)
    {
        var kept = context.Request.Query.Where(q => q.Key is not ("after" or "before")).SelectMany(q => q.Value.Select(value => KeyValuePair.Create(q.Key, value)));
        return options.AddressFor(context.Request) + context.Request.Path + QueryString.Create(kept).Add("after", after);
    }
}

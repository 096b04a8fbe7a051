using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Caching;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Components.Public.Agreements;
using CooperationRegistry.Web.Components.Public.Feeds;
using CooperationRegistry.Web.Languages;
using CooperationRegistry.Web.Options;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>The list of agreements for programs that ask again and again: what has changed, and what is due. With the filter of the list.</summary>
internal static class AgreementFeeds
{
    private const string Fresh = "public, max-age=300";

    public static void MapAgreementFeeds(this IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/feeds/agreements.atom", reading, AtomAsync).AllowAnonymous().WithMetadata(new KeptPage(), new OutputCacheAttribute { PolicyName = KeptPage.Policy });
        // Not kept: it may be as large as the registry.
        routes.MapMethods("/agreements.ics", reading, CalendarAsync).AllowAnonymous().WithMetadata(new KeptPage());
    }

    private static async Task<IResult> AtomAsync(
        HttpContext context, IDbContextFactory<RegistryDbContext> contexts, FilteredTitle titles, AtomFeed atom, RegistryOptions options)
    {
        var (asked, unread) = AgreementFilterReader.Read(context.Request.Query);
        IReadOnlyList<Problem> problems = [.. unread, .. OfOtherLists("after", asked.After), .. OfOtherLists("before", asked.Before)];
        if (problems.Count > 0)
            return FilterProblems.Result(problems);

        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var here = new FilterAddress(context.Request.Query);
        var filter = await db.PrepareAsync(asked, context.RequestAborted);
        var page = await FeedPage.LoadAsync(db, filter, InterfaceLanguage.Current, context.RequestAborted);
        var title = await titles.OfAsync(db, AtomFeed.Title, here, filter, context.RequestAborted);
        var self = asked.After is null ? here.FeedPage("before", asked.Before) : here.FeedPage("after", asked.After);
        var bytes = Bytes(atom.Write(page, title, here, self, options.AddressFor(context.Request)));
        context.Response.Headers.CacheControl = Fresh;
        return Results.Bytes(bytes, "application/atom+xml; charset=utf-8", lastModified: page.Changed, entityTag: Tag(SHA256.HashData(bytes)));
    }

    private static async Task<IResult> CalendarAsync(
        HttpContext context, IDbContextFactory<RegistryDbContext> contexts, FilteredTitle titles, AgreementCalendar calendar, Site site, RegistryOptions options)
    {
        var (asked, problems) = AgreementFilterReader.Read(context.Request.Query);
        if (problems.Count > 0)
            return FilterProblems.Result(problems);

        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var filter = await db.PrepareAsync(asked, context.RequestAborted);
        var (tag, changed) = await StateAsync(db, filter, [InterfaceLanguage.Current, options.AddressFor(context.Request)], context.RequestAborted);
        var title = await titles.OfAsync(db, AgreementCalendar.Title, new FilterAddress(context.Request.Query), filter, context.RequestAborted);
        context.Response.Headers.CacheControl = Fresh;
        context.Response.Headers.Link = $"<{site.LicenceUrl}>; rel=\"license\"";
        return Results.Stream(WriteAsync, "text/calendar; charset=utf-8", "agreements.ics", changed, tag);

        async Task WriteAsync(Stream body)
        {
            await using var reading = await contexts.CreateDbContextAsync(context.RequestAborted);
            // Not disposed, which would send what it holds when the store fails: so far that is an error, and not half a file.
            var text = new StreamWriter(body, leaveOpen: true);
            await foreach (var piece in calendar.WriteAsync(reading, filter, title, options.AddressFor(context.Request), context.RequestAborted))
                await text.WriteAsync(piece.AsMemory(), context.RequestAborted);
            await text.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>A cursor of a list in another order leads nowhere in this one.</summary>
    private static IEnumerable<Problem> OfOtherLists(string name, string? cursor)
    {
        if (cursor is not null && AgreementCursor.Read(cursor) is { Updated: null })
            yield return Problem.At(name, Rule.WrongPattern, cursor, "the address of the next page");
    }

    /// <summary>What a calendar is made from, without making it: the program, the language, the matching agreements as they stand, and the last change of all others that it names.</summary>
    private static async Task<(EntityTagHeaderValue Tag, DateTimeOffset? Changed)> StateAsync(RegistryDbContext db, AgreementFilter filter, IEnumerable<string> reader, CancellationToken cancellation)
    {
        var changed = await db.LastChangeAsync(cancellation);
        var matching = await db.AgreementListings.Matching(filter).GroupBy(l => l.Status)
            .Select(g => new { g.Key, Count = g.Count(), Numbers = g.Sum(l => l.Number), Revisions = g.Sum(l => l.Revision), Last = g.Max(l => l.PublishedAt) })
            .OrderBy(g => g.Key).ToListAsync(cancellation);
        var state = string.Join('\n', [.. reader, typeof(AgreementFeeds).Module.ModuleVersionId.ToString(), changed?.ToString("O", CultureInfo.InvariantCulture), .. matching.Select(g => g.ToString())]);
        return (Tag(SHA256.HashData(Encoding.UTF8.GetBytes(state))), changed);
    }

    private static EntityTagHeaderValue Tag(byte[] hash) => new($"\"{Convert.ToHexStringLower(hash)}\"");

    private static byte[] Bytes(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            document.Save(writer);
        return bytes.ToArray();
    }
}

using CooperationRegistry.Data;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Api;

/// <summary>What the search box offers while one types. The box works without it.</summary>
internal static class SearchSuggestions
{
    private const int Most = 8;
    private const int LongestTyped = 200;

    public static void MapSearchSuggestions(this IEndpointRouteBuilder routes) => routes.MapGet("/suggestions", FindAsync).AllowAnonymous();

    /// <param name="Text">A name or a title, in the reader's language where there is one.</param>
    /// <param name="Kind">What is called so, in the reader's language.</param>
    private sealed record Offer(string Text, string Kind);

    private static async Task<IResult> FindAsync(string? q, RecordSuggestions suggestions, Words words, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, max-age=60";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestTyped)
            return Results.Json(Array.Empty<Offer>());
        var found = await suggestions.FindAsync(q, [RecordKind.City, RecordKind.Partner, RecordKind.Agreement], Most, context.RequestAborted);
        return Results.Json(found.Select(f => new Offer(RecordTitles.Of(f.Content, words.Language), words.Label(f.Kind))).Distinct());
    }
}

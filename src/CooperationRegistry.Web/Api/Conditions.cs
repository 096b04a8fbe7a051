using System.Globalization;
using CooperationRegistry.Domain;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>Conditional requests (RFC 9110, section 13).</summary>
internal static class Conditions
{
    public static EntityTagHeaderValue TagOf(Record record) => new(string.Create(CultureInfo.InvariantCulture, $"\"{record.Revision}\""));

    /// <summary>Says in the answer what state it is of.</summary>
    /// <returns>Whether the asker has that state already, and is told so by a 304.</returns>
    public static bool IsKnown(HttpContext context, EntityTagHeaderValue tag, DateTimeOffset? lastModified)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = lastModified;
        // To be kept, but asked about each time.
        context.Response.Headers.CacheControl = "no-cache";
        var asked = context.Request.GetTypedHeaders();
        if (context.Request.Headers.IfNoneMatch.Count > 0)
            return asked.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
        return asked.IfModifiedSince is { } since && lastModified is { } modified && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}

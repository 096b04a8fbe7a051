using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace CooperationRegistry.Web.Languages;

/// <summary>The address that the reader has: the page of an error is made at another one, without the query.</summary>
internal static class AskedAddress
{
    public static QueryString QueryOf(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? new QueryString(asked.OriginalQueryString) : http.Request.QueryString;

    /// <summary>Absolute, and of this site: of <c>//elsewhere.org</c> a link would lead there.</summary>
    public static string Of(HttpContext http)
    {
        var request = http.Request;
        var path = http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? request.Path.Value ?? "";
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, "/" + path.TrimStart('/'), QueryOf(http));
    }
}

using System.Diagnostics;

namespace CooperationRegistry.Web.Logging;

/// <summary>
/// One line per request. It names the route's pattern, never the path, the query, a header or the form, because those can
/// hold what a person typed.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            var elapsed = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            LogRequest(logger, context.Request.Method, route, status, elapsed, context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Duration} ms, request {RequestId}")]
    private static partial void LogRequest(
        ILogger logger, string method, string route, int status, long duration, string requestId);
}

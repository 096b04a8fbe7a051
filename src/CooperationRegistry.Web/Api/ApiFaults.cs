using CooperationRegistry.Web.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace CooperationRegistry.Web.Api;

/// <summary>What fails below <c>/api</c> is told as a problem document, not as a page.</summary>
internal sealed class ApiFaults : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path is not { } path || !ApiPaths.IsApi(path))
            return false;
        // The handler took away what headers there were.
        SecurityHeaders.Add(httpContext);
        var status = exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError;
        httpContext.Response.StatusCode = status;
        await ApiProblems.WriteAsync(httpContext, status);
        return true;
    }
}

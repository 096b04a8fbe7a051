using System.Globalization;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.Http.Features;

namespace CooperationRegistry.Web.Caching;

/// <summary>
/// Keeps public pages for anonymous readers, by address, language and generation: publishing begins a new one, so a page that was
/// being made while something was published can never be served as the newer state. Stands in front of everything that a page
/// is made by: what a reader of a kept page costs is the write of it. The framework's output cache reads an answer out of its bytes each
/// time, and has no form of it that is compressed.
/// </summary>
internal sealed class KeptPages(RequestDelegate next, PageShelf shelf, PublicationNotice notice)
{
    // Whoever asks for longer addresses makes them up; they are not worth the memory.
    private const int LongestTarget = 2048;

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<KeptPage>() is { IsKept: true } && KeyOf(context) is { } key ? AnswerAsync(context, key) : next(context);

    private Task AnswerAsync(HttpContext context, string key) =>
        shelf.Find(key) is { } kept ? kept.SendAsync(context, isKept: true)
        : HttpMethods.IsGet(context.Request.Method) ? MakeOnceAsync(context, key)
        : next(context);

    /// <summary>Those who ask for the page while it is made wait for it.</summary>
    private async Task MakeOnceAsync(HttpContext context, string key)
    {
        var made = new TaskCompletionSource<KeptAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = shelf.Making.GetOrAdd(key, made.Task);
        if (making != made.Task)
        {
            if (await WaitAsync(making, context.RequestAborted) is { } answer)
                await answer.SendAsync(context, isKept: true);
            else if (context.RequestAborted.IsCancellationRequested)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            else
                await next(context);
            return;
        }

        KeptAnswer? kept = null;
        try
        {
            kept = await MakeAsync(context);
            if (kept is not null)
                shelf.Keep(key, kept);
        }
        finally
        {
            shelf.Making.TryRemove(key, out _);
            made.SetResult(kept);
        }
        if (kept is not null)
            await kept.SendAsync(context, isKept: false);
    }

    /// <returns>Null where the answer is not for others; it has been sent then.</returns>
    private async Task<KeptAnswer?> MakeAsync(HttpContext context)
    {
        var sending = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new PooledBody();
        // Not the body alone: a page that fails is taken back by what handles errors, as nothing of it has been sent.
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(sending);
        }
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0 && !context.RequestAborted.IsCancellationRequested)
            return new KeptAnswer(response.Headers, body.Written.ToArray());
        if (body.Length > 0)
        {
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body.Written, CancellationToken.None);
        }
        return null;
    }

    /// <returns>Null where the reader left, and where the page cannot be kept.</returns>
    private static async Task<KeptAnswer?> WaitAsync(Task<KeptAnswer?> making, CancellationToken aborted)
    {
        try
        {
            return await making.WaitAsync(aborted);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <returns>Null where the page is made for this reader alone.</returns>
    private string? KeyOf(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.Length > LongestTarget || request.Headers.Authorization.Count > 0 || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            return null;
        if (request.Headers.Cookie.Count > 0 && request.Cookies.Any(c => c.Key.StartsWith(RegistryAuth.SessionCookie, StringComparison.Ordinal)))
            return null;
        var language = RequestLanguage.Of(context) ?? InterfaceLanguage.English;
        return string.Create(CultureInfo.InvariantCulture, $"{notice.Generation} {language} {request.Scheme} {request.Host.Value} {request.PathBase.Value} {target}");
    }
}

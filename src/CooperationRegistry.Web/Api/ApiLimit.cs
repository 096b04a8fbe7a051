using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using CooperationRegistry.Data;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Options;
using CooperationRegistry.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace CooperationRegistry.Web.Api;

/// <summary>
/// Bounds how often a key, or an address without one, may ask in a minute of the clock, and says in each answer how often it still may
/// (draft-ietf-httpapi-ratelimit-headers). The framework's limiters do not tell when their window ends.
/// </summary>
internal sealed class ApiLimit(ApiOptions options, TimeProvider time)
{
    private const int Window = 60;

    private Minute current = new(0);

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var known = await AuthenticateAsync(context);
        var (policy, partition, quota) = Of(context, known);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var left = quota - At(now / Window).Asked.AddOrUpdate(partition, 1, (_, asked) => asked + 1);
        var wait = Window - (int)(now % Window);
        // Also on an answer that somebody clears to say that it failed.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={quota};w={Window}");
            context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={Math.Max(0, left)};t={wait}");
            return Task.CompletedTask;
        });
        if (left >= 0)
        {
            // Also where no key is needed: whoever sends one believes that it works.
            await (known?.Failure is null ? next(context) : context.ChallengeAsync(ApiKeyHandler.Scheme));
            return;
        }
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await ApiProblems.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many requests.", string.Create(CultureInfo.InvariantCulture, $"{quota} a minute are allowed. Ask again in {wait} seconds."));
    }

    /// <returns>Null where the store does not answer; then whatever needs the key fails with the same.</returns>
    private static async Task<AuthenticateResult?> AuthenticateAsync(HttpContext context)
    {
        try
        {
            return await context.AuthenticateAsync(ApiKeyHandler.Scheme);
        }
        catch (Exception e) when (StoreFailure.Is(e))
        {
            return null;
        }
    }

    private (string Policy, string Partition, int Quota) Of(HttpContext context, AuthenticateResult? known) =>
        known?.Principal?.FindFirstValue(ApiKeyHandler.KeyClaim) is { } key
            ? ("key", key, options.KeyPermitsPerMinute)
            : ("address", AccountLimit.PartitionOf(context.Connection.RemoteIpAddress), options.PermitsPerMinute);

    // Those who asked in an earlier minute are forgotten with it.
    private Minute At(long number)
    {
        var known = current;
        if (known.Number == number)
            return known;
        var fresh = new Minute(number);
        var found = Interlocked.CompareExchange(ref current, fresh, known);
        return found == known ? fresh : found;
    }
}

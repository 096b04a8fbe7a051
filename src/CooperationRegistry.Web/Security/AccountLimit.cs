using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CooperationRegistry.Web.Components.Account;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationRegistry.Web.Security;

/// <summary>Bounds what one address may try on the account pages without being signed in. An office behind one address stays far below.</summary>
internal static class AccountLimit
{
    internal const int Tries = 100;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAccountLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                IsTry(context)
                    ? RateLimitPartition.GetFixedWindowLimiter(PartitionOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = Window })
                    : RateLimitPartition.GetNoLimiter(""));
            options.OnRejected = async (rejected, _) =>
            {
                var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : (int)Window.TotalSeconds;
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await new RazorComponentResult<TooManyTries> { StatusCode = StatusCodes.Status429TooManyRequests }.ExecuteAsync(rejected.HttpContext);
            };
        });

    private static bool IsTry(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/account") && context.User.Identity?.IsAuthenticated != true;

    // One household or office has a whole /64 of IPv6.
    internal static string PartitionOf(IPAddress? address) =>
        address switch
        {
            null => "unknown",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => address.MapToIPv4().ToString(),
        };
}

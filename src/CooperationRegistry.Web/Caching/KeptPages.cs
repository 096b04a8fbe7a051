using System.Globalization;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Components;
using Microsoft.AspNetCore.OutputCaching;

namespace CooperationRegistry.Web.Caching;

/// <summary>Marks what anyone may read: it sets no cookie and says its language. Where the policy is given too, as to every page, it is kept in the output cache.</summary>
internal sealed class KeptPage
{
    /// <summary>The policy's name, and what kept pages are tagged with.</summary>
    public const string Tag = "public";

    /// <summary>Every page of <c>Components/Public</c> is one.</summary>
    public static void Mark(EndpointBuilder endpoint)
    {
        if (Doors.PageOf(endpoint)?.Namespace?.StartsWith("CooperationRegistry.Web.Components.Public", StringComparison.Ordinal) != true)
            return;
        endpoint.Metadata.Add(new KeptPage());
        endpoint.Metadata.Add(new OutputCacheAttribute { PolicyName = Tag });
    }
}

/// <summary>
/// Keeps public pages for anonymous readers, by address, language and generation: publishing begins a new one, so a page that was
/// being made while something was published can never be served as the newer state.
/// </summary>
internal static class KeptPages
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddKeptPages(this IServiceCollection services) =>
        services
            .AddOutputCache(options =>
            {
                options.SizeLimit = 64 * 1024 * 1024;
                options.AddPolicy(
                    KeptPage.Tag,
                    policy => policy
                        .Tag(KeptPage.Tag)
                        .Expire(Longest)
                        .VaryByValue(context => new KeyValuePair<string, string>("language", Thread.CurrentThread.CurrentUICulture.Name))
                        .VaryByValue(context => new KeyValuePair<string, string>("generation", Generation(context))));
            });

    private static string Generation(HttpContext context) =>
        context.RequestServices.GetRequiredService<PublicationNotice>().Generation.ToString(CultureInfo.InvariantCulture);
}

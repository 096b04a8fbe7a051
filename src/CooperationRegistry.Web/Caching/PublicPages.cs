using CooperationRegistry.Data.Reviewing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.OutputCaching;

namespace CooperationRegistry.Web.Caching;

/// <summary>Marks an endpoint that anyone may read: no cookie, no component state, kept in the output cache.</summary>
internal sealed class PublicPage
{
    /// <summary>What kept pages are tagged with.</summary>
    public const string Tag = "public";

    /// <summary>Every page of <c>Components/Public</c> is one.</summary>
    public static void Mark(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type.Namespace?.StartsWith("CooperationRegistry.Web.Components.Public", StringComparison.Ordinal) != true)
            return;
        // With interactive render modes configured the framework writes component state into every page. The class is internal to it.
        foreach (var modes in endpoint.Metadata.Where(m => m.GetType().Name == "ConfiguredRenderModesMetadata").ToList())
            endpoint.Metadata.Remove(modes);
        endpoint.Metadata.Add(new PublicPage());
        endpoint.Metadata.Add(new AllowAnonymousAttribute());
        endpoint.Metadata.Add(new OutputCacheAttribute { PolicyName = Tag });
    }
}

/// <summary>
/// Keeps public pages for anonymous readers, by address, language and generation: publishing begins a new one, so a page that was
/// being made while something was published can never be served as the newer state.
/// </summary>
internal static class PublicPageCache
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddPublicPageCache(this IServiceCollection services) =>
        services
            .AddOutputCache(options =>
            {
                options.SizeLimit = 64 * 1024 * 1024;
                options.AddPolicy(
                    PublicPage.Tag,
                    policy => policy
                        .Tag(PublicPage.Tag)
                        .Expire(Longest)
                        .VaryByValue(context => new KeyValuePair<string, string>("language", Thread.CurrentThread.CurrentUICulture.Name))
                        .VaryByValue(context => new KeyValuePair<string, string>("generation", Generation(context))));
            });

    private static string Generation(HttpContext context) =>
        context.RequestServices.GetRequiredService<PublicationNotice>().Generation.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using CooperationRegistry.Web.Caching;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CooperationRegistry.Web.Components;

/// <summary>
/// Two doors over the same assembly: static pages, for which the framework knows of no interactive mode and so writes no component
/// state, and the interactive workspace. Each maps every page, and hides those of the other.
/// </summary>
internal static class Doors
{
    private static readonly SuppressMatchingMetadata Hidden = new();

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorComponents<PublicDocument>().Add(endpoint =>
        {
            if (!IsStatic(endpoint))
                endpoint.Metadata.Add(Hidden);
            AnswerHead(endpoint);
            KeptPage.Mark(endpoint);
        });
        routes.MapRazorComponents<WorkspaceDocument>()
            // The registry's own policy forbids framing everywhere; the framework would add a second one.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .Add(endpoint =>
            {
                if (PageOf(endpoint) is not null && IsStatic(endpoint))
                    endpoint.Metadata.Add(Hidden);
            });
    }

    internal static Type? PageOf(EndpointBuilder endpoint) => endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;

    // A link checker asks with HEAD; the framework maps pages for GET and POST alone. The server itself leaves the body away.
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { } methods)
            endpoint.Metadata.Add(new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]));
    }

    private static bool IsStatic(EndpointBuilder endpoint) => PageOf(endpoint)?.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), inherit: true) == true;
}

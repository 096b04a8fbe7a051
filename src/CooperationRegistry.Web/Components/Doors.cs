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

    private static bool IsStatic(EndpointBuilder endpoint) => PageOf(endpoint)?.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), inherit: true) == true;
}

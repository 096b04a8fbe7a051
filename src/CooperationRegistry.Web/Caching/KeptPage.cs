using CooperationRegistry.Web.Components;

namespace CooperationRegistry.Web.Caching;

/// <summary>Marks what anyone may read: it sets no cookie and says its language.</summary>
internal sealed class KeptPage
{
    /// <summary>A policy of the output cache for what is no page but changes with the pages.</summary>
    public const string Policy = "public";

    /// <summary>Every page is kept (<see cref="KeptPages"/>), answers to programs are not.</summary>
    public bool IsKept { get; private init; }

    /// <summary>Every page of <c>Components/Public</c> is one.</summary>
    public static void Mark(EndpointBuilder endpoint)
    {
        if (Doors.PageOf(endpoint)?.Namespace?.StartsWith("CooperationRegistry.Web.Components.Public", StringComparison.Ordinal) == true)
            endpoint.Metadata.Add(new KeptPage { IsKept = true });
    }
}

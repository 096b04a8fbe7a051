using System.Globalization;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>A site that answers few requests a minute.</summary>
public sealed class NarrowSite(TestCluster cluster, int addresses, int keys) : RegistrySite(cluster)
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Api:PermitsPerMinute"] = addresses.ToString(CultureInfo.InvariantCulture),
        ["Api:KeyPermitsPerMinute"] = keys.ToString(CultureInfo.InvariantCulture),
    };
}

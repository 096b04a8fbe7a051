using CooperationRegistry.Web.Options;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CooperationRegistry.Web.Commands;

/// <summary>Says where the site is, and until there is an administrator how to become one.</summary>
internal static class Welcome
{
    public static async Task PrintAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var address = Address(app.Services);
        Console.WriteLine($"Cooperation Registry is at {address} (Ctrl+C stops it)");
        if (await StoreWork.SetUpPathAsync(app.Services, cancellationToken) is { } path)
            Console.WriteLine($"Make the first administrator at {address}{path}");
    }

    // The name, not the number: passkeys are bound to a name.
    private static string Address(IServiceProvider services) =>
        services.GetRequiredService<RegistryOptions>().PublicUrl?.TrimEnd('/')
        ?? services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
}

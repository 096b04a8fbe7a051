using System.Net;
using System.Net.NetworkInformation;

namespace CooperationRegistry.Web.Commands;

/// <summary>
/// Localhost only, unless the addresses are set as .NET takes them (ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS, --urls), as in a
/// container; a port on the command line wins over them.
/// </summary>
internal static class ListeningAddress
{
    private const int DefaultPort = 5080;

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    public static void Set(WebApplicationBuilder builder, int? given)
    {
        if (given is null && Settings.Any(name => builder.Configuration[name] is { Length: > 0 }))
            return;
        var port = given ?? DefaultPort;
        // Asked before a database is started for nothing.
        if (port != 0 && IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(taken => taken.Port == port))
            throw new CommandRefusedException($"Port {port} is in use: end the program that uses it, or give another with --port.");
        builder.WebHost.UseUrls();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(port);
        });
    }
}

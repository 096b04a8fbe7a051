using System.Net;
using System.Net.Sockets;

namespace CooperationRegistry.Web.Checking;

/// <summary>An address that only a machine inside could ask for.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} leads into a private network.");

/// <summary>Connects to what is public. The resolved address decides, not the name: a name can lead anywhere, and a redirection too.</summary>
internal static class PublicAddresses
{
    /// <exception cref="PrivateAddressException">The host has no public address.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = (await Dns.GetHostAddressesAsync(host, cancellationToken)).Where(IsPublic).ToArray();
        if (addresses.Length == 0)
            throw new PrivateAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether anybody could ask for it: not loopback, not link-local, not of a private or shared network, no group (RFC 6890).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return false;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? !address.IsIPv6LinkLocal && !address.IsIPv6SiteLocal && !address.IsIPv6UniqueLocal && !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any)
                // What translates to an address of version 4 may lead inside.
                && !(bytes[0] == 0x00 && bytes[1] == 0x64 && bytes[2] == 0xff && bytes[3] == 0x9b) && !(bytes[0] == 0x20 && bytes[1] == 0x02)
            : (bytes[0], bytes[1]) switch
            {
                (0 or 10 or 127, _) => false,
                (100, >= 64 and <= 127) => false,
                (169, 254) => false,
                (172, >= 16 and <= 31) => false,
                (192, 168) => false,
                (192, 0) => bytes[2] is not (0 or 2),
                (198, 18 or 19) => false,
                ( >= 224, _) => false,
                _ => true,
            };
    }
}

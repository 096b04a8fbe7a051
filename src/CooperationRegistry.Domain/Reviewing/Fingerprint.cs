using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CooperationRegistry.Domain.Reviewing;

internal static class Fingerprint
{
    /// <summary>SHA-256 in hexadecimal of all the parts. Lengths stand before the parts, so that no two different lists can read the same.</summary>
    public static string Of(params IEnumerable<string> parts)
    {
        var text = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Tells what is empty from what is not there.</summary>
    public static string Optional(string? part) => part is null ? "-" : "+" + part;

    /// <summary>To the microsecond, which is what the store keeps.</summary>
    public static DateTimeOffset Kept(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static string Time(DateTimeOffset at) => Kept(at).UtcTicks.ToString(CultureInfo.InvariantCulture);
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>What an authenticator app shows: RFC 6238 with SHA-1, six digits, steps of 30 seconds.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(string key, DateTimeOffset time)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, time.ToUnixTimeSeconds() / 30);
        // RFC 6238 says SHA-1, and so do the apps.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Decoded(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Six digits that are none of the codes of this minute or those beside it.</summary>
    public static string Wrong(string key, DateTimeOffset time)
    {
        var near = Enumerable.Range(-4, 9).Select(step => Of(key, time.AddSeconds(30 * step))).ToHashSet();
        return Enumerable.Range(0, 20).Select(n => n.ToString("D6", CultureInfo.InvariantCulture)).First(code => !near.Contains(code));
    }

    private static byte[] Decoded(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }
}

using System.Buffers.Binary;

namespace CooperationRegistry.Data.Sources;

/// <summary>
/// What each kind of file begins with, and the first thing inside that a file of another kind with those bytes put before it does not have.
/// None of this says that the file is whole: a damaged scan is still a scan.
/// </summary>
internal static class Signatures
{
    /// <summary>ISO 32000-2, 7.5.2; there is no PDF without an object.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', >= (byte)'1' and <= (byte)'2', (byte)'.', >= (byte)'0' and <= (byte)'9', ..] && bytes.IndexOf(" obj"u8) > 0;

    /// <summary>ISO/IEC 15948, 5.2: the header comes first, and there is image data.</summary>
    public static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, ..] && bytes[1..].StartsWith("PNG\r\n\u001A\n\0\0\0\rIHDR"u8) && bytes.IndexOf("IDAT"u8) > 0;

    /// <summary>ITU-T T.81, B.2: segments follow each other up to the frame's header.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, 0xFF, ..])
            return false;
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return true;
            // A marker may be filled up with FF.
            at += bytes[at + 1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return false;
    }

    /// <summary>TIFF 6.0, section 2: the first directory is in the file and gives the image's width.</summary>
    public static bool IsTiff(ReadOnlySpan<byte> bytes)
    {
        const int Header = 8, Entry = 12, ImageWidth = 256;
        var little = bytes.StartsWith("II*\0"u8);
        if (bytes.Length < Header || !(little || bytes.StartsWith("MM\0*"u8)))
            return false;
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        if (directory < Header || directory > bytes.Length - 2)
            return false;
        var entries = bytes[(int)directory..];
        var count = Read(entries, little);
        for (entries = entries[2..]; count > 0 && entries.Length >= Entry; entries = entries[Entry..], count--)
        {
            if (Read(entries, little) == ImageWidth)
                return true;
        }
        return false;
    }

    /// <summary>RFC 9649, 2.4: RIFF, its size, WEBP, and one of three chunks.</summary>
    public static bool IsWebP(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 16
        && bytes.StartsWith("RIFF"u8)
        && bytes[8..].StartsWith("WEBPVP8"u8)
        && bytes[15] is (byte)' ' or (byte)'L' or (byte)'X'
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) <= bytes.Length - 8;

    private static ushort Read(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}

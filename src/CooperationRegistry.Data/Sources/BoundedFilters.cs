using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CooperationRegistry.Data.Sources;

/// <summary>
/// The library's filters, held to what one document may inflate to: its own do not bound what they make, and a megabyte
/// of deflated zeros is a gigabyte of them.
/// </summary>
internal sealed class BoundedFilters() : BaseFilterProvider(Made())
{
    /// <summary>All streams of a document together. Pictures, the bulk of a scan, are not decoded for its text.</summary>
    private const int MostInflated = 256 * 1024 * 1024;

    // One byte makes up to 64, and up to some 1,400; neither is used for large streams.
    private const int LongestRunLength = 1024 * 1024;
    private const int LongestLzw = 64 * 1024;

    private static Dictionary<string, IFilter> Made()
    {
        var (flate, lzw, runLength) = (new Flate(), new UpTo(LongestLzw, new LzwFilter()), new UpTo(LongestRunLength, new RunLengthFilter()));
        var (ascii85, asciiHex, ccitt, dct) = (new Ascii85Filter(), new AsciiHexDecodeFilter(), new CcittFaxDecodeFilter(), new DctDecodeFilter());
        return new Dictionary<string, IFilter>
        {
            ["FlateDecode"] = flate,
            ["Fl"] = flate,
            ["LZWDecode"] = lzw,
            ["LZW"] = lzw,
            ["RunLengthDecode"] = runLength,
            ["RL"] = runLength,
            ["ASCII85Decode"] = ascii85,
            ["A85"] = ascii85,
            ["ASCIIHexDecode"] = asciiHex,
            ["AHx"] = asciiHex,
            ["CCITTFaxDecode"] = ccitt,
            ["CCF"] = ccitt,
            ["DCTDecode"] = dct,
            ["DCT"] = dct,
            ["JBIG2Decode"] = new Jbig2DecodeFilter(),
            ["JPXDecode"] = new JpxDecodeFilter(),
        };
    }

    private sealed class UpTo(int longest, IFilter inner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
            input.Length <= longest ? inner.Decode(input, streamDictionary, filterProvider, filterIndex) : throw new InvalidDataException("The stream is too long.");
    }

    private sealed class Flate : IFilter
    {
        private readonly FlateFilter inner = new();
        private long left = MostInflated;

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            Count(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        // Inflated once for its length alone, in no more memory than one piece.
        private void Count(Memory<byte> input)
        {
            const int Header = 2;
            if (input.Length <= Header)
                return;
            using var deflated = Compressed(input[Header..]);
            using var inflating = new DeflateStream(deflated, CompressionMode.Decompress);
            Span<byte> piece = stackalloc byte[16 * 1024];
            try
            {
                while (inflating.Read(piece) is > 0 and var count)
                {
                    left -= count;
                    if (left < 0)
                        throw new OverflowException("The document inflates to too much.");
                }
            }
            catch (InvalidDataException)
            {
                // Damaged from here on, as the library will find too.
            }
        }

        private static MemoryStream Compressed(Memory<byte> input) =>
            MemoryMarshal.TryGetArray<byte>(input, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(input.ToArray());
    }
}

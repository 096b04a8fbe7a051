namespace CooperationRegistry.Data.Sources;

/// <summary>A kind of file that is kept, told by its bytes and never by its name or what its sender says.</summary>
public sealed class AttachmentType
{
    private readonly Signature signature;

    private AttachmentType(string mediaType, Signature signature, params string[] extensions) =>
        (MediaType, this.signature, Extensions) = (mediaType, signature, extensions);

    private delegate bool Signature(ReadOnlySpan<byte> bytes);

    public static AttachmentType Pdf { get; } = new("application/pdf", Signatures.IsPdf, ".pdf");

    public static IReadOnlyList<AttachmentType> All { get; } =
    [
        Pdf,
        new("image/png", Signatures.IsPng, ".png"),
        new("image/jpeg", Signatures.IsJpeg, ".jpg", ".jpeg"),
        new("image/tiff", Signatures.IsTiff, ".tif", ".tiff"),
        new("image/webp", Signatures.IsWebP, ".webp"),
    ];

    public string MediaType { get; }

    /// <summary>The first is what a name without one gets.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Null where the file is of none of these kinds.</summary>
    public static AttachmentType? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var type in All)
        {
            if (type.signature(bytes))
                return type;
        }
        return null;
    }

    public static AttachmentType? Named(string mediaType) => All.FirstOrDefault(t => t.MediaType == mediaType);
}

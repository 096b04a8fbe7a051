namespace CooperationRegistry.Data.Exchange.Package;

/// <param name="Content">For whoever asked to close.</param>
/// <param name="Sha256">Of the content.</param>
/// <param name="LastChange">Of the registry as the file has it.</param>
public sealed record ZipReading(Stream Content, string Sha256, DateTimeOffset? LastChange);

/// <summary>A file that goes when it is let go of, at the latest with the program. Who reads it by then reads it to its end.</summary>
internal sealed class KeptZip(FileStream file, string sha256, DateTimeOffset? lastChange) : IDisposable
{
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    private bool isGone;

    public long Length { get; } = file.Length;

    public static FileStream Create() =>
        new(Path.Combine(Path.GetTempPath(), $"cooperation-registry-{Guid.NewGuid():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, Shared, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    /// <summary>Null where it is gone.</summary>
    public ZipReading? Open() =>
        isGone ? null : new ZipReading(new FileStream(file.Name, FileMode.Open, FileAccess.Read, Shared, 64 * 1024, FileOptions.Asynchronous), sha256, lastChange);

    public void Dispose()
    {
        isGone = true;
        file.Dispose();
    }
}

using CooperationRegistry.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Sources;

/// <summary>The bytes of an attachment. Known by their fingerprint, so that the same bytes are kept once, and never changed.</summary>
public sealed class StoredFile
{
    public string Sha256 { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];

    /// <summary>As found in the bytes.</summary>
    public string MediaType { get; private set; } = "";

    public int Length { get; private set; }

    /// <summary>Of the first upload; a record may give the file another one.</summary>
    public string FileName { get; private set; } = "";

    public Guid UploadedById { get; private set; }

    public string UploadedBy { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable(
            "files",
            t =>
            {
                t.HasCheckConstraint("ck_files_sha256", "sha256 = encode(sha256(bytes), 'hex')");
                t.HasCheckConstraint("ck_files_length", $"length = octet_length(bytes) AND length BETWEEN 1 AND {AttachmentStore.Largest}");
            });
        builder.HasKey(f => f.Sha256);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.MediaType).HasMaxLength(100);
        builder.Property(f => f.FileName).HasMaxLength(AttachmentName.Longest);
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.UploadedById).OnDelete(DeleteBehavior.Restrict);
    }
}

using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Importing;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");
        builder.Property(i => i.Fault).HasColumnType("json");
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.IsOver);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.State);
        builder.HasIndex(i => new { i.AuthorId, i.CreatedAt });
    }
}

internal sealed class ImportLineMapping : IEntityTypeConfiguration<ImportLine>
{
    public void Configure(EntityTypeBuilder<ImportLine> builder)
    {
        builder.ToTable("import_lines");
        builder.HasKey(l => new { l.ImportId, l.Number });
        builder.HasOne<Import>().WithMany().HasForeignKey(l => l.ImportId).OnDelete(DeleteBehavior.Cascade);
        // json, not jsonb: what was written is kept to the letter.
        builder.Property(l => l.Content).HasColumnType("json");
        builder.Property(l => l.Companions).HasColumnType("json");
        builder.Property(l => l.Problems).HasColumnType("json");
        builder.Property(l => l.Raw).HasColumnType("text");
        builder.HasIndex(l => new { l.ImportId, l.Outcome, l.Number });
        builder.HasIndex(l => new { l.ImportId, l.Kind, l.RecordId });
        // Twins among new records.
        builder.HasIndex(l => new { l.ImportId, l.Title }).HasFilter("record_id IS NULL");
        // What is still to be published, in the order in which it is.
        builder.HasIndex(l => new { l.ImportId, l.Kind, l.Together, l.Number }, "ix_import_lines_waiting").HasFilter("revision IS NULL AND outcome IN ('new', 'changed')");
    }
}

internal sealed class ImportPieceMapping : IEntityTypeConfiguration<ImportPiece>
{
    public void Configure(EntityTypeBuilder<ImportPiece> builder)
    {
        builder.ToTable("import_pieces");
        builder.HasKey(p => new { p.ImportId, p.Number });
        builder.HasOne<Import>().WithMany().HasForeignKey(p => p.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

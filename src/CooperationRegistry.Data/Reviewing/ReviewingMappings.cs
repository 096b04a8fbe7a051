using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Reviewing;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        // json, not jsonb: a draft keeps whatever was typed, to the letter.
        builder.Property(p => p.Content).HasColumnType("json");
        builder.Property(p => p.Companions).HasColumnType("json");
        builder.Property(p => p.Unread).HasColumnType("json").HasDefaultValueSql("'{}'");
        builder.Property(p => p.Notes).HasColumnType("json").HasDefaultValueSql("'{}'");
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.AuthorId, p.State });
        builder.HasIndex(p => p.State);
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions", t => t.HasCheckConstraint("ck_revisions_number", "number > 0"));
        builder.HasKey(r => new { r.Kind, r.RecordId, r.Number });
        // When the registry changed last.
        builder.HasIndex(r => r.PublishedAt);
        builder.Property(r => r.Content).HasColumnType("json");
        builder.HasOne<Proposal>().WithMany().HasForeignKey(r => r.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RedirectMapping : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> builder)
    {
        builder.ToTable("redirects", t => t.HasCheckConstraint("ck_redirects_other", "from_id <> into_id"));
        builder.HasKey(r => new { r.Kind, r.FromId });
        builder.HasIndex(r => new { r.Kind, r.IntoId });
    }
}

internal sealed class TombstoneMapping : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("tombstones");
        builder.HasKey(t => new { t.Kind, t.RecordId, t.Revision });
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries", t => t.HasCheckConstraint("ck_audit_entries_number", "number > 0"));
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.HasIndex(e => e.PreviousHash).IsUnique();
        // What the pages of administrators filter by, newest first.
        builder.HasIndex(e => new { e.Actor, e.Number });
        builder.HasIndex(e => new { e.Action, e.Number });
        builder.HasIndex(e => new { e.Subject, e.Number });
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_head", t => t.HasCheckConstraint("ck_audit_head_one_row", "id = 1"));
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasData(new AuditHead());
    }
}
